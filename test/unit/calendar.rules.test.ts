import fc from 'fast-check';
import secondSource2023 from 'holiday-calendar/data/CN/2023.json' with { type: 'json' };
import secondSource2024 from 'holiday-calendar/data/CN/2024.json' with { type: 'json' };
import secondSource2025 from 'holiday-calendar/data/CN/2025.json' with { type: 'json' };
import secondSource2026 from 'holiday-calendar/data/CN/2026.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  deadline,
  isWorkingDay,
  subtractWorkingDays,
  workingCalendar,
  workingDaysBetween,
} from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import {
  addDays,
  addMinutes,
  dayOfWeek,
  localDateOf,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from '../../functions/platform/runtime/time.ts';

// Up to 2026 whatever the package adds later: the year end of 2026 stands for one whose notice isn't out.
const loadedYears = stateCouncilYears.filter(({ year }) => year <= 2026);
const calendar = workingCalendar(loadedYears);
const version = loadedYears.at(-1)?.version;
const nothingLoaded = workingCalendar([]);
const day = parseLocalDate;

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(day(first), index));
/** Far enough from the last loaded day that sixty working days more stay inside the loaded years. */
const loadedDays = fc.integer({ min: 0, max: 8000 }).map((n) => addDays(day('2004-06-01'), n));
const fewWorkingDays = fc.integer({ min: 0, max: 60 });
const minutesOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });

describe('the published calendar', () => {
  it.each([
    [2023, 365, secondSource2023],
    [2024, 366, secondSource2024],
    [2025, 365, secondSource2025],
    [2026, 365, secondSource2026],
  ])('of %i agrees with a second source on every one of its %i days', (year, count, source) => {
    const typeOf = new Map(source.dates.map(({ date, type }) => [date, type]));
    const days = daysFrom(`${year}-01-01`, count);
    expect(days.at(-1)).toBe(`${year}-12-31`);
    const expected = days.map((date) => {
      const type = typeOf.get(date);
      if (type === 'public_holiday') return [date, false, 'holiday'];
      if (type === 'transfer_workday') return [date, true, 'make-up day'];
      return dayOfWeek(date) < 6 ? [date, true, 'workday'] : [date, false, 'weekend'];
    });
    const computed = days.map((date) => {
      const { working, reason } = isWorkingDay(calendar, date);
      return [date, working, reason];
    });
    expect(computed).toEqual(expected);
  });

  it('has every year from 2004 to 2026', () => {
    expect(loadedYears.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, n) => 2004 + n));
    expect(version).toMatch(/^chinese-days-\d+\.\d+\.\d+$/);
  });

  it('keeps the days a notice names in the year before with the year they are in', () => {
    expect(isWorkingDay(calendar, day('2018-12-29'))).toMatchObject({ working: true, reason: 'make-up day' });
    expect(isWorkingDay(calendar, day('2018-12-31'))).toMatchObject({ working: false, name: '元旦' });
    expect(isWorkingDay(calendar, day('2022-12-31'))).toMatchObject({ working: false, reason: 'holiday' });
  });
});

describe('whether a day is worked', () => {
  it('National Day 2025 is off from 1 to 8 October, with 28 September and 11 October worked for it', () => {
    const worked = daysFrom('2025-09-27', 16).filter((date) => isWorkingDay(calendar, date).working);
    expect(worked).toEqual([
      '2025-09-28',
      '2025-09-29',
      '2025-09-30',
      '2025-10-09',
      '2025-10-10',
      '2025-10-11',
    ]);
  });

  it.each([
    ['2025-10-08', { working: false, known: true, reason: 'holiday', name: '国庆节' }],
    ['2025-10-06', { working: false, known: true, reason: 'holiday', name: '中秋' }],
    ['2025-10-11', { working: true, known: true, reason: 'make-up day', name: '国庆节' }],
    ['2025-10-12', { working: false, known: true, reason: 'weekend' }],
    ['2025-10-13', { working: true, known: true, reason: 'workday' }],
  ])('%s says why', (date, verdict) => {
    expect(isWorkingDay(calendar, day(date))).toEqual(verdict);
  });

  it('beyond the loaded years goes by the day of the week and says that it is not known', () => {
    expect(isWorkingDay(calendar, day('2027-01-01'))).toEqual({
      working: true,
      known: false,
      reason: 'workday',
    });
    expect(isWorkingDay(calendar, day('2027-01-02'))).toEqual({
      working: false,
      known: false,
      reason: 'weekend',
    });
  });

  it('is refused to depend on which of two versions of a year came last', () => {
    expect(() => workingCalendar([...loadedYears, ...loadedYears.slice(-1)])).toThrow(RangeError);
  });
});

