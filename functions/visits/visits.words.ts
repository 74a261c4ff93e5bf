import { limits as issueLimits } from '../issues/issues.words.ts';

/** What came of standing at a door. */
export const visitOutcomes = ['met', 'not-home', 'refused', 'vacant', 'moved', 'appointment'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** Who opened: how they belong to the household, by its head. */
export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'other-relative',
  'tenant',
  'shop-assistant',
  'carer',
  'neighbour',
  'other',
] as const;

/** When a household asked to be visited. */
export const appointmentSlots = ['morning', 'afternoon', 'evening', 'rest-day'] as const;

/** Why a visit that was accepted has to be looked at by the lead; both versions stay. */
export const conflictKinds = [
  /** Somebody else visited this household before this entry came in. */
  'already-visited',
  /** The same person recorded another visit of this household on the same day. */
  'duplicate-visit',
  /** The household had been given to somebody else when the entry came in. */
  'reassigned',
] as const;

/** `keep`: both count as they are; `void`: this one counts for nothing and stays readable. */
export const settlementDecisions = ['keep', 'void'] as const;

/**
 * What becomes of an entry: `already` is a repeat, answered as the first time; `refused` is not taken as it is and
 * somebody has to look at it; `again` says that the same should be sent again, which never does anything twice.
 */
export const entryResults = ['recorded', 'already', 'refused', 'again'] as const;

export const grades = [1, 2, 3, 4, 5] as const;

export const limits = {
  entries: 25,
  /** Bytes of one batch: twenty-five entries whose every text is as long as it may be. */
  batchBytes: 1_000_000,
  met: 10,
  name: 30,
  views: 1_000,
  note: 500,
  materials: 10,
  material: 60,
  issues: 5,
  photos: 3,
  reason: 500,
  issuePlace: issueLimits.place,
  issueWhat: issueLimits.what,
  /** Minutes a phone's clock may be ahead. */
  clockAheadMinutes: 5,
  /** Days after today that a round shows besides today. */
  laterDays: 2,
  /** Rows of a round; who has more to do than this sees the most urgent. */
  roundRows: 400,
  page: 50,
  figureDays: 92,
} as const;
