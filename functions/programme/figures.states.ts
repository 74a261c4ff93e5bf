import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { channels } from './figures.words.ts';

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
