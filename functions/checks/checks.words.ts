import type { CheckName } from '../findings/findings.words.ts';
import type { Role } from '../platform/contract/roles.ts';
import { type TargetGroup, targetGroups } from '../targets/targets.words.ts';

/** Every scheduled job, in the order of the working day's promises; the rows stand with their nouns. */
export const scheduleNames = [
  ...['issue-deadline', 'issue-unclaimed', 'issue-unanswered', 'supervision-list'],
  ...['ledger-noon', 'visit-coverage'],
  ...[
    'venue-hours',
    'booking-late',
    'booking-care',
    'booking-line',
    'renovation-deadline',
    'renovation-calendar',
  ],
  ...['target-pace', 'calendar-year', 'retention', 'retention-past', 'campaign-plan', 'visit-proof'],
  ...['finding-care', 'finding-proof', 'criticism-care', 'message-mail', 'weekly-report', 'schedule-run'],
] as const;
export type ScheduleName = (typeof scheduleNames)[number];

/** What a check looks at. */
export const checkScopes = [
  ...['issues', 'villages', 'campaigns', 'venues', 'bookings', 'renovations', 'targets', 'calendar'],
  ...['personal', 'schedules'],
] as const;

/** Whose matter a check can be where nobody has taken it on. */
type Told = Extract<Role, 'handler' | 'culture' | 'disability' | 'lead' | 'supervisor' | 'admin'>;

interface CheckFacts {
  /** The schedules it rests on: without one of them, what is broken is not seen. */
  readonly schedules: readonly [ScheduleName, ...ScheduleName[]];
  readonly scope: (typeof checkScopes)[number];
  /** Who is told at the place where nobody answers in person; those above follow after a working day. */
  readonly told: readonly Told[];
}

const departments = ['handler', 'culture', 'disability'] as const satisfies readonly Told[];

/** Whose matter a figure of the plan is. */
const planned = {
  culture: ['culture'],
  assistance: ['disability'],
  promises: ['lead', 'supervisor'],
} as const satisfies Readonly<Record<TargetGroup, readonly Told[]>>;

/** What is watched, check by check: the page of runs and the documentation are made of it. */
export const checkFacts: Readonly<Record<CheckName, CheckFacts>> = {
  'issue-deadline': {
    schedules: ['issue-deadline'],
    ...{ scope: 'issues', told: [...departments, 'lead'] },
  },
  'issue-unclaimed': { schedules: ['issue-unclaimed'], scope: 'issues', told: departments },
  'issue-unanswered': { schedules: ['issue-unanswered'], scope: 'issues', told: departments },
  'supervision-list': { schedules: ['supervision-list'], scope: 'issues', told: ['supervisor'] },
  'ledger-noon': { schedules: ['ledger-noon'], scope: 'villages', told: ['lead'] },
  'visit-coverage': { schedules: ['visit-coverage', 'visit-proof'], scope: 'campaigns', told: ['lead'] },
  'venue-hours': { schedules: ['venue-hours'], scope: 'venues', told: ['culture'] },
  'booking-care': {
    schedules: ['booking-late', 'booking-care', 'booking-line'],
    scope: 'bookings',
    told: ['culture'],
  },
  'renovation-step': {
    schedules: ['renovation-deadline', 'renovation-calendar'],
    ...{ scope: 'renovations', told: ['disability'] },
  },
  'target-pace': {
    schedules: ['target-pace'],
    ...{ scope: 'targets', told: [...planned.culture, ...planned.assistance, ...planned.promises] },
  },
  'calendar-year': { schedules: ['calendar-year'], scope: 'calendar', told: ['admin'] },
  'schedule-run': { schedules: ['schedule-run'], scope: 'schedules', told: ['admin'] },
  retention: { schedules: ['retention', 'retention-past'], scope: 'personal', told: ['admin'] },
};

const groups = ['culture', 'assistance', 'promises'] as const satisfies readonly TargetGroup[];

/** Who is told of what a check found: of a figure of the plan, those its subject is the matter of. */
export const toldOf = (
  check: CheckName,
  facts: Readonly<Record<string, string | number>>,
): readonly Told[] => {
  const group = groups.find((one) => targetGroups[one].some((subject) => subject === facts['subject']));
  return check === 'target-pace' && group !== undefined ? planned[group] : checkFacts[check].told;
};
