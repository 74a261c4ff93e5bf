import { categories } from '../programme/programme.words.ts';
import { upgradeKinds } from '../venues/venues.words.ts';

/** What takes place, by category, and the projects of venues. */
const programme = ['activities', 'sessions', 'people', 'villages'] as const;
const projects = ['projects'] as const;

/** What a year's plan can set a figure for, and by what it is counted: the one table of both. */
export const unitsOf = {
  festival: programme,
  performance: programme,
  film: programme,
  'flash-mob': programme,
  heritage: programme,
  competition: programme,
  training: programme,
  course: programme,
  'online-course': programme,
  reading: programme,
  equipment: projects,
  'new-venue': projects,
  'venue-hours': ['kept-weeks'],
  devices: ['pieces'],
  'day-centres': ['centres', 'members', 'attendances'],
  donations: ['receipts', 'households'],
  rehabilitation: ['children', 'helps'],
  'assistance-events': ['events', 'served'],
  renovation: ['homes', 'money'],
  issues: ['resolved-in-time', 'answered', 'satisfied'],
  visits: ['coverage'],
  'day-ledgers': ['ledgers-in-time'],
} as const;
export type TargetSubject = keyof typeof unitsOf;

/** Who answers for a figure of the plan. */
export const targetGroups = {
  culture: [...categories, ...upgradeKinds, 'venue-hours'],
  assistance: [
    ...['devices', 'day-centres', 'donations', 'rehabilitation', 'assistance-events'],
    'renovation',
  ] as const,
  promises: ['issues', 'visits', 'day-ledgers'],
} as const satisfies Readonly<Record<string, readonly TargetSubject[]>>;
export type TargetGroup = keyof typeof targetGroups;

export const targetSubjects = [
  ...targetGroups.culture,
  ...targetGroups.assistance,
  ...targetGroups.promises,
] as const;

/**
 * `villages`: those in which at least one session was held. `projects` are of venues. `money` is whole yuan. `centres`
 * and `members` are how many there are, `children` and `households` count everybody once. Shares are whole percent.
 */
export const targetUnits = [
  ...programme,
  ...projects,
  ...unitsOf['venue-hours'],
  ...unitsOf.devices,
  ...unitsOf['day-centres'],
  ...unitsOf.donations,
  ...unitsOf.rehabilitation,
  ...unitsOf['assistance-events'],
  ...unitsOf.renovation,
  ...unitsOf.issues,
  ...unitsOf.visits,
  ...unitsOf['day-ledgers'],
] as const;
export type TargetUnit = (typeof targetUnits)[number];

export const unitFits = (subject: TargetSubject, unit: TargetUnit): boolean =>
  unitsOf[subject].some((one) => one === unit);

/** Units that are a share of something, in percent; what is aimed at is to be kept all year. */
export const rateUnits = [
  ...['kept-weeks', 'resolved-in-time', 'answered', 'satisfied', 'coverage', 'ledgers-in-time'],
] as const satisfies readonly TargetUnit[];

/** Units of which there are only so many: what is there, or covered, is no pace. */
export const levelUnits = ['villages', 'centres', 'members'] as const satisfies readonly TargetUnit[];

export type TargetMeasure = 'sum' | 'level' | 'rate';

export const measureOf = (unit: TargetUnit): TargetMeasure => {
  if (rateUnits.some((one) => one === unit)) return 'rate';
  return levelUnits.some((one) => one === unit) ? 'level' : 'sum';
};

/** Homes are the district's to plan, money that of its towns, too; everything else is counted everywhere. */
const deepest: Partial<Readonly<Record<TargetUnit, number>>> = { homes: 1, money: 2 };

export const isCountedAt = (unit: TargetUnit, node: string): boolean =>
  node.split('/').length <= (deepest[unit] ?? Number.POSITIVE_INFINITY);

/** How a figure stands: `unknown` where nothing is there yet that it could be told by. */
export const targetStands = ['reached', 'on-track', 'behind', 'unknown'] as const;
export type TargetStand = (typeof targetStands)[number];

/** How far the money of a year is given away: `nearly` above {@link targetLimits.budgetPercent}. */
export const budgetStands = ['within', 'nearly', 'used-up'] as const;

export const targetLimits = {
  figure: 10_000_000,
  percent: 100,
  /** Characters (code points). */
  reason: 500,
  /** Days of a year before a pace says anything about its end. */
  forecastFromDays: 30,
  budgetPercent: 90,
} as const;
