import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/ledger.ts';
import type { Instant } from '../platform/runtime/time.ts';
import {
  oneWorkingDayAfter,
  promisedWorkingDays,
  resetClock,
  runningClock,
  startClock,
  stopClock,
} from './issues.clock.rules.ts';
import type { IssueRefusal } from './issues.problems.ts';
import type {
  Answered,
  Arbitration,
  Claimed,
  Closed,
  Issue,
  IssueState,
  Linked,
  Officer,
  Registered,
  Resolved,
  Threshold,
  Transferred,
} from './issues.states.ts';
import { thresholds } from './issues.states.ts';
import { limits } from './issues.words.ts';

type IssueDecision<S extends Issue = Issue> = Decision<S, IssueRefusal>;

/** Who acts, when, and by which calendar; all a rule may know of the world. */
export interface Act {
  readonly by: Officer;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** A rule for an issue in whatever state it is. */
export type Rule = (issue: Issue, act: Act) => IssueDecision;

const refuse = (refusal: IssueRefusal): { readonly refusal: IssueRefusal } => ({ refusal });

const decided = <S extends Issue>(
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

export const requestExtension = (
  issue: Claimed,
  { by, now }: Act,
  workingDays: number,
  reason: string,
): IssueDecision<Claimed> => {
  if (issue.extension) return refuse('issue.extension_once');
  if (now >= issue.clock.dueAt) return refuse('issue.extension_too_late');
  const extension = { reason, workingDays, requestedBy: by, requestedAt: now };
  return decided({ ...issue, extension }, 'extension-requested', { workingDays, reason });
};

/** Approved, the promise becomes longer by so many working days, counted from where it began. */
export const decideExtension = (
  issue: Claimed,
  { by, now, calendar }: Act,
  approved: boolean,
  note: string,
): IssueDecision<Claimed> => {
  const { extension } = issue;
  if (!extension || extension.decision) return refuse('issue.extension_missing');
  if (extension.requestedBy.id === by.id) return refuse('issue.own_request');
  const clock = approved
    ? resetClock(calendar, issue.clock, issue.clock.workingDays + extension.workingDays, now)
    : issue.clock;
  return decided(
    { ...issue, clock, extension: { ...extension, decision: { approved, note, by, at: now } } },
    approved ? 'extension-approved' : 'extension-refused',
    { note, dueAt: clock.dueAt, provisional: clock.provisional },
  );
};

export interface Handling {
  readonly outcome: Resolved['resolution']['outcome'];
  readonly measures: string;
  readonly photos: Resolved['resolution']['photos'];
  readonly plan: Resolved['resolution']['plan'];
}

/** The clock stops here; what could not be done in time needs a plan with milestones, and an answer all the same. */
export const resolve = (
  issue: Claimed,
  { by, now, calendar }: Act,
  handling: Handling,
): IssueDecision<Resolved> => {
  if (handling.outcome === 'planned' && handling.plan.length === 0) return refuse('issue.plan_needed');
  const inTime = now < issue.clock.dueAt;
  return decided(
    {
      ...issue,
      state: 'resolved',
      clock: stopClock(issue.clock, now),
      resolution: { ...handling, by, at: now, inTime },
      attempts: [],
      answerDueAt: oneWorkingDayAfter(calendar, now),
    },
    'resolved',
    { outcome: handling.outcome, measures: handling.measures, inTime },
  );
};

/** A linked issue ends with the one it is linked to: same department, same measures, an answer of its own. */
export const resolveLinked = (issue: Linked, master: Resolved, { now }: Act): IssueDecision<Resolved> => {
  const { assignment, claimedAt, handler, resolution, answerDueAt } = master;
  const clock = stopClock(issue.clock ?? master.clock, now);
  return decided(
    {
      ...issue,
      state: 'resolved',
      assignment,
      claimedAt,
      handler,
      extension: undefined,
      clock,
      resolution: { ...resolution, inTime: now < clock.dueAt },
      attempts: [],
      answerDueAt,
    },
    'resolved',
    { outcome: resolution.outcome, measures: resolution.measures, with: issue.duplicateOf },
  );
};

export const recordAttempt = (
  issue: Resolved,
  { by, now }: Act,
  channel: Answered['answer']['channel'],
  note: string,
): IssueDecision<Resolved> =>
  decided({ ...issue, attempts: [...issue.attempts, { channel, note, by, at: now }] }, 'attempt-recorded', {
    channel,
    note,
  });

/** What the resident was told; or why nobody could be told, after three recorded tries. */
export const answer = (
  issue: Resolved,
  { by, now }: Act,
  said: { readonly reached: boolean; readonly text: string; readonly channel: Answered['answer']['channel'] },
): IssueDecision<Answered> => {
  if (!said.reached && issue.attempts.length < limits.attempts) return refuse('issue.attempts_needed');
  return decided({ ...issue, state: 'answered', answer: { ...said, by, at: now } }, 'answered', { ...said });
};

export interface FollowUp {
  readonly reached: boolean;
  readonly solved?: Closed['followUp']['solved'];
  readonly satisfaction?: Closed['followUp']['satisfaction'];
  readonly note: string;
  readonly channel: Closed['followUp']['channel'];
  /** The resident wants it taken up again. */
  readonly reopen: boolean;
}

/** By somebody who neither handled nor answered it. It ends closed, or is taken up again with a new promise. */
export const followUp = (issue: Answered, act: Act, said: FollowUp): IssueDecision<Closed | Transferred> => {
  const { by, now } = act;
  if ([issue.handler.id, issue.resolution.by.id, issue.answer.by.id].includes(by.id)) {
    return refuse('issue.follow_up_by_another');
  }
  // Silence is not satisfaction: who was not reached has said nothing, who was reached has said both.
  const saidBoth = said.solved !== undefined && said.satisfaction !== undefined;
  const saidNothing = said.solved === undefined && said.satisfaction === undefined;
  if (said.reached ? !saidBoth : !saidNothing) return refuse('issue.follow_up_incomplete');
  const { reopen: wanted, ...record } = said;
  const closed: Closed = { ...issue, state: 'closed', followUp: { ...record, by, at: now } };
  const events: [LedgerEvent] = [{ type: 'followed-up', data: { ...record } }];
  if (!wanted) return { next: closed, events };
  const reopened = reopen(closed, act, said.note);
  return 'refusal' in reopened ? reopened : { next: reopened.next, events: [...events, ...reopened.events] };
};

/** Back to the department it lay with, with a promise counted anew from now; what was done before is in its history. */
export const reopen = (
  issue: Closed,
  { by, now, calendar }: Act,
  reason: string,
): IssueDecision<Transferred> => {
  const clock = startClock(calendar, now, promisedWorkingDays(issue.urgency));
  const assignment = {
    ...issue.assignment,
    by,
    at: now,
    returnBy: oneWorkingDayAfter(calendar, now),
    binding: true,
  };
  return decided(
    { ...commonOf(issue), state: 'transferred', assignment, clock, reopenings: issue.reopenings + 1 },
    'reopened',
    { reason, dueAt: clock.dueAt, provisional: clock.provisional },
  );
};

/** A note for colleagues. It changes nothing but the history: no clock, no state, no order in any list. */
export const comment = (issue: Issue, text: string): IssueDecision => decided(issue, 'commented', { text });

export const openStates = ['registered', 'transferred', 'arbitration', 'claimed'] as const;
type Open = Extract<Issue, { state: (typeof openStates)[number] }>;
export const isOpen = (issue: Issue): issue is Open => openStates.some((state) => state === issue.state);

/** The other side of {@link linkTo}: the issue that goes on for both. */
export const gainDuplicate = (master: Issue, reference: string): IssueDecision => {
  if (!isOpen(master)) return refuse('issue.link_not_open');
  if (master.duplicates.length >= limits.duplicates) return refuse('issue.link_full');
  return decided({ ...master, duplicates: [...master.duplicates, reference] }, 'duplicate-gained', {
    reference,
  });
};

/** Says the same as another open issue: handled with it. It is not deleted, and its resident is answered too. */
export const linkTo = (issue: Open, master: string): IssueDecision<Linked> => {
  if (issue.duplicates.length > 0) return refuse('issue.link_not_open');
  return decided({ ...commonOf(issue), state: 'linked', duplicateOf: master, clock: issue.clock }, 'linked', {
    to: master,
  });
};

/**
 * Every threshold whose time has come and which was not marked yet, in order: after an outage several at once,
 * on a second run none.
 */
export const watch = (issue: Issue, now: Instant): IssueDecision | undefined => {
  const clock = runningClock(issue);
  if (!clock) return undefined;
  const passed: Threshold[] = thresholds.filter(
    (threshold) => !clock.reached.includes(threshold) && clock.thresholds[threshold] <= now,
  );
  const [first, ...rest] = passed.map((threshold) => ({
    type: threshold,
    data: { at: clock.thresholds[threshold], dueAt: clock.dueAt },
  }));
  if (!first) return undefined;
  return {
    next: withClock(issue, { ...clock, reached: [...clock.reached, ...passed] }),
    events: [first, ...rest],
  };
};

/** The same promise by a newly loaded calendar; undefined when that changes nothing. */
export const recompute = (
  issue: Issue,
  now: Instant,
  calendar: WorkingCalendar,
): IssueDecision | undefined => {
  const clock = runningClock(issue);
  if (!clock) return undefined;
  const fresh = resetClock(calendar, clock, clock.workingDays, now);
  if (fresh.calendarVersion === clock.calendarVersion) return undefined;
  return decided(withClock(issue, fresh), 'deadline-recomputed', {
    from: clock.dueAt,
    to: fresh.dueAt,
    calendarVersion: fresh.calendarVersion,
    provisional: fresh.provisional,
  });
};

const withClock = (issue: Issue, clock: NonNullable<Issue['clock']>): Issue => ({ ...issue, clock });

/** What every issue has, without the fields of the state it was in. */
const commonOf = (issue: Issue): Omit<Registered, 'state' | 'clock'> => {
  const { category, what, place, source, urgency, photos, raisedAt, registeredBy, reporter } = issue;
  const { returns, reopenings, duplicates } = issue;
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
  };
};
