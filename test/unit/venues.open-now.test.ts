import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMinutes,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from '../../functions/platform/runtime/time.ts';
import { dayPlan, type VenueHours } from '../../functions/venues/day-plan.rules.ts';
import { openNow } from '../../functions/venues/open-now.rules.ts';
import { minuteOn } from '../../functions/venues/spans.rules.ts';
import type { Timetable } from '../../functions/venues/venues.states.ts';

const day = parseLocalDate('2026-11-23');
const at = (text: string) => parseInstant(`${text}:00+08:00`);
const week = (spans: readonly { from: string; to: string }[]): Timetable => ({
  no: 1,
  name: '平时',
  from: parseLocalDate('2026-01-01'),
  week: [1, 2, 3, 4, 5, 6, 7].map(() => [...spans]),
  holidays: { rule: 'closed' },
});
const usual: VenueHours = {
  timetables: [
    week([
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ]),
  ],
  exceptions: [],
};
const never = () => false;

describe('open now', () => {
  test.each([
    ['before opening', '2026-11-23T08:59', false, '2026-11-23T09:00'],
    ['at opening', '2026-11-23T09:00', true, '2026-11-23T12:00'],
    ['at noon', '2026-11-23T12:00', false, '2026-11-23T14:00'],
    ['in the afternoon', '2026-11-23T15:30', true, '2026-11-23T18:00'],
    ['at night', '2026-11-23T23:00', false, '2026-11-24T09:00'],
  ])('%s: says when that changes', (_, now, open, changesAt) => {
    expect(openNow(usual, at(now), never)).toEqual({ open, changesAt: at(changesAt) });
  });

  test('a holiday on which the venue is closed is passed over', () => {
    const holiday = (date: string) => date === '2026-11-23';
    expect(openNow(usual, at('2026-11-23T10:00'), holiday)).toEqual({
      open: false,
      changesAt: at('2026-11-24T09:00'),
    });
  });

  test('hours entered as two days at midnight are one opening', () => {
    const late: VenueHours = {
      timetables: [
        week([
          { from: '00:00', to: '01:00' },
          { from: '20:00', to: '24:00' },
        ]),
      ],
      exceptions: [],
    };
    expect(openNow(late, at('2026-11-23T22:00'), never)).toEqual({
      open: true,
      changesAt: at('2026-11-24T01:00'),
    });
  });

  test('no timetable, no date: nothing is promised', () => {
    expect(openNow({ timetables: [], exceptions: [] }, at('2026-11-23T10:00'), never)).toEqual({
      open: false,
      changesAt: undefined,
    });
  });

  test('a venue that never closes is open without an end', () => {
    const always = { timetables: [week([{ from: '00:00', to: '24:00' }])], exceptions: [] };
    expect(openNow(always, at('2026-11-23T10:00'), never)).toEqual({ open: true, changesAt: undefined });
  });

  test('agrees with the plan of the day at every minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 1440 }), (minute) => {
        const now = addMinutes(startOfDay(day), minute);
        const today = addDays(day, Math.floor(minute / 1440));
        const planned = dayPlan(usual, today, never).planned;
        const isPlanned = planned.some(
          ({ from, to }) => from <= minuteOn(today, now) && minuteOn(today, now) < to,
        );
        expect(openNow(usual, now, never).open).toBe(isPlanned);
      }),
    );
  });
});
