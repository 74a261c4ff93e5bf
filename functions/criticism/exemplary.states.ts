import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { figuresSchema, periodSchema } from './figures.states.ts';

const act = v.object({ at: instantSchema, by: officerSchema });

const common = {
  node: nodePathSchema,
  period: periodSchema,
  title: v.string(),
  /** Where it is, for whoever comes to look. */
  place: v.string(),
  text: v.string(),
  photos: v.optional(v.array(PhotoIdSchema), []),
  figures: figuresSchema,
  proposed: act,
  /** When its photos went. */
  anonymisedAt: v.optional(instantSchema),
};

const approvedSchema = v.object({ ...act.entries, expiresAt: instantSchema });

/** An exemplary site (观摩点): where others come to see how it is done. */
export const exemplarySchema = v.variant('state', [
  v.object({ state: v.literal('proposed'), ...common }),
  v.object({ state: v.literal('approved'), ...common, approved: approvedSchema }),
  v.object({
    state: v.literal('expired'),
    ...common,
    approved: approvedSchema,
    expiredAt: instantSchema,
  }),
  v.object({
    state: v.literal('withdrawn'),
    ...common,
    approved: v.optional(approvedSchema),
    withdrawn: v.object({ ...act.entries, reason: v.string() }),
  }),
]);
export type Exemplary = v.InferOutput<typeof exemplarySchema>;
