import { workingCalendar } from '../calendar/calendar.rules.ts';
import { parseLocalDate, startOfDay } from '../platform/runtime/time.ts';
import { type HoursOfWeek, weekHours } from './hours.rules.ts';
import type { Timetable } from './venues.states.ts';
import type { VenuePolicy } from './venues.words.ts';

/** Any week does: seven days, none of them a holiday. */
const monday = parseLocalDate('2024-01-01');
const noHolidays = workingCalendar([]);

/** Minutes a timetable promises in a week without holidays, and how that stands against the promise of its kind. */
export const usualWeek = (
  week: Timetable['week'],
  policy: VenuePolicy | undefined,
): Pick<HoursOfWeek, 'planned' | 'offPeakPlanned' | 'policy' | 'gap' | 'meets'> => {
  const timetable: Timetable = { no: 0, name: '', from: monday, week, holidays: { rule: 'as-week' } };
  return weekHours({ timetables: [timetable], exceptions: [] }, monday, () => [], policy, {
    calendar: noHolidays,
    now: startOfDay(monday),
  });
};
