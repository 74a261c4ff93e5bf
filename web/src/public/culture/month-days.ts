import {
  addDays,
  dayOfWeek,
  type LocalDate,
  parseLocalDate,
} from '../../../../functions/platform/runtime/time.ts';

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** `YYYY-MM` of an address; the month of today for anything else. */
export const monthOf = (asked: string, today: LocalDate): string =>
  isMonth(asked) ? asked : today.slice(0, 7);

export const firstDayOf = (month: string): LocalDate => parseLocalDate(`${month}-01`);

/** The month so many months later, or earlier. */
export const monthsLater = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

export const lastDayOf = (month: string): LocalDate => addDays(firstDayOf(monthsLater(month, 1)), -1);

/** The weeks of a month from Monday to Sunday; undefined for the days of other months. */
export const weeksOf = (month: string): (LocalDate | undefined)[][] => {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  const monday = addDays(first, 1 - dayOfWeek(first));
  const weeks: (LocalDate | undefined)[][] = [];
  for (let start = monday; start <= last; start = addDays(start, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, day) => addDays(start, day)).map((day) =>
        day < first || day > last ? undefined : day,
      ),
    );
  }
  return weeks;
};
