import type { FieldProblem } from '../platform/contract/problems.ts';
import { isLocalDate, type LocalDate } from '../platform/runtime/time.ts';
import { type CalendarYear, isWeekend, yearOf } from './calendar.rules.ts';

/** A calendar year as it arrives: its shape checked, its days not. */
export interface CalendarYearDraft extends Omit<CalendarYear, 'holidays' | 'makeUpDays'> {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
}

export type CalendarYearCheck =
  | { readonly ok: true; readonly calendarYear: CalendarYear; readonly warnings: readonly FieldProblem[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What can be wrong with a calendar year, by the stable code the site translates; `{n}` is what belongs to it. */
export const calendarYearMessages = {
  'calendar.day_unknown': 'There is no such day; give days such as 2026-10-01.',
  'calendar.day_of_other_year': 'This day is in {n}; load it with a new version of that year.',
  'calendar.day_twice': 'This day is given twice.',
  'calendar.make_up_day_on_weekday': 'This day is not on a weekend, so it is worked anyway.',
  'calendar.make_up_day_is_holiday': 'This day is given as a holiday too.',
  'calendar.name_without_day': 'This day has a name but is neither a holiday nor a make-up day.',
  'calendar.version_invalid': 'Use 1 to 40 letters, digits, dots, dashes and underscores.',
  'calendar.version_used': 'This version of the year was loaded before; give the changed days a new one.',
  'calendar.source_required': 'Give the address or the number of the notice.',
  'calendar.balance':
    'Weekdays off less make-up days come to {n}, not to the number of statutory holidays. Compare with the notice.',
} as const;

type CalendarYearCode = keyof typeof calendarYearMessages;

export const calendarYearProblem = (
  path: string,
  code: CalendarYearCode,
  n: number | '' = '',
): FieldProblem => ({
  path,
  code,
  n: String(n),
  message: calendarYearMessages[code].replace('{n}', String(n)),
});

/**
 * Holidays for all citizens (全国年节及纪念日放假办法): 11 days a year from 2008 (10 before, which is within what
 * is tolerated), 13 since 1 January 2025. They are what remains of the weekdays off once the make-up days are
 * taken from them, because a holiday on a weekend is given back on a weekday. So counted, every year since 2013
 * comes to exactly this number but for 2015 (one more, the day of victory) and 2020 (two more, the epidemic).
 */
const statutoryHolidays = (year: number): number => (year < 2025 ? 11 : 13);

/** Weekdays off less make-up days. */
const balanceOf = ({ holidays, makeUpDays }: Pick<CalendarYear, 'holidays' | 'makeUpDays'>): number =>
  holidays.filter((day) => !isWeekend(day)).length - makeUpDays.length;

/** Days a year lacks of its statutory holidays; negative when it has more. Nought for nearly every year. */
export const daysLacking = (calendarYear: Pick<CalendarYear, 'year' | 'holidays' | 'makeUpDays'>): number =>
  statutoryHolidays(calendarYear.year) - balanceOf(calendarYear);

const toleratedDifference = 2;

// It becomes a part of `calendarVersion`, where `@` and `+` separate; `none` there says that a year isn't loaded.
const versionPattern = /^(?!none$)[A-Za-z0-9._-]{1,40}$/;

interface ReadDays {
  readonly days: readonly LocalDate[];
  readonly problems: readonly FieldProblem[];
}

const readDays = (field: 'holidays' | 'makeUpDays', draft: CalendarYearDraft): ReadDays => {
  const days = new Set<LocalDate>();
  const problems: FieldProblem[] = [];
  draft[field].forEach((text, index) => {
    const path = `${field}.${index}`;
    if (!isLocalDate(text)) problems.push(calendarYearProblem(path, 'calendar.day_unknown'));
    else if (yearOf(text) !== draft.year) {
      problems.push(calendarYearProblem(path, 'calendar.day_of_other_year', yearOf(text)));
    } else if (days.has(text)) problems.push(calendarYearProblem(path, 'calendar.day_twice'));
    else days.add(text);
  });
  return { days: [...days].sort(), problems };
};

const makeUpDayProblems = (
  draft: CalendarYearDraft,
  makeUpDays: readonly LocalDate[],
  holidays: ReadonlySet<string>,
): FieldProblem[] =>
  makeUpDays.flatMap((day) => {
    const path = `makeUpDays.${draft.makeUpDays.indexOf(day)}`;
    return [
      ...(isWeekend(day) ? [] : [calendarYearProblem(path, 'calendar.make_up_day_on_weekday')]),
      ...(holidays.has(day) ? [calendarYearProblem(path, 'calendar.make_up_day_is_holiday')] : []),
    ];
  });

/**
 * Checks a calendar year before it is loaded. All problems are told at once. A year that is off by a day or two,
 * as that of an unusual notice can be, passes with a warning: a forgotten make-up day looks just the same.
 */
export const checkCalendarYear = (draft: CalendarYearDraft): CalendarYearCheck => {
  const holidays = readDays('holidays', draft);
  const makeUpDays = readDays('makeUpDays', draft);
  const listed = new Set<string>([...holidays.days, ...makeUpDays.days]);
  const problems = [
    ...holidays.problems,
    ...makeUpDays.problems,
    ...makeUpDayProblems(draft, makeUpDays.days, new Set(holidays.days)),
    ...Object.keys(draft.names ?? {})
      .filter((day) => !listed.has(day))
      .map((day) => calendarYearProblem(`names.${day}`, 'calendar.name_without_day')),
    ...(versionPattern.test(draft.version)
      ? []
      : [calendarYearProblem('version', 'calendar.version_invalid')]),
    ...(draft.source.trim() === '' ? [calendarYearProblem('source', 'calendar.source_required')] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };

  const calendarYear = { ...draft, holidays: holidays.days, makeUpDays: makeUpDays.days };
  const lacking = daysLacking(calendarYear);
  const doubts =
    lacking === 0 ? [] : [calendarYearProblem('holidays', 'calendar.balance', balanceOf(calendarYear))];
  if (Math.abs(lacking) > toleratedDifference) return { ok: false, problems: doubts };
  return { ok: true, calendarYear, warnings: doubts };
};
