import { holdsOneOf, isWithin, type Principal, type Role } from '../platform/contract/roles.ts';
import type { Finding } from './findings.states.ts';
import type { findingActions } from './findings.views.ts';
import type { CheckName } from './findings.words.ts';

/** Those who see whatever is found in their area. */
export const overseers = [
  'lead',
  'supervisor',
  'inspector',
  'admin',
  'auditor',
] as const satisfies readonly Role[];

/** Who else sees what one check finds. */
const concerned: Readonly<Record<CheckName, readonly Role[]>> = {
  'issue-deadline': ['handler', 'culture', 'disability', 'visitor'],
  'issue-unclaimed': ['handler', 'culture', 'disability'],
  'issue-unanswered': ['handler', 'culture', 'disability'],
  'supervision-list': [],
  'ledger-noon': ['visitor'],
  'visit-coverage': ['visitor'],
  'venue-hours': ['culture'],
  'booking-care': ['culture'],
  'renovation-step': ['disability'],
  'target-pace': ['culture', 'disability'],
  'calendar-year': [],
  'schedule-run': [],
  retention: [],
};

export const findingReaders = [
  ...overseers,
  'visitor',
  'handler',
  'culture',
  'disability',
] as const satisfies readonly Role[];

export const exceptionGranters = ['supervisor'] as const satisfies readonly Role[];

/** Whether this caller sees what a check finds, somewhere; without a check: whatever is found. */
export const maySeeCheck = (check: CheckName | undefined, { roles }: Pick<Principal, 'roles'>): boolean => {
  const readers: readonly Role[] = check === undefined ? overseers : [...overseers, ...concerned[check]];
  return roles.some((role) => readers.includes(role));
};

export const maySee = ({ check, node, answers }: Finding, who: Principal): boolean =>
  answers.officer?.id === who.staffId ||
  (maySeeCheck(check, who) && (isWithin(node, who.scope) || isWithin(answers.node, who.scope)));

/** A supervisor of the place, but never from what they answer for themselves. */
export const mayExcept = ({ node, answers }: Finding, who: Principal): boolean =>
  holdsOneOf(who, exceptionGranters) && isWithin(node, who.scope) && answers.officer?.id !== who.staffId;

export const allowedFindingActions = (finding: Finding, who: Principal): (typeof findingActions)[number][] =>
  finding.state === 'open' && mayExcept(finding, who) ? ['exception'] : [];
