import type { LocalDate } from '../platform/runtime/time.ts';
import { isWorkingDay, type WorkingCalendar } from './calendar.rules.ts';

/** Minutes of the local day: 08:30 to 12:00 and 14:00 to 17:30. */
const officeHours = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60, to: 17 * 60 + 30 },
] as const;

/** When most people are at work on this day, in minutes of it; never on a day off. */
export const officeHoursOf = (
  calendar: WorkingCalendar,
  day: LocalDate,
): readonly { readonly from: number; readonly to: number }[] =>
  isWorkingDay(calendar, day).working ? officeHours : [];
