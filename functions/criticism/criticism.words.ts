/** A notice of criticism (通报批评), from its draft to its end. */
export const criticismStates = ['drafted', 'heard', 'published', 'expired', 'withdrawn'] as const;
export type CriticismState = (typeof criticismStates)[number];

/** An exemplary site (观摩点). */
export const exemplaryStates = ['proposed', 'approved', 'expired', 'withdrawn'] as const;
export type ExemplaryState = (typeof exemplaryStates)[number];

export const limits = {
  /** Characters. */
  title: 80,
  text: 3000,
  reply: 3000,
  reason: 500,
  place: 100,
  /** Of an exemplary site. */
  photos: 9,
  /** Working days an organisation has to reply before a notice about it may be published. */
  replyDays: 5,
  /** Days a notice stays published, and a site exemplary: half a year. */
  standsDays: 183,
  /** Months a notice looks back over at most. */
  months: 6,
  /** Of fewer cases than that no rate is made: counts only. */
  rateFrom: 10,
  /** Cases a notice may have behind it; each is opened from it. */
  cases: 100,
  perPage: 30,
} as const;
