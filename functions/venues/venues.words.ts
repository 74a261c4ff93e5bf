import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';

/** 文化服务中心, 文化驿站, 城市书房, 文化广场, 百姓大舞台. */
export const venueKinds = ['culture-centre', 'culture-station', 'city-study', 'square', 'stage'] as const;
export type VenueKind = (typeof venueKinds)[number];

/** `planned`: being built or fitted out, promised to nobody yet; `ended`: given up, its past stays readable. */
export const venueStates = ['planned', 'open', 'ended'] as const;

export const facilities = [
  'library',
  'reading-room',
  'computers',
  'dance-room',
  'music-room',
  'art-room',
  'hall',
  'cinema',
  'exhibition',
  'stage',
  'sports',
  'children',
  'wifi',
  'drinking-water',
] as const;

/** What helps people who can't walk, see or hear well; `ramp` and `level-entrance` make an accessible entrance. */
export const accessFeatures = [
  'level-entrance',
  'ramp',
  'lift',
  'toilet',
  'hearing-loop',
  'seating',
  'parking',
] as const;

export const exceptionKinds = ['closed', 'open'] as const;

/** How an opening came to be recorded: at the door by one tap, or written down afterwards. */
export const recordingWays = ['tap', 'entered'] as const;

/**
 * Why planned minutes were not kept. `closed-announced` and `holiday` are explained; a closure announced too late
 * says why and is still missing, and so is everything else.
 */
export const missingReasons = [
  'holiday',
  'closed-announced',
  'closed-short-notice',
  'opened-late',
  'closed-early',
  /** A gap between two openings of one day. */
  'closed-between',
  /** Nothing was recorded on that day. */
  'not-recorded',
  /** An opening was recorded but no closing: what lies after the hours it began in is not counted. */
  'no-closing',
] as const;
export type MissingReason = (typeof missingReasons)[number];
export const explainedReasons: readonly MissingReason[] = ['holiday', 'closed-announced'];

export const upgradeKinds = ['equipment', 'new-venue'] as const;
export const upgradeStates = ['planned', 'under-way', 'done', 'given-up'] as const;
export type UpgradeState = (typeof upgradeStates)[number];

/** What the district promises for a kind of venue. */
export interface VenuePolicy {
  readonly minutesPerWeek: number;
  /** One in so many opening minutes lies out of office hours, or on a day off. */
  readonly offPeakOneIn: number;
  readonly activitiesPerYear: { readonly town: number; readonly village: number };
}

/**
 * Common standards are 42 hours a week at a town's venue and 35 at a village's, a third of them off-peak, and 52 and
 * 12 activities a year. The district has promised 42 hours for all three indoor kinds; squares and stages are not
 * locked, so that there is nothing to open.
 */
const indoor: VenuePolicy = {
  minutesPerWeek: 42 * 60,
  offPeakOneIn: 3,
  activitiesPerYear: { town: 52, village: 12 },
};
export const venuePolicies: Readonly<Record<VenueKind, VenuePolicy | undefined>> = {
  'culture-centre': indoor,
  'culture-station': indoor,
  'city-study': indoor,
  square: undefined,
  stage: undefined,
};

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  name: 60,
  address: 120,
  capacity: 100_000,
  roomName: 40,
  rooms: 30,
  /** Slots of the longest booking of a room. */
  slots: 16,
  timetableName: 40,
  timetables: 12,
  /** Spans of one day. */
  spans: 4,
  exceptions: 60,
  reason: 500,
  photos: 6,
  /** Days from the first to the last day of a closure. */
  exceptionDays: 366,
  /** Days a closure is announced ahead, so that nobody comes in vain. */
  noticeDays: 5,
  /** Days a past closure stays with its venue. */
  exceptionKeptDays: 400,
  /** Hours after which an opening is no longer tapped or entered but corrected. */
  enteredHours: 36,
  /** Days back that a day's opening can be corrected. */
  correctionDays: 60,
  /** Openings and closings of one day. */
  recorded: 12,
  corrections: 10,
  openingDays: 62,
  upgradeTitle: 80,
  note: 500,
  upgradePhotos: 6,
  upgradeNotes: 40,
  /** Yuan of one project. */
  cost: 100_000_000,
  upgrades: 500,
} as const;

/** Corners of China with its islands, in degrees of WGS-84. */
export const chinaBox = { south: 3, north: 54, west: 73, east: 136 } as const;

/** Path of a town or a village: where a venue can stand. */
export const venueNodeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{6}\/\d{9}(\/\d{12})?$/, fieldCode('id.invalid')),
);

/** Path of a district, a town or a village: for whom venues are listed and hours counted. */
export const placeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{6}(\/\d{9}(\/\d{12})?)?$/, fieldCode('id.invalid')),
);

/** Slots of a room begin and end at these minutes of the day. */
export const slotMinutes = [30, 60] as const;
