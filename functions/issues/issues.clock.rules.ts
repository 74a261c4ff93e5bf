import { addWorkingDays, deadline, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import { endOfDay, type Instant, localDateOf, parseInstant } from '../platform/runtime/time.ts';
import type { Clock, Issue, Threshold } from './issues.states.ts';
import { thresholds } from './issues.states.ts';
import { limits } from './issues.words.ts';

/** How long the district gives itself, by urgency: the same day, or three working days. */
export const promisedWorkingDays = (urgency: Issue['urgency']): number =>
  urgency === 'urgent' ? 0 : limits.workingDays;

/**
 * A clock that runs from `startedAt`: due at 24:00 of the last working day; warned one working day before, or
 * with the start when there is less time than that; to supervision one working day after, candidate for
 * criticism after three.
 */
export const startClock = (calendar: WorkingCalendar, startedAt: Instant, workingDays: number): Clock => {
  const due = deadline(calendar, startedAt, workingDays);
  const warning = deadline(calendar, startedAt, Math.max(workingDays - 1, 0));
  const after = (days: number): Instant => endOfDay(addWorkingDays(calendar, due.dueDate, days).date);
  return {
    startedAt,
    workingDays,
    dueAt: due.dueAt,
    dueDate: due.dueDate,
    provisional: due.provisional,
    calendarVersion: due.calendarVersion,
    thresholds: {
      warned: workingDays === 0 ? startedAt : warning.dueAt,
      overdue: due.dueAt,
      supervised: after(1),
      criticised: after(3),
    },
    reached: [],
  };
};

/** The same promise with a new length, or by a newly loaded calendar; what was reached stays reached only if still past. */
export const resetClock = (
  calendar: WorkingCalendar,
  clock: Clock,
  workingDays: number,
  now: Instant,
): Clock => {
  const fresh = startClock(calendar, clock.startedAt, workingDays);
  return { ...fresh, reached: clock.reached.filter((threshold) => fresh.thresholds[threshold] <= now) };
};

/** 24:00 of the working day after `at`: the time a department has to say "not ours", or to answer the resident. */
export const oneWorkingDayAfter = (calendar: WorkingCalendar, at: Instant): Instant =>
  endOfDay(addWorkingDays(calendar, localDateOf(at), 1).date);

export const stopClock = (clock: Clock, now: Instant): Clock => ({ ...clock, stoppedAt: now });

const clockOf = (issue: Issue): Clock | undefined => issue.clock;

/** The clock a promise still hangs on; a linked issue keeps its own, by which it will have been in time or not. */
export const openClock = (issue: Issue): Clock | undefined => {
  const clock = clockOf(issue);
  return clock?.stoppedAt === undefined ? clock : undefined;
};

/** The clock of an issue while it runs. A linked issue is watched through the one it is linked to. */
export const runningClock = (issue: Issue): Clock | undefined =>
  issue.state === 'linked' ? undefined : openClock(issue);

/** The first threshold a running clock has not been marked with, whether or not its time has come. */
export const nextThreshold = (clock: Clock): Threshold | undefined =>
  thresholds.find((threshold) => !clock.reached.includes(threshold));

/** After every deadline there can be: no sweep comes this far, only the one that follows a newly loaded calendar. */
export const byCalendarOnly: Instant = parseInstant('9999-12-31T00:00:00.000Z');

/** Until when a department has to claim what was transferred to it; undefined once it did, or was found not to have. */
export const claimDueAt = (issue: Issue): Instant | undefined =>
  issue.state === 'transferred' && issue.assignment.unclaimedSince === undefined
    ? issue.assignment.returnBy
    : undefined;

/** Until when the resident has to be answered; undefined once they were, or were found not to have been. */
export const answerDueAt = (issue: Issue): Instant | undefined =>
  issue.state === 'resolved' && issue.unansweredSince === undefined ? issue.answerDueAt : undefined;

/** When the schedule must look at this issue next; a clock that nothing waits for can still be moved by a calendar. */
export const dueAtOf = (issue: Issue): Instant | undefined => {
  const clock = openClock(issue);
  const threshold = clock && runningClock(issue) && nextThreshold(clock);
  const times = [
    clock && (threshold ? clock.thresholds[threshold] : byCalendarOnly),
    claimDueAt(issue),
    answerDueAt(issue),
  ];
  return times.filter((time) => time !== undefined).sort()[0];
};
