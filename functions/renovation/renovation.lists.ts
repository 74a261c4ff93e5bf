/** The steps of an application in the order of the way; beside it what stopped. */
export const renovationSteps = [
  'applied',
  'checked',
  'reviewed',
  'papers',
  'assessed',
  'feasible',
  'planned',
  'agreed',
  'queued',
  'noticed',
  'ready',
  'building',
  'finished',
  'accepted',
  'paid',
  'closed',
  'rejected',
  'appealed',
  'withdrawn',
] as const;

/** Lists of applications: each step, and across steps what is open, what is late, whom to ask how it is, and all. */
export const renovationLists = [...renovationSteps, 'open', 'overdue', 'follow-ups', 'all'] as const;
export type RenovationList = (typeof renovationLists)[number];
