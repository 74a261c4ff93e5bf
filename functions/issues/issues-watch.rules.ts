import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { answerDueAt, claimDueAt, openClock, resetClock, runningClock } from './issues.clock.rules.ts';
import { decided, type IssueDecision } from './issues.rules.ts';
import { type Issue, type Threshold, thresholds } from './issues.states.ts';

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

/** Marks, once, that nobody claimed it within a working day of its transfer. */
export const watchClaim = (issue: Issue, now: Instant): IssueDecision | undefined => {
  const dueAt = claimDueAt(issue);
  if (issue.state !== 'transferred' || dueAt === undefined || now < dueAt) return undefined;
  const { assignment } = issue;
  return decided({ ...issue, assignment: { ...assignment, unclaimedSince: dueAt } }, 'unclaimed', {
    department: assignment.department,
    dueAt,
  });
};

/** Marks, once, that the resident was not answered within a working day of the resolution. */
export const watchAnswer = (issue: Issue, now: Instant): IssueDecision | undefined => {
  const dueAt = answerDueAt(issue);
  if (issue.state !== 'resolved' || dueAt === undefined || now < dueAt) return undefined;
  return decided({ ...issue, unansweredSince: dueAt }, 'unanswered', { dueAt });
};

/** The same promise by a newly loaded calendar; undefined when that changes nothing. */
export const recompute = (
  issue: Issue,
  now: Instant,
  calendar: WorkingCalendar,
): IssueDecision | undefined => {
  const clock = openClock(issue);
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
