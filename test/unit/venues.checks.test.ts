import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { timetableOn } from '../../functions/venues/day-plan.rules.ts';
import { lengthOf, minutesOf, timeOf } from '../../functions/venues/spans.rules.ts';
import type { TimetableFields } from '../../functions/venues/venues.fields.ts';
import { spansProblems, timetablesProblems } from '../../functions/venues/venues-checks.rules.ts';

const time = fc.integer({ min: 0, max: 1440 }).map(timeOf);
const spans = fc.array(fc.record({ from: time, to: time }), { maxLength: 4 });
const start = parseLocalDate('2026-01-01');
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(start, n));

const timetables = fc.array(
  fc.record({ from: day, to: fc.option(day, { nil: undefined }) }).map(
    ({ from, to }): TimetableFields => ({
      name: '季节',
      from,
      ...(to === undefined ? {} : { to }),
      week: [[], [], [], [], [], [], []],
      holidays: { rule: 'as-week' },
    }),
  ),
  { maxLength: 4 },
);

describe('the check of a timetable', () => {
  test('lets hours pass exactly when they are in order and share no minute', () => {
    fc.assert(
      fc.property(spans, (day) => {
        const isSound =
          day.every(({ from, to }) => from < to) &&
          lengthOf(day.map(minutesOf)) ===
            day.map(minutesOf).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(spansProblems('week.0', day).length === 0).toBe(isSound);
      }),
      { numRuns: 500 },
    );
  });

  test('lets timetables pass exactly when each has a first and last day in order and no day has two', () => {
    fc.assert(
      fc.property(timetables, (all) => {
        const daysWithTwo = Array.from({ length: 402 }, (_, n) => addDays(start, n)).filter(
          (date) => all.filter((one) => timetableOn([{ ...one, no: 1 }], date)).length > 1,
        );
        const isSound =
          daysWithTwo.length === 0 && all.every(({ from, to }) => to === undefined || from <= to);
        const found = timetablesProblems(all);
        // One turned round shares no day with any other, and is told for itself.
        if (all.every(({ from, to }) => to === undefined || from <= to)) {
          expect(found.length === 0).toBe(isSound);
        } else expect(found.map(({ code }) => code)).toContain('venue.period_order');
      }),
      { numRuns: 300 },
    );
  });

  test('says how hours past midnight are entered', () => {
    expect(spansProblems('week.4', [{ from: '19:00', to: '01:00' }])).toEqual([
      {
        path: 'week.4.0.to',
        code: 'venue.span_past_midnight',
        n: '',
        message:
          'These hours pass midnight. Enter them as two days: until 24:00 on this one, and from 00:00 on the next.',
      },
    ]);
  });
});