describe('counting working days', () => {
  it.each([
    ['an ordinary Monday', '2025-11-17', 3, '2025-11-20'],
    ['a Thursday, over the weekend', '2025-11-20', 3, '2025-11-25'],
    ['a Saturday, which is not worked', '2025-11-22', 1, '2025-11-24'],
    ['the Friday before a make-up Sunday', '2025-09-26', 1, '2025-09-28'],
    ['the last day before National Day, over eight days off', '2025-09-30', 1, '2025-10-09'],
    ['within National Day, to the make-up Saturday', '2025-10-03', 3, '2025-10-11'],
    ['the eve of the nine days of Spring Festival 2026', '2026-02-14', 3, '2026-02-26'],
    ['a day, none', '2026-02-17', 0, '2026-02-17'],
    ['the last working day of 2025, over New Year to a make-up Sunday', '2025-12-31', 1, '2026-01-04'],
  ])('from %s', (_, from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toEqual({ date: to, provisional: false });
  });

  it('comes to a working day', () => {
    fc.assert(
      fc.property(loadedDays, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const reached = addWorkingDays(calendar, date, count);
        expect(isWorkingDay(calendar, reached.date).working).toBe(true);
        expect(reached.provisional).toBe(false);
      }),
    );
  });

  it('never gives a later start or more days an earlier end', () => {
    fc.assert(
      fc.property(loadedDays, fewWorkingDays, fc.integer({ min: 0, max: 40 }), (date, count, later) => {
        const { date: end } = addWorkingDays(calendar, date, count);
        expect(addWorkingDays(calendar, addDays(date, later), count).date >= end).toBe(true);
        expect(addWorkingDays(calendar, date, count + 1).date > end).toBe(true);
      }),
    );
  });

  it('can be done in two parts', () => {
    fc.assert(
      fc.property(loadedDays, fewWorkingDays, fc.integer({ min: 0, max: 20 }), (date, first, second) => {
        const inParts = addWorkingDays(calendar, addWorkingDays(calendar, date, first).date, second);
        expect(inParts.date).toBe(addWorkingDays(calendar, date, first + second).date);
      }),
    );
  });

  it('backwards undoes forwards from a working day', () => {
    const workingDays = loadedDays.filter((date) => isWorkingDay(calendar, date).working);
    fc.assert(
      fc.property(workingDays, fewWorkingDays, (date, count) => {
        const { date: end } = addWorkingDays(calendar, date, count);
        expect(subtractWorkingDays(calendar, end, count)).toEqual({ date, provisional: false });
      }),
    );
  });

  it('warns one working day before a deadline that follows a holiday on the last day before it', () => {
    expect(subtractWorkingDays(calendar, day('2025-10-09'), 1).date).toBe('2025-09-30');
  });

  it('between two days agrees with adding and changes its sign with the direction', () => {
    fc.assert(
      fc.property(loadedDays, fewWorkingDays, (date, count) => {
        const { date: end } = addWorkingDays(calendar, date, count);
        expect(workingDaysBetween(calendar, date, end)).toEqual({ days: count, provisional: false });
        expect(workingDaysBetween(calendar, end, date)).toEqual({ days: 0 - count, provisional: false });
      }),
    );
  });

  it('between two days of one holiday is none', () => {
    expect(workingDaysBetween(calendar, day('2025-10-01'), day('2025-10-08')).days).toBe(0);
    expect(workingDaysBetween(calendar, day('2025-10-01'), day('2025-10-09')).days).toBe(1);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d working days', (count) => {
    expect(() => addWorkingDays(calendar, day('2026-01-05'), count)).toThrow(RangeError);
    expect(() => subtractWorkingDays(calendar, day('2026-01-05'), count)).toThrow(RangeError);
  });

  it('into a year not loaded is provisional, up to its eve is not', () => {
    const eve = day('2026-12-31');
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toEqual({ date: eve, provisional: false });
    expect(addWorkingDays(calendar, eve, 1)).toEqual({ date: '2027-01-01', provisional: true });
    expect(subtractWorkingDays(calendar, day('2027-01-02'), 1)).toEqual({
      date: '2027-01-01',
      provisional: true,
    });
    expect(subtractWorkingDays(calendar, day('2027-01-01'), 1)).toEqual({ date: eve, provisional: false });
    expect(workingDaysBetween(calendar, eve, day('2027-01-04'))).toEqual({ days: 2, provisional: true });
  });

  it('over a weekend not loaded is provisional too, since the notice could have made it worked', () => {
    const without2022 = workingCalendar(loadedYears.filter(({ year }) => year !== 2022));
    const afterNewYear = { date: '2023-01-03', provisional: true };
    expect(addWorkingDays(without2022, day('2022-12-30'), 1)).toEqual(afterNewYear);
  });
});

