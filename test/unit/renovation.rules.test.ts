import { expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { applicationFault } from '../../functions/renovation/applying.usecases.ts';
import { certificateOf } from '../../functions/renovation/certificate.rules.ts';
import { daysLeft, resetClock, startClock } from '../../functions/renovation/renovation.clock.rules.ts';
import type { Circumstance } from '../../functions/renovation/renovation.words.ts';
import { priorityOf } from '../../functions/renovation/renovation-reserving.rules.ts';
import { monthsAfter } from '../../functions/renovation/renovation-works.rules.ts';
import { application, certificateNo } from '../support/renovation.ts';

const weekdays = workingCalendar([
  { year: 2026, version: '1', holidays: [], makeUpDays: [], source: 'test' },
]);

test('severe comes first, then low income, several disabled, old caring, living alone, then who applied first', () => {
  const one = (name: string, grade: 1 | 2 | 3 | 4, has: Circumstance[], day: string) => ({
    name,
    rank: priorityOf({
      applicant: {
        ...{ name: '王**', phone: '138****0001', idNumber: '3704', category: 'limbs', grade, age: 64 },
        validUntil: parseLocalDate('2030-01-01'),
      },
      circumstances: has,
      appliedAt: parseInstant(`${day}T09:00:00+08:00`),
    }),
  });
  const ranked = [
    one(
      'mild with everything',
      3,
      ['low-income', 'several-disabled', 'old-caring', 'living-alone'],
      '2026-01-01',
    ),
    one('severe, late', 2, [], '2026-03-02'),
    one('severe, early', 1, [], '2026-03-01'),
    one('severe and alone', 2, ['living-alone'], '2026-05-01'),
    one('severe and old caring', 2, ['old-caring', 'living-alone'], '2026-06-01'),
    one('severe and several', 1, ['several-disabled'], '2026-07-01'),
    one('severe and poor', 2, ['low-income'], '2026-08-01'),
    one('mild', 4, [], '2026-01-01'),
  ].sort((a, b) => (a.rank < b.rank ? -1 : 1));
  expect(ranked.map(({ name }) => name)).toEqual([
    ...['severe and poor', 'severe and several', 'severe and old caring', 'severe and alone'],
    ...['severe, early', 'severe, late', 'mild with everything', 'mild'],
  ]);
});

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-11-23', 12, '2027-11-23'],
  ['2026-10-31', 3, '2027-01-31'],
  ['2024-02-29', 12, '2025-02-28'],
])('from %s, %s months later somebody asks how it is on %s', (day, months, then) => {
  expect(monthsAfter(parseLocalDate(day), months)).toBe(then);
});

const at = (day: string) => parseInstant(`${day}T09:00:00+08:00`);

test('a clock that stood still goes on with the days it had left, one at least', () => {
  const clock = startClock(weekdays, at('2026-11-23'), 3);
  expect(clock.dueDate).toBe('2026-11-26');
  expect(daysLeft(weekdays, clock, at('2026-11-23'))).toBe(3);
  expect(daysLeft(weekdays, clock, at('2026-11-25'))).toBe(1);
  expect(daysLeft(weekdays, clock, at('2026-12-08'))).toBe(1);
});

test('a new calendar moves a deadline, and takes back that it was late when it no longer is', () => {
  const holiday = workingCalendar([
    ...[
      { year: 2026, version: '2', holidays: [parseLocalDate('2026-11-25')], makeUpDays: [], source: 'test' },
    ],
  ]);
  const clock = { ...startClock(weekdays, at('2026-11-23'), 3), overdueAt: at('2026-11-27') };
  expect(resetClock(holiday, clock, at('2026-11-27'))).toMatchObject({ dueDate: '2026-11-27' });
  expect(resetClock(holiday, clock, at('2026-11-27')).overdueAt).toBeUndefined();
  expect(resetClock(holiday, clock, at('2026-11-28')).overdueAt).toBe(clock.overdueAt);
});

const proxy = { name: '王大明', phone: '13900000000', relation: '父亲' };
const child = `${certificateNo(1).slice(0, 6)}20150301001`;

test.each([
  ['an adult for themselves', 'self', undefined, certificateNo(1), undefined],
  ['a relative without saying who', 'relative', undefined, certificateNo(1), 'renovation.proxy_needed'],
  ['a relative', 'relative', proxy, certificateNo(1), undefined],
  ['a child of eleven for themselves', 'self', undefined, child, 'renovation.guardian_needed'],
  ['a relative for a child', 'relative', proxy, child, 'renovation.guardian_needed'],
  ['a guardian for a child', 'guardian', proxy, child, undefined],
  ['an officer for an adult', 'officer', undefined, certificateNo(1), undefined],
] as const)('%s: %s', (_, by, who, number, fault) => {
  const { applicant } = application(1);
  const certificate = certificateOf(number) ?? {
    ...{ idNumber: number, birthDate: '2015-03-01', category: 'limbs' as const, grade: 2 as const },
  };
  expect(applicationFault({ applicant, by, proxy: who }, certificate, parseLocalDate('2026-11-23'))).toBe(
    fault,
  );
});
