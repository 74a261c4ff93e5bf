import { addDays, dayOfWeek, isLocalDate, type LocalDate } from '../platform/runtime/time.ts';

/** Days from one day to a later one; every year of a table has four digits, so 53 weeks of steps are enough. */
const dayOfYear = (date: LocalDate): number =>
  Math.round(
    (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000,
  ) + 1;

/** The week of ISO 8601 a day belongs to, such as `2026-W53`: text order is week order. The year is its Thursday's. */
export const weekOf = (date: LocalDate): string => {
  const thursday = addDays(date, 4 - dayOfWeek(date));
  const number = Math.ceil(dayOfYear(thursday) / 7);
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
};

/** The Monday of a week; undefined for what is no week, as the 53rd of most years. */
export const mondayOf = (week: string): LocalDate | undefined => {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  const fourth = `${match?.[1]}-01-04`;
  // The 4th of January is always in the first week.
  if (!match || !isLocalDate(fourth)) return undefined;
  const monday = addDays(fourth, 1 - dayOfWeek(fourth) + 7 * (Number(match[2]) - 1));
  return weekOf(monday) === week ? monday : undefined;
};

/** Monday to Sunday. */
export const daysOfWeek = (monday: LocalDate): LocalDate[] =>
  [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
