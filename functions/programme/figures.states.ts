import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { channels, targetSubjects, targetUnits } from './figures.words.ts';

/** A figure the plan of a year sets for a place. */
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

const entry = {
  node: v.string(),
  day: localDateSchema,
  channel: v.picklist(channels),
  title: v.string(),
  reach: v.optional(v.number()),
  copies: v.optional(v.number()),
  activity: v.optional(v.string()),
  link: v.optional(v.string()),
  by: officerSchema,
  createdAt: instantSchema,
};

/** One time something was made known. One entered by mistake stays, with the reason, and counts nowhere. */
export const publicitySchema = v.variant('state', [
  v.object({ state: v.literal('recorded'), ...entry }),
  v.object({
    state: v.literal('withdrawn'),
    ...entry,
    withdrawn: v.object({ at: instantSchema, by: officerSchema, reason: v.string() }),
  }),
]);
export type Publicity = v.InferOutput<typeof publicitySchema>;
