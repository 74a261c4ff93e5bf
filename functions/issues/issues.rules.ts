import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { oneWorkingDayAfter, promisedWorkingDays, startClock } from './issues.clock.rules.ts';
import type { IssueRefusal } from './issues.problems.ts';
import type { Arbitration, Claimed, Issue, IssueState, Registered, Transferred } from './issues.states.ts';

export type IssueDecision<S extends Issue = Issue> = Decision<S, IssueRefusal>;

/** Who acts, when, and by which calendar; all a rule may know of the world. */
export interface Act {
  readonly by: Officer;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** A rule for an issue in whatever state it is. */
export type Rule = (issue: Issue, act: Act) => IssueDecision;

export const refuse = (refusal: IssueRefusal): { readonly refusal: IssueRefusal } => ({ refusal });

export const decided = <S extends Issue>(
  next: S,
  type: string,
  data: LedgerEvent['data'] = {},
): IssueDecision<S> => ({
  next,
  events: [{ type, data }],
});

/** Runs a rule for the states it exists in; in any other the transition is not allowed. */
export const from = <K extends IssueState>(
  states: readonly K[],
  rule: (issue: Extract<Issue, { state: K }>, act: Act) => IssueDecision,
): Rule => {
  const isIn = (issue: Issue): issue is Extract<Issue, { state: K }> =>
    states.some((state) => state === issue.state);
  return (issue, act) => (isIn(issue) ? rule(issue, act) : refuse('issue.transition_not_allowed'));
};

/** To a department. The clock starts with the first transfer; a return and another transfer don't restart it. */
export const transfer = (
  issue: Registered,
  { by, now, calendar }: Act,
  department: string,
  urgency: Issue['urgency'],
): IssueDecision<Transferred> => {
  const clock = issue.clock ?? startClock(calendar, now, promisedWorkingDays(urgency));
  const assignment = { department, by, at: now, returnBy: oneWorkingDayAfter(calendar, now), binding: false };
  return decided({ ...issue, state: 'transferred', urgency, assignment, clock }, 'transferred', {
    department,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
  });
};

export const claim = (issue: Transferred, { by, now }: Act): IssueDecision<Claimed> =>
  decided({ ...issue, state: 'claimed', claimedAt: now, handler: by, extension: undefined }, 'claimed');

/** "Not ours": with a reason, within one working day; the second time a supervisor decides, and then it stays. */
export const giveBack = (
  issue: Transferred | Claimed,
  { by, now }: Act,
  reason: string,
): IssueDecision<Registered | Arbitration> => {
  const { assignment } = issue;
  if (assignment.binding) return refuse('issue.return_bound');
  if (now >= assignment.returnBy) return refuse('issue.return_too_late');
  const returns = [...issue.returns, { department: assignment.department, by, at: now, reason }];
  const { clock } = issue;
  const kept = { ...commonOf(issue), returns, clock };
  const data = { department: assignment.department, reason, times: returns.length };
  return returns.length >= 2
    ? decided({ ...kept, state: 'arbitration' }, 'returned', data)
    : decided({ ...kept, state: 'registered' }, 'returned', data);
};

/** A supervisor's decision after a second return; the clock has run on all the while. */
export const arbitrate = (
  issue: Arbitration,
  { by, now, calendar }: Act,
  department: string,
  reason: string,
): IssueDecision<Transferred> => {
  const assignment = { department, by, at: now, returnBy: oneWorkingDayAfter(calendar, now), binding: true };
  return decided({ ...issue, state: 'transferred', assignment }, 'arbitrated', { department, reason });
};

/** A note for colleagues. It changes nothing but the history: no clock, no state, no order in any list. */
export const comment = (issue: Issue, text: string): IssueDecision => decided(issue, 'commented', { text });

/** What every issue has, without the fields of the state it was in. */
export const commonOf = (issue: Issue): Omit<Registered, 'state' | 'clock'> => {
  const { category, what, place, source, urgency, photos, raisedAt, registeredBy, reporter } = issue;
  const { returns, reopenings, duplicates, household, visit, venue } = issue;
  return {
    ...{
      category,
      what,
      place,
      source,
      urgency,
      photos,
      raisedAt,
      reporter,
      returns,
      reopenings,
      duplicates,
    },
    ...(registeredBy ? { registeredBy } : {}),
    ...(household === undefined ? {} : { household }),
    ...(visit === undefined ? {} : { visit }),
    ...(venue === undefined ? {} : { venue }),
  };
};
