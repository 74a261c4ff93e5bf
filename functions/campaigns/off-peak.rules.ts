import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../platform/runtime/time.ts';
import type { Next, Try } from './assignments.states.ts';

/** Minutes of the local day: 08:30 to 12:00 and 14:00 to 17:30. */
const officeHours = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60, to: 17 * 60 + 30 },
] as const;

/** Whether a visit was made out of office hours: before, after or between them, or on a day off. */
export const isOffPeak = (at: Instant, calendar: WorkingCalendar): boolean => {
  const day = localDateOf(at);
  if (!isWorkingDay(calendar, day).working) return true;
  const midnight = startOfDay(day);
  return !officeHours.some(
    ({ from, to }) => at >= addMinutes(midnight, from) && at < addMinutes(midnight, to),
  );
};

/** Failed tries in office hours after which people who work are looked for when they don't. */
const triesInOfficeHours = 2;

/**
 * When to try next: after two tries in office hours that found nobody, the next day off or, when the next day is
 * worked, its evening. A try out of office hours that found nobody leads to the next one likewise.
 */
export const offPeakSlot = (
  tries: readonly Try[],
  today: LocalDate,
  calendar: WorkingCalendar,
): Next | undefined => {
  const failed = tries.filter(({ outcome }) => outcome === 'not-home');
  if (failed.filter(({ offPeak }) => !offPeak).length < triesInOfficeHours) return undefined;
  const day = addDays(today, 1);
  return { day, slot: isWorkingDay(calendar, day).working ? 'evening' : 'rest-day', why: 'off-peak' };
};
