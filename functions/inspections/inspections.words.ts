/** Drawn: known to inspectors only. Running: the visits are being checked. Finished: nothing changes any more. */
export const inspectionStates = ['drawn', 'running', 'finished'] as const;

/** Lists of inspections; `drawn` is shown to inspectors and nobody else. */
export const inspectionLists = ['drawn', 'started'] as const;
export type InspectionList = (typeof inspectionLists)[number];

/** What is asked about every visit of a sample, in the order of the form. */
export const questions = ['reallyVisited', 'everyoneMet', 'issuesAccurate', 'ledgerComplete'] as const;
export type Question = (typeof questions)[number];

/** A neighbour can't say who was met: that nothing can be told is an answer of its own. */
export const answers = ['yes', 'no', 'cannot-tell'] as const;

/** What can be wrong with a visit. */
export const discrepancyKinds = [
  'not-visited',
  'wrong-person',
  'wrong-outcome',
  'missing-issue',
  'staged-photo',
  'ledger-incomplete',
  'other',
] as const;
export type DiscrepancyKind = (typeof discrepancyKinds)[number];

/** Withdrawn: the inspector took back what was found, with the check it stood in. */
export const rectificationStates = ['open', 'done', 'accepted', 'withdrawn'] as const;

/** `overdue` is the part of `open` whose due day is over. */
export const rectificationLists = ['open', 'overdue', 'done', 'all'] as const;
export type RectificationList = (typeof rectificationLists)[number];

export const limits = {
  /** So that starting an inspection, which opens a check for each visit, is one transaction. */
  size: 40,
  days: 31,
  /** Villages × days that a sample is drawn from; each is one list. */
  lists: 400,
  /** A visit recorded less than so many minutes ago may not stand in its list yet, and is left out. */
  settlingMinutes: 2,
  note: 500,
  what: 300,
  conclusion: 1_000,
  reason: 500,
  photos: 3,
  workingDays: 5,
  workingDaysMost: 30,
  /** Times a rectification can be sent back. */
  returns: 10,
  page: 50,
  /** Days of finished inspections that rates are made of. */
  rateDays: 366,
} as const;
