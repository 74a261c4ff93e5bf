import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { accessFeatures, exceptionKinds, facilities, venueKinds } from './venues.words.ts';

/** Hours of one local day as `HH:MM`; the end can be `24:00`. Text order is time order. */
export const spanSchema = v.object({ from: v.string(), to: v.string() });
export type Span = v.InferOutput<typeof spanSchema>;

const spansSchema = v.array(spanSchema);

export const holidayHoursSchema = v.variant('rule', [
  v.object({ rule: v.literal('as-week') }),
  v.object({ rule: v.literal('closed') }),
  v.object({ rule: v.literal('spans'), spans: spansSchema }),
]);

export const timetableSchema = v.object({
  no: v.number(),
  name: v.string(),
  from: localDateSchema,
  /** The last day; without it, until another one is made. */
  to: v.optional(localDateSchema),
  /** Monday to Sunday. */
  week: v.array(spansSchema),
  holidays: holidayHoursSchema,
});
export type Timetable = v.InferOutput<typeof timetableSchema>;

export const exceptionSchema = v.object({
  no: v.number(),
  kind: v.picklist(exceptionKinds),
  from: localDateSchema,
  to: localDateSchema,
  /** Of each of these days; without it, the whole day. An opening always has one. */
  span: v.optional(spanSchema),
  reason: v.string(),
  announcedAt: instantSchema,
  by: officerSchema,
  /** Announced too late for anybody to plan by. */
  short: v.boolean(),
});
export type VenueException = v.InferOutput<typeof exceptionSchema>;

export const roomSchema = v.object({
  /** Never given to another room of the venue: bookings name it. */
  no: v.number(),
  name: v.string(),
  capacity: v.number(),
  facilities: v.array(v.picklist(facilities)),
  bookable: v.boolean(),
  /** Whether the venue decides before the room is somebody's. */
  approval: v.boolean(),
  /** Minutes of one slot, 30 or 60. */
  slot: v.number(),
  /** Minutes of the longest booking. */
  longest: v.number(),
});
export type Room = v.InferOutput<typeof roomSchema>;

/** Degrees of WGS-84, as a satellite receiver gives them; maps made in China draw them some hundred metres off (GCJ-02). */
export const positionSchema = v.object({ lat: v.number(), lng: v.number() });

const common = {
  kind: v.picklist(venueKinds),
  name: v.string(),
  /** The village it stands in, or the town. */
  node: v.string(),
  address: v.string(),
  position: positionSchema,
  /** The venue's own, for everybody. */
  phone: v.optional(v.string()),
  capacity: v.number(),
  facilities: v.array(v.picklist(facilities)),
  access: v.array(v.picklist(accessFeatures)),
  photos: v.array(PhotoIdSchema),
  rooms: v.array(roomSchema),
  keeper: v.optional(officerSchema),
  timetables: v.array(timetableSchema),
  exceptions: v.array(exceptionSchema),
  /** The last numbers given out. */
  last: v.object({ room: v.number(), timetable: v.number(), exception: v.number() }),
  createdAt: instantSchema,
};

export const venueSchema = v.variant('state', [
  v.object({ state: v.literal('planned'), ...common }),
  v.object({ state: v.literal('open'), ...common }),
  v.object({
    state: v.literal('ended'),
    ...common,
    ended: v.object({ at: instantSchema, by: officerSchema, reason: v.string() }),
  }),
]);
export type Venue = v.InferOutput<typeof venueSchema>;
