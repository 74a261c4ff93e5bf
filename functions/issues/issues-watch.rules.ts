import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { openClock, resetClock, runningClock } from './issues.clock.rules.ts';
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
