import * as v from 'valibot';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';

/** A calendar year as its case keeps it. */
export const loadedYearSchema = v.object({
  year: v.number(),
  version: v.string(),
  holidays: v.array(localDateSchema),
  makeUpDays: v.array(localDateSchema),
  names: v.record(v.string(), v.string()),
  source: v.string(),
  firstLoadedAt: instantSchema,
  loadedAt: instantSchema,
  /** Versions this year had before: none comes again, since deadlines name the one they were computed from. */
  earlierVersions: v.array(v.string()),
});
export type LoadedYear = v.InferOutput<typeof loadedYearSchema>;
