import * as v from 'valibot';
import { instantSchema } from '../runtime/time.schemas.ts';

/** Everything that happened to a case, in order, and whether its chain is whole. */
export const historySchema = v.object({
  events: v.array(
    v.object({
      n: v.number(),
      type: v.string(),
      at: instantSchema,
      by: v.string(),
      data: v.record(v.string(), v.unknown()),
    }),
  ),
  whole: v.boolean(),
  /** The first event that is not what it was. */
  brokenAt: v.optional(v.number()),
});
