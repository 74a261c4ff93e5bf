import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOfWeek,
  type LocalDate,
  localDateOf,
  minutesBetween,
  parseInstant,
  parseLocalDate,
} from '../../functions/platform/runtime/time.ts';
import { datesOf } from '../../functions/programme/dates.rules.ts';
import { type DatesRule, datesRuleSchema } from '../../functions/programme/programme.fields.ts';
import type { Session } from '../../functions/programme/programme.states.ts';
import {
  datesProblems,
  roomProblems,
  ruleProblems,
  spanProblems,
} from '../../functions/programme/programme-checks.rules.ts';
import { slotsOfSession, slotsWithout } from '../../functions/programme/sessions.rules.ts';

const now = parseInstant('2026-11-23T09:00:00+08:00');
const noHolidays = () => false;

const rule = (change: object = {}): DatesRule =>
  v.parse(datesRuleSchema, {
    ...{ from: '2026-11-26', until: '2026-12-17', weekdays: [4], times: [{ from: '19:30', to: '21:00' }] },
    ...change,
  });

const starts = (of: DatesRule, isHoliday: (day: LocalDate) => boolean = noHolidays): string[] =>
  datesOf(of, isHoliday).map(({ from }) => from);

describe('dates by a rule', () => {
  test('every Thursday at half past seven, the first and the last day in it', () => {
    expect(starts(rule())).toEqual([
      '2026-11-26T11:30:00.000Z',
      '2026-12-03T11:30:00.000Z',
      '2026-12-10T11:30:00.000Z',
      '2026-12-17T11:30:00.000Z',
    ]);
  });

  test('days that are excepted and days off by the notice are left out', () => {
    const isHoliday = (day: LocalDate) => day === '2026-12-10';
    expect(starts(rule({ except: ['2026-12-03'], skipHolidays: true }), isHoliday)).toEqual([
      '2026-11-26T11:30:00.000Z',
      '2026-12-17T11:30:00.000Z',
    ]);
    expect(starts(rule({ except: ['2026-12-03'] }), isHoliday)).toHaveLength(3);
  });

  test('several times of a day stand in order, whatever order they were entered in', () => {
    const twice = rule({
      until: '2026-11-26',
      times: [
        { from: '19:30', to: '21:00' },
        { from: '09:00', to: '24:00' },
      ],
    });
    expect(datesOf(twice, noHolidays)).toEqual([
      { from: '2026-11-26T01:00:00.000Z', to: '2026-11-26T16:00:00.000Z' },
      { from: '2026-11-26T11:30:00.000Z', to: '2026-11-26T13:00:00.000Z' },
    ]);
  });

  test('New Year’s Eve passes midnight and the year', () => {
    const eve = rule({
      ...{ from: '2026-12-31', until: '2026-12-31', weekdays: [4] },
      times: [{ from: '22:00', to: '00:30', nextDay: true }],
    });
    expect(datesOf(eve, noHolidays)).toEqual([
      { from: '2026-12-31T14:00:00.000Z', to: '2026-12-31T16:30:00.000Z' },
    ]);
  });

  test('every day of a rule, and no other, has its dates', () => {
    const first = parseLocalDate('2026-11-24');
    const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(first, days));
    const made = fc.record({
      from: day,
      length: fc.integer({ min: 0, max: 100 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      except: fc.uniqueArray(day, { maxLength: 20 }),
      holidays: fc.uniqueArray(day, { maxLength: 20 }),
      skipHolidays: fc.boolean(),
    });
    fc.assert(
      fc.property(made, ({ from, length, weekdays, except, holidays, skipHolidays }) => {
        const until = addDays(from, length);
        const dates = datesOf(rule({ from, until, weekdays, except, skipHolidays }), (one) =>
          holidays.includes(one),
        );
        const days = dates.map((date) => localDateOf(date.from));
        expect([...days].sort()).toEqual(days);
        for (let one = from; one <= until; one = addDays(one, 1)) {
          const isOn =
            weekdays.includes(dayOfWeek(one)) &&
            !except.includes(one) &&
            !(skipHolidays && holidays.includes(one));
          expect(days.filter((other) => other === one)).toHaveLength(isOn ? 1 : 0);
        }
        expect(days.every((one) => one >= from && one <= until)).toBe(true);
        expect(dates.every((date) => minutesBetween(date.from, date.to) === 90)).toBe(true);
      }),
    );
  });

  test('it stops counting once there are more than can be', () => {
    const years = rule({ until: '2028-11-01', weekdays: [1, 2, 3, 4, 5, 6, 7] });
    expect(datesOf(years, noHolidays, 120)).toHaveLength(121);
    expect(datesProblems(datesOf(years, noHolidays, 120), now)).toMatchObject([
      { path: 'rule.until', code: 'programme.too_many_dates', n: '120' },
    ]);
  });
});

describe('what is wrong with dates', () => {
  const codes = (problems: readonly { path: string; code: string }[]): string[] =>
    problems.map(({ path, code }) => `${path} ${code}`);

  test.each([
    [{ times: [{ from: '19:30', to: '19:30' }] }, 'rule.times.0.to programme.time_order'],
    [{ times: [{ from: '19:30', to: '18:00' }] }, 'rule.times.0.to programme.time_order'],
    [{ times: [{ from: '24:00', to: '24:00' }] }, 'rule.times.0.from programme.time_order'],
    [{ times: [{ from: '09:00', to: '10:00', nextDay: true }] }, 'rule.times.0.to programme.session_long'],
    [{ from: '2026-11-22' }, 'rule.from programme.session_past'],
    [{ until: '2026-11-25' }, 'rule.until programme.period_order'],
    [{ until: '2028-11-24' }, 'rule.until programme.session_far'],
  ])('%j is answered at its field', (change, expected) => {
    expect(codes(ruleProblems(rule(change), now))).toEqual([expected]);
  });

  test('a rule no day of the period fits makes no date, and one of this morning lies in the past', () => {
    const none = rule({ from: '2026-11-27', until: '2026-11-29' });
    expect(codes(datesProblems(datesOf(none, noHolidays), now))).toEqual([
      'rule.weekdays programme.no_dates',
    ]);
    const today = rule({
      ...{ from: '2026-11-23', until: '2026-11-23', weekdays: [1] },
      times: [{ from: '08:00', to: '10:00' }],
    });
    expect(codes(datesProblems(datesOf(today, noHolidays), now))).toEqual([
      'rule.times.0.from programme.session_past',
    ]);
  });

  test('one date ends after it begins, within a day, and lies ahead, but not beyond two years', () => {
    const at = (from: string, to: string) => ({ from: parseInstant(from), to: parseInstant(to) });
    expect(spanProblems(at('2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z'), now)).toEqual([]);
    expect(codes(spanProblems(at('2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'), now))).toEqual([
      'to programme.time_order',
    ]);
    expect(codes(spanProblems(at('2026-11-24T10:00:00Z', '2026-11-25T10:01:00Z'), now))).toEqual([
      'to programme.session_long',
    ]);
    expect(codes(spanProblems(at('2026-11-23T01:00:00Z', '2026-11-23T02:00:00Z'), now))).toEqual([
      'from programme.session_past',
    ]);
    expect(codes(spanProblems(at('2029-01-01T01:00:00Z', '2029-01-01T02:00:00Z'), now))).toEqual([
      'from programme.session_far',
    ]);
  });

  test('two dates of one activity share a room only one after the other', () => {
    const [first, second] = datesOf(rule({ until: '2026-12-03' }), noHolidays);
    if (!first || !second) throw new Error('no dates');
    const there: Session = { state: 'planned', no: 1, venue: 'V', room: 1, slot: 60, place: '', ...first };
    const inRoom = { venue: 'V', room: 1 };
    expect(codes(roomProblems([{ ...first, ...inRoom }], [there]))).toEqual(['room programme.room_overlap']);
    expect(
      roomProblems(
        [
          { ...first, venue: 'V', room: 2 },
          { ...second, ...inRoom },
        ],
        [there],
      ),
    ).toEqual([]);
    expect(roomProblems([{ ...first, from: first.to, to: second.from, ...inRoom }], [there])).toEqual([]);
    expect(
      codes(
        roomProblems(
          [
            { ...second, ...inRoom },
            { ...second, ...inRoom },
          ],
          [],
        ),
      ),
    ).toEqual(['room programme.room_overlap']);
  });
});

describe('slots of a room', () => {
  const span = (from: string, to: string, slot = 60) => ({
    ...{ venue: 'V', room: 1, slot, place: '' },
    ...{ from: parseInstant(from), to: parseInstant(to) },
  });

  test('a date takes every slot it touches, past midnight those of the next day too', () => {
    expect(slotsOfSession(span('2026-11-26T19:30:00+08:00', '2026-11-26T21:00:00+08:00'))).toEqual([
      { venue: 'V', room: 1, day: '2026-11-26', slots: ['19:00', '20:00'] },
    ]);
    expect(slotsOfSession(span('2026-12-31T23:00:00+08:00', '2027-01-01T00:30:00+08:00', 30))).toEqual([
      { venue: 'V', room: 1, day: '2026-12-31', slots: ['23:00', '23:30'] },
      { venue: 'V', room: 1, day: '2027-01-01', slots: ['00:00'] },
    ]);
  });

  test('one that ends at midnight takes none of the next day', () => {
    expect(slotsOfSession(span('2026-11-26T22:00:00+08:00', '2026-11-27T00:00:00+08:00'))).toEqual([
      { venue: 'V', room: 1, day: '2026-11-26', slots: ['22:00', '23:00'] },
    ]);
  });

  test('moved by an hour it keeps what both have', () => {
    const before = slotsOfSession(span('2026-11-26T09:00:00+08:00', '2026-11-26T11:00:00+08:00'));
    const after = slotsOfSession(span('2026-11-26T10:00:00+08:00', '2026-11-26T12:00:00+08:00'));
    expect(slotsWithout(after, before).map(({ slots }) => slots)).toEqual([['11:00']]);
    expect(slotsWithout(before, after).map(({ slots }) => slots)).toEqual([['09:00']]);
    expect(slotsWithout(before, before)).toEqual([]);
  });
});
