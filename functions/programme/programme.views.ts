import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { activitySchema, audienceSchema, listedSessionSchema, organiserSchema } from './programme.states.ts';
import { activityStates, categories, enrolmentWays, levels } from './programme.words.ts';

/** An activity whole, with what this caller may do. */
export const activityViewSchema = v.intersect([
  activitySchema,
  v.object({ activity: v.string(), version: v.number(), mayKeep: v.boolean() }),
]);
export type ActivityView = v.InferOutput<typeof activityViewSchema>;

/** A line of `activities/<node>`. */
export const activityRowSchema = v.object({
  activity: v.string(),
  version: v.number(),
  state: v.picklist(activityStates),
  category: v.picklist(categories),
  level: v.picklist(levels),
  title: v.string(),
  audience: audienceSchema,
  organiser: organiserSchema,
  node: v.string(),
  per: v.picklist(enrolmentWays),
  /** Sessions not cancelled, those of them that took place, and how many people were there. */
  sessions: v.number(),
  held: v.number(),
  people: v.number(),
  /** First start and last end of those not cancelled; undefined without any. */
  from: v.optional(instantSchema),
  until: v.optional(instantSchema),
  createdAt: instantSchema,
});
export type ActivityRow = v.InferOutput<typeof activityRowSchema>;

/** A line of `whats-on/<node>` and of `venue-sessions/<venue>`; `session` is `<activity>.<no>`. */
export const sessionRowSchema = v.object({
  session: v.string(),
  /** Counts the changes of what is listed: a calendar's SEQUENCE. */
  version: v.number(),
  ...listedSessionSchema.entries,
});
export type SessionRow = v.InferOutput<typeof sessionRowSchema>;
