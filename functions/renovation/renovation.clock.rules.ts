import { deadline, type WorkingCalendar, workingDaysBetween } from '../calendar/calendar.rules.ts';
import { type Instant, localDateOf, parseInstant, startOfDay } from '../platform/runtime/time.ts';
import type { Renovation } from './renovation.states.ts';
import type { stepWorkingDays } from './renovation.words.ts';
import type { StepClock } from './renovation-parts.states.ts';

export type ClockedStep = keyof typeof stepWorkingDays;

/** A step's deadline: 24:00 of the nth working day after the day on which it began. */
export const startClock = (
  calendar: WorkingCalendar,
  startedAt: Instant,
  workingDays: number,
): StepClock => ({ startedAt, workingDays, ...deadline(calendar, startedAt, workingDays) });

/** The same promise by a newly loaded calendar; overdue it is only if it still is. */
export const resetClock = (calendar: WorkingCalendar, clock: StepClock, now: Instant): StepClock => {
  const fresh = startClock(calendar, clock.startedAt, clock.workingDays);
  return clock.overdueAt !== undefined && fresh.dueAt <= now
    ? { ...fresh, overdueAt: clock.overdueAt }
    : fresh;
};

/** Working days a step still has; one at least, so that nobody comes late by what others brought late. */
export const daysLeft = (calendar: WorkingCalendar, clock: StepClock, now: Instant): number =>
  Math.max(workingDaysBetween(calendar, localDateOf(now), clock.dueDate).days, 1);

/** The deadline that runs now, if any. */
export const clockOf = (renovation: Renovation): StepClock | undefined =>
  'clock' in renovation ? renovation.clock : undefined;

export const isOverdue = (renovation: Renovation): boolean => clockOf(renovation)?.overdueAt !== undefined;

/** After every deadline there can be: no sweep comes this far, only the one that follows a newly loaded calendar. */
export const byCalendarOnly: Instant = parseInstant('9999-12-31T00:00:00.000Z');

/** When the schedule must look at it next. */
export const dueAtOf = (renovation: Renovation): Instant | undefined => {
  const clock = clockOf(renovation);
  if (clock) return clock.overdueAt === undefined ? clock.dueAt : byCalendarOnly;
  if (renovation.state !== 'paid') return undefined;
  const next = renovation.followUps.find(({ done, openedAt }) => !done && openedAt === undefined);
  return next && startOfDay(next.dueOn);
};
