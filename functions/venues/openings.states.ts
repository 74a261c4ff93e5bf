import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { missingReasons, recordingWays, venueKinds } from './venues.words.ts';

export const recordedSchema = v.object({
  from: instantSchema,
  /** Not there while the venue is open, and when nobody recorded its closing. */
  to: v.optional(instantSchema),
  by: officerSchema,
  how: v.picklist(recordingWays),
});
export type Recorded = v.InferOutput<typeof recordedSchema>;

export const correctionSchema = v.object({
  at: instantSchema,
  by: officerSchema,
  reason: v.string(),
  before: v.array(recordedSchema),
  after: v.array(recordedSchema),
});

/** When one venue was open on one local day, in the order of the day; none reaches past midnight. */
export const openingSchema = v.object({
  venue: v.string(),
  node: v.string(),
  day: localDateSchema,
  spans: v.array(recordedSchema),
  corrections: v.array(correctionSchema),
});
export type Opening = v.InferOutput<typeof openingSchema>;

/** Planned minutes that were not kept: on a day, from and to as `HH:MM`. */
export const missingSchema = v.object({
  day: localDateSchema,
  from: v.string(),
  to: v.string(),
  minutes: v.number(),
  why: v.picklist(missingReasons),
});
export type Missing = v.InferOutput<typeof missingSchema>;

/**
 * Minutes of a day or week. `planned` is what the timetable promises, closures not taken off: those stand in what is
 * missing, with their reason. `extra` is open beyond it, `ahead` is planned and still to come, and
 * planned + extra − actual − ahead is exactly what is missing.
 */
export const minutesEntries = {
  planned: v.number(),
  actual: v.number(),
  extra: v.number(),
  ahead: v.number(),
  /** Missing for a reason that was announced in time, or a holiday. */
  explained: v.number(),
  offPeakPlanned: v.number(),
  offPeakActual: v.number(),
  offPeakAhead: v.number(),
  offPeakExplained: v.number(),
};

export const meetsSchema = v.object({
  /** Whether the timetable promises enough. */
  planned: v.boolean(),
  /** Whether it was open long enough, with what is explained. */
  hours: v.boolean(),
  /** Whether enough of it lay out of office hours. */
  offPeak: v.boolean(),
});

/** One venue's week as the check found it; rewritten when an opening of it is corrected. */
export const hoursWeekSchema = v.object({
  venue: v.string(),
  name: v.string(),
  node: v.string(),
  kind: v.picklist(venueKinds),
  week: v.string(),
  /** `ahead`: what is planned for a week that begins; `over`: what became of it. */
  stage: v.picklist(['ahead', 'over']),
  /** Minutes the district promises; none for a kind without a promise. */
  policy: v.optional(v.number()),
  ...minutesEntries,
  missing: v.array(missingSchema),
  /** Minutes below the promise: planned ones ahead of the week, open ones after it. */
  gap: v.number(),
  meets: meetsSchema,
  at: instantSchema,
});
export type HoursWeek = v.InferOutput<typeof hoursWeekSchema>;
