import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { eventKinds } from './services.words.ts';

const event = {
  kind: v.picklist(eventKinds),
  node: v.string(),
  day: localDateSchema,
  title: v.string(),
  place: v.string(),
  /** People; undefined where the programme counts them. */
  served: v.optional(v.number()),
  volunteers: v.number(),
  leaflets: v.number(),
  works: v.number(),
  /** Fen. */
  takings: v.number(),
  /** The activity of the programme it was. */
  activity: v.optional(v.string()),
  note: v.optional(v.string()),
  by: officerSchema,
  createdAt: instantSchema,
};

/** A day for others (助残活动). One entered by mistake stays, with the reason, and counts nowhere. */
export const eventSchema = v.variant('state', [
  v.object({ state: v.literal('recorded'), ...event }),
  v.object({
    state: v.literal('withdrawn'),
    ...event,
    withdrawn: v.object({ at: instantSchema, by: officerSchema, reason: v.string() }),
  }),
]);
export type AssistanceEvent = v.InferOutput<typeof eventSchema>;
