import * as v from 'valibot';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { targetsContract } from '../targets/targets.contract.ts';
import { deskFiguresSchema } from './desks.views.ts';

/** The figures of a place as they stood when a week was over; drawn once, and never changed. */
export const reportSchema = v.object({
  node: v.string(),
  /** ISO week that was over, `yyyy-Www`. */
  week: v.string(),
  from: localDateSchema,
  to: localDateSchema,
  drawnAt: instantSchema,
  figures: deskFiguresSchema,
  /** The yearly targets of the place, as they stood then. */
  targets: targetsContract.routes.targets.response.entries.rows,
});
export type Report = v.InferOutput<typeof reportSchema>;
