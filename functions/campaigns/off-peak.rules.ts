import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import { officeHoursOf } from '../calendar/office-hours.rules.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../platform/runtime/time.ts';
import type { Next, Try } from './assignments.states.ts';

/** Minutes of the local day: an evening visit is from 18:00 to 20:30, so that before that one can still be planned. */
const eveningFrom = 18 * 60;

/** Failed tries in office hours after which a household is looked for when people are at home. */
const triesInOfficeHours = 2;

/** Whether a visit was made out of office hours: before, between or after them, or on a day off. */
export const isOffPeak = (at: Instant, calendar: WorkingCalendar): boolean => {
  const day = localDateOf(at);
  const midnight = startOfDay(day);
  return !officeHoursOf(calendar, day).some(
    ({ from, to }) => at >= addMinutes(midnight, from) && at < addMinutes(midnight, to),
  );
};

/** The first evening of a working day, or day off, that can still be used: today until 18:00, otherwise tomorrow. */
export const firstOffPeak = (now: Instant, calendar: WorkingCalendar): Next => {
  const today: LocalDate = localDateOf(now);
  const isTooLate = now >= addMinutes(startOfDay(today), eveningFrom);
  const day = isTooLate ? addDays(today, 1) : today;
  return { day, slot: isWorkingDay(calendar, day).working ? 'evening' : 'rest-day', why: 'off-peak' };
};

/**
 * When to try next, once two tries in office hours found nobody and none was made out of them; undefined when the
 * plan stands as it is. `now` is when the last try became known, which can be long after it was made.
 */
export const offPeakSlot = (
  tries: readonly Pick<Try, 'outcome' | 'offPeak'>[],
  now: Instant,
  calendar: WorkingCalendar,
): Next | undefined => {
  const failed = tries.filter(({ outcome }) => outcome === 'not-home');
  const isDue = failed.length >= triesInOfficeHours && !failed.some(({ offPeak }) => offPeak);
  return isDue ? firstOffPeak(now, calendar) : undefined;
};
