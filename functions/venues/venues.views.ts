import * as v from 'valibot';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import {
  correctionSchema,
  hoursWeekSchema,
  meetsSchema,
  minutesEntries,
  missingSchema,
  recordedSchema,
} from './openings.states.ts';
import { upgradeSchema } from './upgrades.states.ts';
import {
  exceptionSchema,
  positionSchema,
  spanSchema,
  timetableSchema,
  venueSchema,
} from './venues.states.ts';
import { accessFeatures, facilities, venueKinds, venueStates } from './venues.words.ts';

/** An exception as everybody may see it: without who announced it. */
export const publicExceptionSchema = v.omit(exceptionSchema, ['by']);

/** What a list or a map shows of a venue, and what "open now" is worked out from. */
export const venueRowSchema = v.object({
  venue: v.string(),
  version: v.number(),
  state: v.picklist(venueStates),
  kind: v.picklist(venueKinds),
  name: v.string(),
  node: v.string(),
  address: v.string(),
  position: positionSchema,
  phone: v.optional(v.string()),
  capacity: v.number(),
  facilities: v.array(v.picklist(facilities)),
  access: v.array(v.picklist(accessFeatures)),
  /** How many of its rooms can be booked. */
  bookableRooms: v.number(),
  keeper: v.optional(v.string()),
  timetables: v.array(timetableSchema),
  exceptions: v.array(publicExceptionSchema),
});
export type VenueRow = v.InferOutput<typeof venueRowSchema>;

/** A venue whole, with what this caller may do. */
export const venueViewSchema = v.intersect([
  venueSchema,
  v.object({ venue: v.string(), version: v.number(), mayKeep: v.boolean() }),
]);
export type VenueView = v.InferOutput<typeof venueViewSchema>;

/** One day's record. */
export const openingViewSchema = v.object({
  venue: v.string(),
  /** 0 when nothing is recorded. */
  version: v.number(),
  day: localDateSchema,
  spans: v.array(recordedSchema),
  corrections: v.array(correctionSchema),
  /** Open at this moment, by the record. */
  open: v.boolean(),
  /** The day is over and nobody recorded the closing. */
  noClosing: v.boolean(),
  /** When it is to be open, closures and holidays taken off. */
  planned: v.array(spanSchema),
  asOf: instantSchema,
});
export type OpeningView = v.InferOutput<typeof openingViewSchema>;

export const openingsSchema = v.object({ rows: v.array(openingViewSchema), asOf: instantSchema });

export const dayHoursSchema = v.object({
  day: localDateSchema,
  ...minutesEntries,
  /** When it is to be open, closures and holidays taken off. */
  hours: v.array(spanSchema),
  /** What counts as open. */
  open: v.array(spanSchema),
  noClosing: v.boolean(),
  missing: v.array(missingSchema),
});
export type DayHours = v.InferOutput<typeof dayHoursSchema>;

/** A venue's week, worked out at the moment it is asked for. */
export const weekHoursSchema = v.object({
  venue: v.string(),
  week: v.string(),
  from: localDateSchema,
  to: localDateSchema,
  /** Minutes the district promises; none for a kind without a promise. */
  policy: v.optional(v.number()),
  ...minutesEntries,
  days: v.array(dayHoursSchema),
  missing: v.array(missingSchema),
  gap: v.number(),
  meets: meetsSchema,
  /** Whether the week has passed; before that, what is still to come is not missing. */
  over: v.boolean(),
  asOf: instantSchema,
});
export type WeekHours = v.InferOutput<typeof weekHoursSchema>;

/** The venues of an organisation in one week, the farthest below the promise first. */
export const hoursReportSchema = v.object({
  week: v.string(),
  totals: v.object({
    venues: v.number(),
    meeting: v.number(),
    /** Minutes. */
    planned: v.number(),
    actual: v.number(),
  }),
  rows: v.array(hoursWeekSchema),
  asOf: instantSchema,
});
export type HoursReport = v.InferOutput<typeof hoursReportSchema>;

export const upgradeViewSchema = v.object({
  upgrade: v.string(),
  version: v.number(),
  ...upgradeSchema.entries,
});
export type UpgradeView = v.InferOutput<typeof upgradeViewSchema>;

const counted = v.object({ planned: v.number(), done: v.number() });

export const upgradesSchema = v.object({
  year: v.number(),
  rows: v.array(upgradeViewSchema),
  /** Projects of the year that were not given up, and those that are done. */
  equipment: counted,
  newVenues: counted,
  asOf: instantSchema,
});
