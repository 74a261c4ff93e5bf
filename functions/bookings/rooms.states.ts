import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { timeOfDaySchema } from './bookings.fields.ts';
import { roomBookingStates, sources } from './bookings.words.ts';

/** A room for some hours of one day. Its slots are claimed in the commit that makes it, and given back with it. */
export const roomBookingSchema = v.object({
  state: v.picklist(roomBookingStates),
  venue: v.string(),
  venueName: v.string(),
  node: nodePathSchema,
  room: v.number(),
  roomName: v.string(),
  day: localDateSchema,
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** Starts of the slots it claims. */
  slots: v.array(timeOfDaySchema),
  purpose: v.string(),
  people: v.number(),
  organisation: v.optional(v.string()),
  /** Masked. */
  name: v.string(),
  phone: v.string(),
  consent: v.string(),
  source: v.picklist(sources),
  requestedAt: instantSchema,
  requestedBy: v.optional(officerSchema),
  /** How it was decided or given up; undefined as long as neither happened. */
  decision: v.optional(
    v.object({ at: instantSchema, by: v.optional(officerSchema), note: v.optional(v.string()) }),
  ),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
});
export type RoomBooking = v.InferOutput<typeof roomBookingSchema>;
