import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { attendees, checkInWays, sources } from './bookings.words.ts';

/** That somebody came to a session, or did not. */
export const attendanceSchema = v.object({
  came: v.boolean(),
  at: instantSchema,
  /** Undefined when the schedule marked it. */
  by: v.optional(officerSchema),
  how: v.optional(v.picklist(checkInWays)),
});
export type Attendance = v.InferOutput<typeof attendanceSchema>;

const common = {
  /** `<activity>` or `<activity>.<session>`: what the places are of. */
  offer: v.string(),
  activity: v.string(),
  title: v.string(),
  /** Where the activity counts. */
  node: nodePathSchema,
  /** First start and last end when it was made; the activity says how they are now. */
  from: instantSchema,
  until: instantSchema,
  /** Rank in the line: whoever took a number earlier comes first. */
  number: v.number(),
  places: v.number(),
  who: v.picklist(attendees),
  /** Masked; the plain values are sealed beside the case and opened one by one, each opening recorded. */
  name: v.string(),
  phone: v.string(),
  age: v.optional(v.number()),
  guardian: v.optional(v.string()),
  consent: v.string(),
  source: v.picklist(sources),
  enrolledAt: instantSchema,
  /** Undefined when the resident enrolled on the site. */
  enrolledBy: v.optional(officerSchema),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
};

/** By number of the session. */
const attendance = v.record(v.string(), attendanceSchema);
const given = { placedAt: v.optional(instantSchema), endedAt: instantSchema };

export const waitingSchema = v.object({ state: v.literal('waiting'), ...common });
/** A place came free long after they asked: theirs until `heldUntil`, when they accept. */
export const heldSchema = v.object({
  state: v.literal('held'),
  ...common,
  placedAt: instantSchema,
  heldUntil: instantSchema,
});
export const confirmedSchema = v.object({
  state: v.literal('confirmed'),
  ...common,
  placedAt: instantSchema,
  attendance,
  /** When the schedule has to look who came to the session that ends next; undefined after the last. */
  lookAt: v.optional(instantSchema),
});
export const cancelledSchema = v.object({
  state: v.literal('cancelled'),
  ...common,
  ...given,
  /** Undefined when the resident cancelled. */
  endedBy: v.optional(officerSchema),
  reason: v.optional(v.string()),
  attendance: v.optional(attendance),
});
export const lapsedSchema = v.object({ state: v.literal('lapsed'), ...common, ...given });
export const leftSchema = v.object({
  state: v.literal('left'),
  ...common,
  ...given,
  endedBy: v.optional(officerSchema),
  reason: v.optional(v.string()),
});

/** An enrolment, by state: a field exists only in the states that have it. */
export const enrolmentSchema = v.variant('state', [
  waitingSchema,
  heldSchema,
  confirmedSchema,
  cancelledSchema,
  lapsedSchema,
  leftSchema,
]);

export type Waiting = v.InferOutput<typeof waitingSchema>;
export type Held = v.InferOutput<typeof heldSchema>;
export type Confirmed = v.InferOutput<typeof confirmedSchema>;
export type Enrolment = v.InferOutput<typeof enrolmentSchema>;
/** Still wanted: waiting for a place or having one. */
export type Standing = Waiting | Held | Confirmed;
