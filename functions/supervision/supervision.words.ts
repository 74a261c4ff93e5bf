/** Why an issue is on the day's supervision list (督导清单); one may be there for several. */
export const supervisionReasons = ['overdue', 'unowned', 'returned', 'dissatisfied', 'random'] as const;
export type SupervisionReason = (typeof supervisionReasons)[number];

/** How it was looked at. */
export const supervisionWays = ['paper', 'call', 'site'] as const;

/** 真实办结, 部分办结, 未真实办结. */
export const supervisionVerdicts = ['resolved', 'partly', 'not-resolved'] as const;

export const limits = {
  /** Issues a reason brings to a day's list at most. */
  perReason: 8,
  /** Drawn by lot. */
  random: 3,
  /** Characters. */
  text: 500,
  /** Of one look. */
  photos: 6,
  /** Working days after the day of the list until whose end everything on it is looked at. */
  workingDays: 1,
  /** Days without a list that the next one says at most. */
  missed: 30,
  perPage: 30,
} as const;