describe('a deadline', () => {
  it('of three working days is 24:00 in Asia/Shanghai of the third after the day of transfer', () => {
    expect(deadline(calendar, parseInstant('2025-11-20T09:30:00+08:00'), 3)).toEqual({
      dueAt: '2025-11-25T16:00:00.000Z',
      dueDate: '2025-11-25',
      provisional: false,
      calendarVersion: `2025@${version}`,
    });
  });

  it('goes by the local day: 23:59 in Shanghai is not yet tomorrow, though in UTC the day is another', () => {
    const dueDate = (text: string) => deadline(calendar, parseInstant(text), 1).dueDate;
    expect(dueDate('2025-11-20T00:00:00+08:00')).toBe('2025-11-21');
    expect(dueDate('2025-11-20T23:59:59.999+08:00')).toBe('2025-11-21');
    expect(dueDate('2025-11-21T00:00:00+08:00')).toBe('2025-11-24');
  });

  it('never depends on the time of day', () => {
    fc.assert(
      fc.property(loadedDays, minutesOfDay, fewWorkingDays, (date, minutes, count) => {
        const midnight = startOfDay(date);
        expect(deadline(calendar, addMinutes(midnight, minutes), count)).toEqual(
          deadline(calendar, midnight, count),
        );
      }),
    );
  });

  it('lies at the end of the day that counting gives', () => {
    fc.assert(
      fc.property(loadedDays, fewWorkingDays, (date, count) => {
        const { dueAt, dueDate } = deadline(calendar, startOfDay(date), count);
        expect(dueDate).toBe(addWorkingDays(calendar, date, count).date);
        expect(localDateOf(dueAt)).toBe(addDays(dueDate, 1));
        expect(localDateOf(addMinutes(dueAt, -1))).toBe(dueDate);
      }),
    );
  });

  it('for something urgent is the same day, even a holiday, and needs no calendar', () => {
    const sameDay = {
      dueAt: '2026-02-17T16:00:00.000Z',
      dueDate: '2026-02-17',
      provisional: false,
      calendarVersion: 'same-day',
    };
    const springFestival = parseInstant('2026-02-17T21:00:00+08:00');
    expect(deadline(calendar, springFestival, 0)).toEqual(sameDay);
    expect(deadline(nothingLoaded, springFestival, 0)).toEqual(sameDay);
  });

  it('that crosses into a year without a notice is provisional and names that year', () => {
    expect(deadline(calendar, parseInstant('2026-12-30T10:00:00+08:00'), 3)).toEqual({
      dueAt: '2027-01-04T16:00:00.000Z',
      dueDate: '2027-01-04',
      provisional: true,
      calendarVersion: `2026@${version}+2027@none`,
    });
  });

  it('is no longer provisional, and later, once the notice is loaded', () => {
    const newYear = ['2027-01-01', '2027-01-04'].map(day);
    const notice = { year: 2027, version: 'notice-1', holidays: newYear, makeUpDays: [], source: 'a notice' };
    const withNotice = workingCalendar([...loadedYears, notice]);
    expect(deadline(withNotice, parseInstant('2026-12-30T10:00:00+08:00'), 3)).toEqual({
      dueAt: '2027-01-06T16:00:00.000Z',
      dueDate: '2027-01-06',
      provisional: false,
      calendarVersion: `2026@${version}+2027@notice-1`,
    });
  });

  it('is provisional exactly when its calendar version names a year as none', () => {
    const someYears = workingCalendar(loadedYears.filter(({ year }) => year % 2 === 0));
    fc.assert(
      fc.property(loadedDays, fewWorkingDays, (date, count) => {
        const { provisional, calendarVersion } = deadline(someYears, startOfDay(date), count);
        expect(provisional).toBe(calendarVersion.includes('@none'));
      }),
    );
  });
});
