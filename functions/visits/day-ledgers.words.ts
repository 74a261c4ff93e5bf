/** What a village's day is until its lead hands it in, when noon passed without, and after. */
export const dayLedgerStates = ['open', 'missing', 'handed-in'] as const;

export const ledgerLimits = {
  note: 1_000,
  reason: 500,
  text: 1_000,
  amendments: 30,
  /** Minutes after midnight of the next day at which it is late: 12:00 noon. */
  noonMinutes: 12 * 60,
  /** Days the noon check looks back, so that an outage hides nobody. */
  lookBackDays: 14,
} as const;

/** What is counted of a day; the counters of a node bear the same names. */
export const dayFigures = [
  'visits',
  'met',
  'notHome',
  'refused',
  'vacant',
  'moved',
  'appointment',
  'offPeak',
  'issues',
  'materials',
] as const;
