import * as v from 'valibot';
import { nodePathSchema } from '../issues/issues.words.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { personSchema } from './campaigns.states.ts';
import { assignmentStatuses, putOffReasons, slots } from './campaigns.words.ts';

/** What a try adds to an assignment; the visit itself stands on its own. */
export const trySchema = v.object({
  visit: v.string(),
  at: instantSchema,
  by: personSchema,
  outcome: v.picklist(['met', 'not-home', 'refused', 'vacant', 'moved', 'appointment']),
  offPeak: v.boolean(),
});
export type Try = v.InferOutput<typeof trySchema>;

export const nextSchema = v.object({
  day: localDateSchema,
  slot: v.optional(v.picklist(slots)),
  why: v.picklist(putOffReasons),
});
export type Next = v.InferOutput<typeof nextSchema>;

/** One household in one campaign: who visits it and on which day. Its id names both, so there is only one. */
export const assignmentSchema = v.object({
  status: v.picklist(assignmentStatuses),
  campaign: v.string(),
  household: v.string(),
  village: nodePathSchema,
  area: v.optional(v.string()),
  /** The campaign's scope, so that figures are kept up to there. */
  scope: nodePathSchema,
  /** What a person at the door needs, as the register had it when it was planned; names are masked. */
  address: v.string(),
  kind: v.picklist(['home', 'shop']),
  head: v.string(),
  hasPhone: v.boolean(),
  categories: v.array(v.string()),
  assignee: personSchema,
  /** Who it was assigned to before, and until when: what they did in time is theirs. */
  formerly: v.array(v.object({ ...personSchema.entries, until: instantSchema })),
  /** The planned day; it stays what was promised even when the visit is put off. */
  day: localDateSchema,
  /** Place in that day's round. */
  order: v.number(),
  next: v.optional(nextSchema),
  tries: v.array(trySchema),
  /** How often it was tried in all. */
  tried: v.number(),
  visited: v.optional(trySchema),
  excluded: v.optional(v.object({ reason: v.string(), by: personSchema, at: instantSchema })),
  plannedAt: instantSchema,
});
export type Assignment = v.InferOutput<typeof assignmentSchema>;
