import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { targetSubjects, targetUnits } from './targets.words.ts';

/** A figure the plan of a year sets for a place; a share is in percent, money in yuan. */
export const targetSchema = v.object({
  node: v.string(),
  year: v.number(),
  subject: v.picklist(targetSubjects),
  unit: v.picklist(targetUnits),
  figure: v.number(),
  createdAt: instantSchema,
  /** When it was set the last time, by whom; why, when it had been another. */
  set: v.object({ at: instantSchema, by: officerSchema, reason: v.optional(v.string()) }),
});
export type Target = v.InferOutput<typeof targetSchema>;
