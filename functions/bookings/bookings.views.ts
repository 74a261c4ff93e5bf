import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { attendees, enrolmentStates, roomBookingStates, shownStates, sources } from './bookings.words.ts';
import { attendanceSchema, confirmedSchema } from './enrolments.states.ts';
import { roomBookingSchema } from './rooms.states.ts';

/** A date of an activity, as whoever enrolled needs it. */
export const dateSchema = v.object({
  no: v.number(),
  from: instantSchema,
  to: instantSchema,
  /** The venue's name, or a place in words. */
  place: v.string(),
  venue: v.optional(v.string()),
  calledOff: v.boolean(),
  /** Why it was cancelled, or moved the last time. */
  reason: v.optional(v.string()),
});

/** What can be enrolled for, with its places as they were at `asOf`. */
export const offerViewSchema = v.object({
  offer: v.string(),
  activity: v.string(),
  title: v.string(),
  state: v.picklist(['not-yet', 'open', 'closed', 'called-off']),
  opensAt: instantSchema,
  closesAt: instantSchema,
  /** Until then one may cancel on the site. */
  cutoffAt: instantSchema,
  capacity: v.number(),
  taken: v.number(),
  /** People's places that wait in line; follows within seconds. */
  waiting: v.number(),
  hasWaitingList: v.boolean(),
  /** Most places of one enrolment, and of one phone. */
  party: v.number(),
  perPhone: v.number(),
  /** Hours a place that came free is held for whoever waited; 0 when it is theirs at once. */
  holdHours: v.number(),
  dates: v.array(dateSchema),
  asOf: instantSchema,
});
export type OfferView = v.InferOutput<typeof offerViewSchema>;

/** That a venue has closed since for a time it was booked for, and why, where it was said. */
const closedSchema = v.object({ reason: v.optional(v.string()) });

/** How somebody's enrolment stands, in their own words and times. */
export const enrolmentProgressSchema = v.object({
  kind: v.literal('enrolment'),
  reference: v.string(),
  version: v.number(),
  state: v.picklist(shownStates),
  offer: v.string(),
  activity: v.string(),
  title: v.string(),
  who: v.picklist(attendees),
  /** Masked. */
  name: v.string(),
  places: v.number(),
  dates: v.array(v.object({ ...dateSchema.entries, closed: v.optional(closedSchema) })),
  enrolledAt: instantSchema,
  /** Enrolments before this one in the line, while it waits; `more` when there are more than are counted. */
  rank: v.optional(v.object({ before: v.number(), more: v.boolean() })),
  heldUntil: v.optional(instantSchema),
  cutoffAt: instantSchema,
  mayCancel: v.boolean(),
  mayAccept: v.boolean(),
  mayShrink: v.boolean(),
  /** Text for the QR code at the door, once the place is confirmed. */
  ticket: v.optional(v.string()),
  attendance: confirmedSchema.entries.attendance,
  reason: v.optional(v.string()),
  anonymisedAt: v.optional(instantSchema),
  asOf: instantSchema,
});

const {
  venue,
  venueName,
  room,
  roomName,
  day,
  from,
  to,
  startsAt,
  endsAt,
  purpose,
  people,
  organisation,
  name,
  phone,
  source,
  requestedAt,
  requestedBy,
  decision,
} = roomBookingSchema.entries;

export const roomProgressSchema = v.object({
  kind: v.literal('room'),
  reference: v.string(),
  version: v.number(),
  state: v.picklist(roomBookingStates),
  ...{ venue, venueName, room, roomName, day, from, to, startsAt, endsAt, purpose, people, requestedAt },
  /** What the desk wrote with its decision. */
  note: v.optional(v.string()),
  /** While it stands: the venue has closed for that time since. */
  closed: v.optional(closedSchema),
  mayCancel: v.boolean(),
  anonymisedAt: v.optional(instantSchema),
  asOf: instantSchema,
});

export const progressSchema = v.variant('kind', [enrolmentProgressSchema, roomProgressSchema]);

/** One line of a roster; names and phones masked. */
export const rosterRowSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(enrolmentStates),
  number: v.number(),
  places: v.number(),
  who: v.picklist(attendees),
  name: v.string(),
  phone: v.string(),
  age: v.optional(v.number()),
  enrolledAt: instantSchema,
  heldUntil: v.optional(instantSchema),
  source: v.picklist(sources),
  /** By number of the session: whether they came. */
  attendance: v.record(v.string(), v.boolean()),
});
export type RosterRow = v.InferOutput<typeof rosterRowSchema>;

export const contactSchema = v.object({
  name: v.string(),
  phone: v.string(),
  guardian: v.optional(v.string()),
});

/** Whom to call about what takes place at a venue on a day. */
export const callListSchema = v.object({
  venueName: v.string(),
  day: localDateSchema,
  sessions: v.array(
    v.object({
      session: v.string(),
      title: v.string(),
      from: instantSchema,
      to: instantSchema,
      organiser: v.string(),
      /** Whether one enrols for it: otherwise nobody knows who will come. */
      enrolled: v.boolean(),
      /** Undefined where they are for the organiser to call, outside the caller's area. */
      people: v.optional(
        v.array(v.object({ reference: v.string(), places: v.number(), ...contactSchema.entries })),
      ),
    }),
  ),
  asOf: instantSchema,
});
export type CallList = v.InferOutput<typeof callListSchema>;

/** An enrolment as staff see it. */
export const enrolmentViewSchema = v.object({
  ...rosterRowSchema.entries,
  offer: v.string(),
  activity: v.string(),
  title: v.string(),
  from: instantSchema,
  until: instantSchema,
  guardian: v.optional(v.string()),
  enrolledBy: v.optional(officerSchema),
  placedAt: v.optional(instantSchema),
  endedAt: v.optional(instantSchema),
  endedBy: v.optional(officerSchema),
  reason: v.optional(v.string()),
  attended: v.record(v.string(), attendanceSchema),
  mayCancel: v.boolean(),
  anonymisedAt: v.optional(instantSchema),
});

/** What came of a check-in; `already` when they were marked as there before. */
export const checkInSchema = v.object({
  reference: v.string(),
  version: v.number(),
  title: v.string(),
  name: v.string(),
  who: v.picklist(attendees),
  places: v.number(),
  at: instantSchema,
  already: v.boolean(),
});

export const roomBookingViewSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(roomBookingStates),
  ...{ venue, venueName, room, roomName, day, from, to, startsAt, endsAt, purpose, people, organisation },
  ...{ name, phone, source, requestedAt, requestedBy, decision },
});
export type RoomBookingView = v.InferOutput<typeof roomBookingViewSchema>;

/** A booking beside the hours its venue plans now. */
export const roomBesideHoursSchema = v.object({
  ...roomBookingViewSchema.entries,
  closed: v.optional(closedSchema),
});

export const roomSlotsSchema = v.object({
  venue: v.string(),
  venueName: v.string(),
  room: v.number(),
  roomName: v.string(),
  capacity: v.number(),
  /** Whether the venue decides before the room is somebody's. */
  approval: v.boolean(),
  /** Minutes of one slot, and of the longest booking. */
  slot: v.number(),
  longest: v.number(),
  day: localDateSchema,
  slots: v.array(v.object({ from: v.string(), to: v.string(), free: v.boolean() })),
  /** When nothing is free: the next day on which something is, if there is one within two weeks. */
  next: v.optional(localDateSchema),
  asOf: instantSchema,
});
