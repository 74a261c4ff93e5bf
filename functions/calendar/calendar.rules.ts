import {
  addDays,
  dayOfWeek,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../platform/runtime/time.ts';

/**
 * One calendar year as the State Council's holiday notice arranges it.
 *
 * It holds days of its own year only. A notice may name days of the year before: the one for 2019 made
 * 29 December 2018 a working day and 31 December 2018 a holiday. Such a notice is loaded as two years: its
 * own, and a new version of the year before. A notice that amends a running year (Labour Day 2019, Spring
 * Festival 2020) is a new version of that year in the same way.
 */
export interface CalendarYear {
  readonly year: number;
  /** Names this data in every deadline computed from it, so it changes whenever a day changes. */
  readonly version: string;
  /** Days off by the notice: the weekdays, and the weekend days it names along with them. */
  readonly holidays: readonly LocalDate[];
  /** Weekend days that are worked (调休). */
  readonly makeUpDays: readonly LocalDate[];
  /** By day, the holiday it belongs to, in Chinese; a make-up day bears the name of the holiday it makes up for. */
  readonly names?: Readonly<Record<string, string>>;
  /** Where the data comes from: the address or number of the notice. */
  readonly source: string;
}

interface IndexedYear {
  readonly version: string;
  readonly holidays: ReadonlySet<LocalDate>;
  readonly makeUpDays: ReadonlySet<LocalDate>;
  readonly names: Readonly<Record<string, string>>;
}

export interface WorkingCalendar {
  readonly years: ReadonlyMap<number, IndexedYear>;
}

/** @throws RangeError if two versions of one year are given: which one holds is for the caller to say. */
export const workingCalendar = (calendarYears: readonly CalendarYear[]): WorkingCalendar => {
  const years = new Map<number, IndexedYear>();
  for (const { year, version, holidays, makeUpDays, names = {} } of calendarYears) {
    if (years.has(year)) throw new RangeError(`two versions of the calendar year ${year}`);
    years.set(year, { version, holidays: new Set(holidays), makeUpDays: new Set(makeUpDays), names });
  }
  return { years };
};

export interface DayVerdict {
  readonly working: boolean;
  /** False when the year isn't loaded and the verdict is only the day of the week. */
  readonly known: boolean;
  readonly reason: 'workday' | 'weekend' | 'holiday' | 'make-up day';
  readonly name?: string;
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

export const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) >= 6;

export const isWorkingDay = (calendar: WorkingCalendar, date: LocalDate): DayVerdict => {
  const year = calendar.years.get(yearOf(date));
  const name = year?.names[date];
  const named = name === undefined ? {} : { name };
  if (year?.holidays.has(date)) return { working: false, known: true, reason: 'holiday', ...named };
  if (year?.makeUpDays.has(date)) return { working: true, known: true, reason: 'make-up day', ...named };
  const working = !isWeekend(date);
  return { working, known: year !== undefined, reason: working ? 'workday' : 'weekend' };
};

interface Walk {
  readonly date: LocalDate;
  /** The years of the days looked at, in the order they were met. */
  readonly years: ReadonlySet<number>;
}

const walk = (calendar: WorkingCalendar, from: LocalDate, workingDays: number, direction: 1 | -1): Walk => {
  if (!Number.isSafeInteger(workingDays) || workingDays < 0) {
    throw new RangeError(`not a number of working days: ${workingDays}`);
  }
  const years = new Set<number>();
  let date = from;
  let left = workingDays;
  while (left > 0) {
    date = addDays(date, direction);
    years.add(yearOf(date));
    if (isWorkingDay(calendar, date).working) left -= 1;
  }
  return { date, years };
};

const isProvisional = (calendar: WorkingCalendar, years: ReadonlySet<number>): boolean =>
  [...years].some((year) => !calendar.years.has(year));

export interface WorkingDayResult {
  readonly date: LocalDate;
  /** Whether any day looked at lies in a year not loaded, so that the notice may still change the result. */
  readonly provisional: boolean;
}

/**
 * The nth working day after a day, which itself isn't counted; none is the day itself, working or not.
 * @throws RangeError unless `workingDays` is a whole number of at least 0, or past the year 9999.
 */
export const addWorkingDays = (
  calendar: WorkingCalendar,
  date: LocalDate,
  workingDays: number,
): WorkingDayResult => {
  const reached = walk(calendar, date, workingDays, 1);
  return { date: reached.date, provisional: isProvisional(calendar, reached.years) };
};

/** The nth working day before a day; otherwise as `addWorkingDays`. */
export const subtractWorkingDays = (
  calendar: WorkingCalendar,
  date: LocalDate,
  workingDays: number,
): WorkingDayResult => {
  const reached = walk(calendar, date, workingDays, -1);
  return { date: reached.date, provisional: isProvisional(calendar, reached.years) };
};

/**
 * How many working days lie after `from` up to and including `to`: from the due day to today, that is how many
 * working days late. Negative when `to` is the earlier.
 */
export const workingDaysBetween = (
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): { readonly days: number; readonly provisional: boolean } => {
  if (to < from) {
    const { days, provisional } = workingDaysBetween(calendar, to, from);
    return { days: 0 - days, provisional };
  }
  const years = new Set<number>();
  let days = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    years.add(yearOf(date));
    if (isWorkingDay(calendar, date).working) days += 1;
  }
  return { days, provisional: isProvisional(calendar, years) };
};

export interface Deadline {
  /** 24:00 Asia/Shanghai of the due day: what is done strictly before it is in time. */
  readonly dueAt: Instant;
  readonly dueDate: LocalDate;
  readonly provisional: boolean;
  /**
   * The versions of the years it was computed from, such as `2026@chinese-days-1.5.7+2027@none`; `none` stands
   * for a year not loaded, and the whole is `same-day` when no calendar was needed.
   */
  readonly calendarVersion: string;
}

/**
 * The end of the nth working day after the local day on which the clock started; that day isn't counted and its
 * time of day makes no difference. None means "urgent, the same day": 24:00 of that very day even when nobody
 * works on it, since what can't wait doesn't wait for Monday.
 * @throws RangeError unless `workingDays` is a whole number of at least 0.
 */
export const deadline = (calendar: WorkingCalendar, startedAt: Instant, workingDays: number): Deadline => {
  const { date, years } = walk(calendar, localDateOf(startedAt), workingDays, 1);
  const versions = [...years].map((year) => `${year}@${calendar.years.get(year)?.version ?? 'none'}`);
  return {
    dueAt: endOfDay(date),
    dueDate: date,
    provisional: isProvisional(calendar, years),
    calendarVersion: versions.join('+') || 'same-day',
  };
};
