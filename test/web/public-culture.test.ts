import { expect, test } from 'vitest';
import { localDateOf, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { lastDayOf, monthOf, monthsLater, weeksOf } from '../../web/src/public/culture/month-days.ts';

const today = localDateOf(parseInstant('2026-11-23T10:00:00+08:00'));

test.each([
  ['now', '2026-11'],
  ['', '2026-11'],
  ['2026-13', '2026-11'],
  ['<script>', '2026-11'],
  ['2027-02', '2027-02'],
])('the month of an address %s is %s', (asked, month) => {
  expect(monthOf(asked, today)).toBe(month);
});

test('months go on over the end of a year in both directions', () => {
  expect(monthsLater('2026-12', 1)).toBe('2027-01');
  expect(monthsLater('2027-01', -1)).toBe('2026-12');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
});

test('a month is whole weeks from Monday to Sunday, without the days of others', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks[0]).toEqual([...Array(6).fill(undefined), parseLocalDate('2026-11-01')]);
  expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(30);
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
});
