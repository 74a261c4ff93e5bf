import * as v from 'valibot';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { roomSchema } from '../venues/venues.states.ts';
import { venueRowSchema } from '../venues/venues.views.ts';
import { audienceSchema, enrolmentTermsSchema, organiserSchema } from './programme.states.ts';
import { sessionRowSchema } from './programme.views.ts';
import { categories, levels, sessionStates } from './programme.words.ts';

/** A venue as a list or a map shows it; what is open now follows from it, the days off beside it, and the time. */
export const publicVenueRowSchema = v.omit(venueRowSchema, ['keeper']);

/** Days off by the holiday notice from today on, as far as opening hours are shown. */
const holidays = v.array(localDateSchema);

export const publicVenuesSchema = v.object({
  rows: v.array(publicVenueRowSchema),
  holidays,
  asOf: instantSchema,
});
export type PublicVenues = v.InferOutput<typeof publicVenuesSchema>;

/** One venue with its rooms. `planned` and `ended` ones are answered too: an old link says what became of it. */
export const publicVenueSchema = v.object({
  ...publicVenueRowSchema.entries,
  rooms: v.array(roomSchema),
  /** To be asked for under `/api/public/venues/{venue}/photos/{photoId}`; some moments after they were put up. */
  photos: v.array(PhotoIdSchema),
  endedAt: v.optional(instantSchema),
  holidays,
  asOf: instantSchema,
});
export type PublicVenue = v.InferOutput<typeof publicVenueSchema>;

/** Dates that are not over, by when they begin. */
export const whatsOnSchema = v.object({
  rows: v.array(sessionRowSchema),
  next: v.optional(v.string()),
  asOf: instantSchema,
});
export type WhatsOn = v.InferOutput<typeof whatsOnSchema>;

export const publicSessionSchema = v.object({
  /** `<activity>.<no>`. */
  session: v.string(),
  no: v.number(),
  state: v.picklist(sessionStates),
  from: instantSchema,
  to: instantSchema,
  venue: v.optional(v.string()),
  room: v.optional(v.number()),
  place: v.string(),
  /** When it was moved or cancelled, and why. */
  moved: v.optional(v.object({ at: instantSchema, reason: v.string(), from: instantSchema })),
  cancelled: v.optional(v.object({ at: instantSchema, reason: v.string() })),
  /** What to enrol for to come to it; its places are asked for under `/api/public/offers/{offer}`. */
  offer: v.optional(v.string()),
});
export type PublicSession = v.InferOutput<typeof publicSessionSchema>;

/** An activity that was published once, whatever became of it. */
export const publicActivitySchema = v.object({
  activity: v.string(),
  version: v.number(),
  state: v.picklist(['published', 'cancelled', 'ended']),
  category: v.picklist(categories),
  level: v.picklist(levels),
  title: v.string(),
  summary: v.string(),
  audience: audienceSchema,
  organiser: organiserSchema,
  teacher: v.optional(v.string()),
  node: v.string(),
  villages: v.array(v.string()),
  link: v.optional(v.string()),
  /** To be asked for under `/api/public/activities/{activity}/photos/{photoId}`; some moments after they were put up. */
  photos: v.array(PhotoIdSchema),
  enrolment: enrolmentTermsSchema,
  sessions: v.array(publicSessionSchema),
  publishedAt: instantSchema,
  /** When it was cancelled as a whole, and why. */
  cancelled: v.optional(v.object({ at: instantSchema, reason: v.string() })),
  asOf: instantSchema,
});
export type PublicActivity = v.InferOutput<typeof publicActivitySchema>;
