import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import { firstOffPeak, isOffPeak, offPeakSlot } from '../../functions/campaigns/off-peak.rules.ts';
import {
  addDays,
  addMinutes,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from '../../functions/platform/runtime/time.ts';

const calendar = workingCalendar(stateCouncilYears.filter(({ year }) => year >= 2023));
const at = (text: string) => parseInstant(`${text}:00+08:00`);
const failed = (offPeak: boolean) => ({ outcome: 'not-home', offPeak }) as const;

describe('a visit out of office hours', () => {
  test.each([
    ['before work', '2026-11-23T08:29', true],
    ['when work begins', '2026-11-23T08:30', false],
    ['before lunch', '2026-11-23T11:59', false],
    ['at lunch', '2026-11-23T12:00', true],
    ['before the afternoon', '2026-11-23T13:59', true],
    ['in the afternoon', '2026-11-23T14:00', false],
    ['before the end of work', '2026-11-23T17:29', false],
    ['when work ends', '2026-11-23T17:30', true],
    ['on a Sunday', '2026-11-22T10:00', true],
    ['on National Day', '2026-10-01T10:00', true],
    ['on a weekday of the Spring Festival', '2026-02-18T10:00', true],
    ['on a Sunday that is worked for National Day', '2026-09-20T10:00', false],
    ['on a Saturday that is worked for National Day', '2026-10-10T15:00', false],
    ['on a Saturday that is worked, in the evening', '2026-10-10T18:00', true],
  ])('%s', (_, when, expected) => {
    expect(isOffPeak(at(when), calendar)).toBe(expected);
  });

  test('is every hour of every day off of three years, and six and a half hours less on every working day', () => {
    for (let day = parseLocalDate('2024-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
      const halfHours = Array.from({ length: 48 }, (__, n) => addMinutes(startOfDay(day), n * 30));
      const offPeak = halfHours.filter((half) => isOffPeak(half, calendar)).length;
      expect([day, offPeak]).toEqual([day, isWorkingDay(calendar, day).working ? 34 : 48]);
    }
  });
});

describe('the next evening or day off', () => {
  test.each([
    ['on a working day, that evening', '2026-11-23T15:00', '2026-11-23', 'evening'],
    ['when the evening has begun, the next', '2026-11-23T18:00', '2026-11-24', 'evening'],
    ['on a Friday evening, the Saturday', '2026-11-27T19:00', '2026-11-28', 'rest-day'],
    ['on a Friday afternoon, its own evening', '2026-11-27T16:00', '2026-11-27', 'evening'],
    ['on a Sunday morning, that very day', '2026-11-22T09:00', '2026-11-22', 'rest-day'],
    ['on the evening before National Day, the holiday', '2026-09-30T20:00', '2026-10-01', 'rest-day'],
    [
      'on the evening before a Saturday that is worked, its evening',
      '2026-10-09T20:00',
      '2026-10-10',
      'evening',
    ],
  ])('%s', (_, now, day, slot) => {
    expect(firstOffPeak(at(now), calendar)).toEqual({ day, slot, why: 'off-peak' });
  });

  test('is always today or tomorrow, and out of office hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }), (minutes) => {
        const now = addMinutes(at('2024-01-01T00:00'), minutes);
        const { day, slot } = firstOffPeak(now, calendar);
        const evening = addMinutes(startOfDay(day), 18 * 60);
        expect(now < addMinutes(evening, 150)).toBe(true);
        expect(isOffPeak(evening, calendar)).toBe(true);
        expect(slot).toBe(isWorkingDay(calendar, day).working ? 'evening' : 'rest-day');
      }),
    );
  });

  test.each([
    ['nobody was looked for yet', [], false],
    ['after one try in office hours', [failed(false)], false],
    ['after two tries in office hours', [failed(false), failed(false)], true],
    ['after three', [failed(false), failed(false), failed(false)], true],
    ['when one of two was made in the evening', [failed(false), failed(true)], false],
    ['when an evening was tried too', [failed(false), failed(false), failed(true)], false],
    [
      'when one of two was a refusal',
      [failed(false), { outcome: 'refused', offPeak: false } as const],
      false,
    ],
  ])('%s: proposed? %#', (_, tries, proposed) => {
    expect(offPeakSlot(tries, at('2026-11-23T15:00'), calendar) !== undefined).toBe(proposed);
  });
});
