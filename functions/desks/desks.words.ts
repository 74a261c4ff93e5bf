/** The parts of a desk, in the order it shows them. */
export const deskParts = ['issues', 'findings', 'coverage', 'hours', 'budget'] as const;
export type DeskPart = (typeof deskParts)[number];

export const deskLimits = {
  /** Months of the three rates, this one with them: a follow-up may come long after an issue was raised. */
  months: 12,
  /** Campaigns at once; more than a district ever runs. */
  campaigns: 4,
} as const;
