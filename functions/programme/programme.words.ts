import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';

/** What a venue puts on; the yearly plan and the figures count by these. */
export const categories = [
  'festival',
  'performance',
  'film',
  'flash-mob',
  'heritage',
  'competition',
  'training',
  'course',
  'online-course',
  'reading',
] as const;
export type Category = (typeof categories)[number];

/** Who puts it on: the district, a town or a village. */
export const levels = ['district', 'town', 'village'] as const;

export const audiences = [
  'everyone',
  'children',
  'teenagers',
  'families',
  'women',
  'elderly',
  'disabled',
] as const;

/** `ended`: everything there was has taken place; `cancelled`: what had not yet, never will. */
export const activityStates = ['draft', 'published', 'cancelled', 'ended'] as const;

/** `held`: it took place, and somebody counted who was there. */
export const sessionStates = ['planned', 'cancelled', 'held'] as const;

/** What places are of: nothing, the whole activity, or each session by itself. */
export const enrolmentWays = ['none', 'whole', 'session'] as const;

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  title: 60,
  summary: 2_000,
  organiser: 60,
  teacher: 30,
  place: 80,
  reason: 500,
  link: 300,
  photos: 4,
  age: 120,
  /** Villages one activity is for: each has its own list. */
  villages: 30,
  sessions: 120,
  /** Sessions with places of their own: their number is changed in one commit. */
  bookableSessions: 80,
  /** Hours of one session. */
  sessionHours: 24,
  /** Days ahead a session can be planned. */
  aheadDays: 731,
  /** Times of one day in a rule of dates. */
  times: 4,
  exceptDays: 60,
  capacity: 5_000,
  /** Minutes before the start at which enrolment or cancelling can close. */
  closesMinutes: 30 * 24 * 60,
  party: 50,
  perPhone: 50,
  holdHours: 7 * 24,
  /** People counted at one session. */
  people: 100_000,
} as const;

/** Terms of enrolment where nothing else is said. */
export const usualTerms = { closes: 0, cutoff: 120, perPhone: 4, party: 4, waiting: true, hold: 0 } as const;

/** Number of a session within its activity, as it stands in an address. */
export const sessionNoSchema = v.pipe(v.string(), v.regex(/^\d{1,3}$/, fieldCode('id.invalid')));

export const sessionIdOf = (activity: string, no: number): string => `${activity}.${no}`;
