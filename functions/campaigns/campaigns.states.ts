import * as v from 'valibot';
import { nodePathSchema } from '../issues/issues.words.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { campaignStates } from './campaigns.words.ts';

/** A member of staff as an act of theirs names them. */
export const personSchema = v.object({ id: v.string(), name: v.string() });
export type Person = v.InferOutput<typeof personSchema>;

/** Somebody a village's households are divided over; with areas, those areas are theirs first. */
export const plannedPersonSchema = v.object({
  ...personSchema.entries,
  areas: v.array(v.string()),
});
export type PlannedPerson = v.InferOutput<typeof plannedPersonSchema>;

export const villagePlanSchema = v.object({
  people: v.array(plannedPersonSchema),
  /** Households the register had when it was planned. */
  households: v.number(),
  /** True once every one of them has its person and day. */
  complete: v.boolean(),
  at: instantSchema,
  by: personSchema,
});
export type VillagePlan = v.InferOutput<typeof villagePlanSchema>;

/** A round of visits: what for, where, from when to when. */
export const campaignSchema = v.object({
  state: v.picklist(campaignStates),
  name: v.string(),
  objective: v.string(),
  steps: v.array(v.string()),
  materials: v.array(v.string()),
  /** District, town or village whose every household is to be visited. */
  scope: nodePathSchema,
  from: localDateSchema,
  to: localDateSchema,
  /** Households one person can be given for one day. */
  perDay: v.number(),
  /** Whether days off are planned too; visits out of office hours are made on any day. */
  includeRestDays: v.boolean(),
  /** By village path. */
  plans: v.record(v.string(), villagePlanSchema),
  createdAt: instantSchema,
  createdBy: personSchema,
});
export type Campaign = v.InferOutput<typeof campaignSchema>;
