import * as v from 'valibot';
import { householdCategories, householdKinds, villagePathSchema } from '../households/households.words.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { putOffReasons, scopeSchema, slots, tryOutcomes } from './campaigns.words.ts';

/** One try at the door, as the visit that recorded it says. */
export const trySchema = v.object({
  visit: v.string(),
  at: instantSchema,
  by: officerSchema,
  outcome: v.picklist(tryOutcomes),
  offPeak: v.boolean(),
});
export type Try = v.InferOutput<typeof trySchema>;

export const nextSchema = v.object({
  day: localDateSchema,
  slot: v.picklist(slots),
  why: v.picklist(putOffReasons),
});
export type Next = v.InferOutput<typeof nextSchema>;

export const visitedSchema = v.object({ visit: v.string(), at: instantSchema, by: officerSchema });
export const excludedSchema = v.object({ by: officerSchema, at: instantSchema, reason: v.string() });

const common = {
  campaign: v.string(),
  /** Scope of the campaign, up to which it counts. */
  scope: scopeSchema,
  household: v.string(),
  village: villagePathSchema,
  area: v.optional(v.string()),
  address: v.string(),
  kind: v.picklist(householdKinds),
  /** Masked. */
  head: v.string(),
  hasPhone: v.boolean(),
  categories: v.array(v.picklist(householdCategories)),
  assignee: officerSchema,
  /** The planned day. */
  day: localDateSchema,
  /** Position in the register of the village, which is the order doors are walked in. */
  order: v.number(),
  /** In the order they happened, whatever the order they were received in; the latest of them. */
  tries: v.array(trySchema),
  /** How often it was tried in all. */
  tried: v.number(),
  /** Who had it before, and until when; the last is the latest. */
  formerly: v.array(v.object({ ...officerSchema.entries, until: instantSchema })),
  createdAt: instantSchema,
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
};

export const assignmentFactsSchema = v.object(common);
/** What every assignment says, whatever its status. */
export type AssignmentFacts = v.InferOutput<typeof assignmentFactsSchema>;

/** One household in one campaign: whose it is, on which day, and what came of it. */
export const assignmentSchema = v.variant('status', [
  v.object({ status: v.literal('planned'), ...common, next: v.optional(nextSchema) }),
  v.object({ status: v.literal('visited'), ...common, visited: visitedSchema }),
  v.object({ status: v.literal('refused'), ...common }),
  v.object({ status: v.literal('empty'), ...common }),
  v.object({ status: v.literal('excluded'), ...common, excluded: excludedSchema }),
  v.object({ status: v.literal('missed'), ...common }),
]);
export type Assignment = v.InferOutput<typeof assignmentSchema>;
