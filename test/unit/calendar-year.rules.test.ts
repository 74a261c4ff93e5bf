import { describe, expect, it } from 'vitest';
import { type CalendarYearDraft, checkCalendarYear } from '../../functions/calendar/calendar-year.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';

const published = (year: number): CalendarYearDraft => {
  const found = stateCouncilYears.find((calendarYear) => calendarYear.year === year);
  if (!found) throw new Error(`${year} is not published`);
  return found;
};
const year2026 = published(2026);

const problemsOf = (change: Partial<CalendarYearDraft>) => {
  const check = checkCalendarYear({ ...year2026, ...change });
  return check.ok ? [] : check.problems.map(({ path, code, n }) => [path, code, n]);
};
const withHoliday = (date: string) => problemsOf({ holidays: [date, ...year2026.holidays] });
const withMakeUpDay = (date: string) => problemsOf({ makeUpDays: [date, ...year2026.makeUpDays] });

describe('a calendar year to be loaded', () => {
  it('is taken when it is as the notice says, its days in order', () => {
    const shuffled = { ...year2026, holidays: year2026.holidays.toReversed() };
    expect(checkCalendarYear(shuffled)).toEqual({ ok: true, calendarYear: year2026, warnings: [] });
  });

  it('may name its days or not', () => {
    const { names: _, ...withoutNames } = year2026;
    expect(checkCalendarYear(withoutNames).ok).toBe(true);
  });

  it.each(stateCouncilYears.map((calendarYear) => [calendarYear.year, calendarYear] as const))(
    'is taken as published for %i',
    (_, calendarYear) => {
      expect(checkCalendarYear(calendarYear).ok).toBe(true);
    },
  );

  it('holds only its own days: those a notice names in the next or the last year belong there', () => {
    expect(withHoliday('2025-12-31')).toEqual([['holidays.0', 'calendar.day_of_other_year', '2025']]);
    expect(withMakeUpDay('2027-01-02')).toEqual([['makeUpDays.0', 'calendar.day_of_other_year', '2027']]);
  });

  it.each(['2026-02-29', '2026-13-01', '10月1日', ''])('has no day %j', (text) => {
    expect(withHoliday(text)).toEqual([['holidays.0', 'calendar.day_unknown', '']]);
  });

  it('has each day once, and none both off and worked', () => {
    const repeated = [...year2026.holidays, '2026-10-01'];
    expect(problemsOf({ holidays: repeated })).toEqual([['holidays.33', 'calendar.day_twice', '']]);
    expect(withMakeUpDay('2026-10-03')).toEqual([['makeUpDays.0', 'calendar.make_up_day_is_holiday', '']]);
  });

  it('makes up on weekends only', () => {
    expect(withMakeUpDay('2026-03-02')).toEqual([['makeUpDays.0', 'calendar.make_up_day_on_weekday', '']]);
  });

  it('names only days it lists', () => {
    const names = { ...year2026.names, '2026-07-01': '建党节' };
    expect(problemsOf({ names })).toEqual([['names.2026-07-01', 'calendar.name_without_day', '']]);
  });

  it.each(['', 'none', '2026@1', 'a+b', 'x'.repeat(41)])('cannot have the version %j', (version) => {
    expect(problemsOf({ version })).toEqual([['version', 'calendar.version_invalid', '']]);
  });

  it('says where it comes from', () => {
    expect(problemsOf({ source: ' ' })).toEqual([['source', 'calendar.source_required', '']]);
  });

  it('hears all its problems at once', () => {
    expect(problemsOf({ source: '', version: '', holidays: ['soon', '2027-01-01'] }).length).toBeGreaterThan(
      3,
    );
  });

  it('passes with a warning when a make-up day was forgotten, which a special holiday looks like', () => {
    const { names: _, ...draft } = year2026;
    const check = checkCalendarYear({ ...draft, makeUpDays: draft.makeUpDays.slice(1) });
    expect(check).toMatchObject({
      ok: true,
      warnings: [{ path: 'holidays', code: 'calendar.balance', n: '14' }],
    });
  });

  it.each([
    ['far too few days off', [], [], '0'],
    ['the make-up days left out', year2026.holidays, [], '19'],
    ['the holidays left out', [], year2026.makeUpDays, '-6'],
  ])('is refused with %s', (_, holidays, makeUpDays, n) => {
    expect(problemsOf({ holidays, makeUpDays, names: {} })).toEqual([['holidays', 'calendar.balance', n]]);
  });

  it('has 13 statutory days from 2025 on, 11 before', () => {
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      expect(checkCalendarYear(published(year))).toMatchObject({ ok: true, warnings: [] });
    }
    expect(checkCalendarYear(published(2020))).toMatchObject({ ok: true, warnings: [{ n: '13' }] });
  });
});
