import type { LedgerEvent } from '../platform/ledger/steps.ts';
import {
  oneWorkingDayAfter,
  promisedWorkingDays,
  resetClock,
  startClock,
  stopClock,
} from './issues.clock.rules.ts';
import { type Act, commonOf, decided, type IssueDecision, refuse } from './issues.rules.ts';
import type { Answered, Claimed, Closed, Resolved, Transferred } from './issues.states.ts';
import { limits } from './issues.words.ts';

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

export const recordAttempt = (
  issue: Resolved,
  { by, now }: Act,
  channel: Answered['answer']['channel'],
  note: string,
): IssueDecision<Resolved> => {
  if (issue.attempts.length >= limits.attemptsMost) return refuse('issue.attempts_full');
  const attempts = [...issue.attempts, { channel, note, by, at: now }];
  return decided({ ...issue, attempts }, 'attempt-recorded', { channel, note });
};

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
