import * as v from 'valibot';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { retainedItems } from './retention.words.ts';

export const retentionViewSchema = v.object({
  /** Of everything that goes after some years, how many records are to go by the end of this month. */
  due: v.array(
    v.object({
      item: v.picklist(retainedItems),
      /** To go from now on. */
      thisMonth: v.number(),
      /** Past their period: they go in the coming night. */
      past: v.number(),
    }),
  ),
  /** Last day that is counted. */
  until: localDateSchema,
  /** The latest first. */
  runs: v.array(
    v.object({
      startedAt: instantSchema,
      finishedAt: instantSchema,
      examined: v.number(),
      /** Made anonymous. */
      found: v.number(),
      failed: v.number(),
      /** It did not get to its end: what it did is not counted, and the next night goes on. */
      brokenOff: v.optional(v.literal(true)),
    }),
  ),
  asOf: instantSchema,
});
export type RetentionView = v.InferOutput<typeof retentionViewSchema>;
