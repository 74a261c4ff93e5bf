import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { instantSchema, localDateSchema } from '../../functions/platform/runtime/time.schemas.ts';
import {
  addDays,
  addMinutes,
  dayOfWeek,
  endOfDay,
  epochSeconds,
  instantFromEpochMilliseconds,
  localDateOf,
  minutesBetween,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from '../../functions/platform/runtime/time.ts';

const instants = fc
  .date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => instantFromEpochMilliseconds(date.getTime()));

const inShanghai = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai');

describe('an instant', () => {
  it.each([
    ['2026-11-22T15:19:27.123+08:00', '2026-11-22T07:19:27.123Z'],
    ['2026-11-22T07:19:27Z', '2026-11-22T07:19:27.000Z'],
    ['2026-11-22t07:19:27.5z', '2026-11-22T07:19:27.500Z'],
    ['2026-11-22 07:19:27-00:00', '2026-11-22T07:19:27.000Z'],
    ['2026-12-31T20:00:00-05:30', '2027-01-01T01:30:00.000Z'],
    ['2024-02-29T00:00:00+23:59', '2024-02-28T00:01:00.000Z'],
    ['2026-11-22T07:19:27.123999999999Z', '2026-11-22T07:19:27.123Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '',
    '2026-11-22',
    '2026-11-22T07:19:27',
    '2026-11-22T07:19Z',
    '2026-11-22T07:19:27.Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T23:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-22T07:19:27+24:00',
    '2026-11-22T07:19:27+08:60',
    '2026-11-22T07:19:27+0800',
    '2026-02-29T07:19:27Z',
    '2026-13-01T07:19:27Z',
    '+002026-11-22T07:19:27Z',
    '２０２６-11-22T07:19:27Z',
    '2026-11-22T07:19:27Z\n',
    '0000-01-01T00:00:00+08:00',
    '9999-12-31T23:00:00-08:00',
    // As long as one of our own, and yet none.
    '2026-02-29T07:19:27.000Z',
    '2026-11-22T24:00:00.000Z',
    '2016-12-31T23:59:60.000Z',
    '+010000-01-01T00:00:00.000Z',
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
  });

  it('is read as a time zone database reads it, whatever the offset', () => {
    const offsetInMinutes = fc.integer({ min: -23 * 60, max: 23 * 60 });
    fc.assert(
      fc.property(instants, offsetInMinutes, (instant, minutes) => {
        const sign = minutes < 0 ? '-' : '+';
        const size = Math.abs(minutes);
        const offset = `${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        const text = Temporal.Instant.from(instant)
          .toZonedDateTimeISO(offset)
          .toString({ timeZoneName: 'never' });
        expect(parseInstant(text)).toBe(instant);
      }),
    );
  });

  it('sorts as text the way it sorts in time', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5, 8.64e15, -62_167_219_200_001, 253_402_300_800_000])(
    'cannot be %d milliseconds',
    (milliseconds) => {
      expect(() => instantFromEpochMilliseconds(milliseconds)).toThrow(RangeError);
    },
  );

  it('counts whole minutes towards zero in both directions', () => {
    const noon = parseInstant('2026-11-22T12:00:00+08:00');
    expect(minutesBetween(noon, parseInstant('2026-11-22T13:30:59.999+08:00'))).toBe(90);
    expect(minutesBetween(noon, parseInstant('2026-11-22T11:58:30+08:00'))).toBe(-1);
    expect(minutesBetween(noon, parseInstant('2026-11-22T11:59:30+08:00'))).toBe(0);
  });

  it('moves by minutes and back', () => {
    expect(addMinutes(parseInstant('2026-12-31T23:50:00Z'), 15)).toBe('2027-01-01T00:05:00.000Z');
    fc.assert(
      fc.property(instants, fc.integer({ min: -1_000_000, max: 1_000_000 }), (instant, minutes) => {
        const moved = addMinutes(instant, minutes);
        expect(minutesBetween(instant, moved)).toBe(minutes);
        expect(addMinutes(moved, -minutes)).toBe(instant);
      }),
    );
  });

  it('expires in the store in seconds, not milliseconds', () => {
    expect(epochSeconds(parseInstant('2026-11-22T07:19:27.999Z'))).toBe(1_795_331_967);
  });
});

describe('a local day', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-10-00',
    '2026-1-1',
    '20261001',
    ' 2026-10-01',
    '2026-10-01\n',
    '',
  ])('%j does not', (text) => {
    expect(() => parseLocalDate(text)).toThrow(RangeError);
  });

  it('begins at 16:00 UTC of the day before', () => {
    expect(localDateOf(parseInstant('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
    expect(localDateOf(parseInstant('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
    expect(startOfDay(parseLocalDate('2026-11-23'))).toBe('2026-11-22T16:00:00.000Z');
  });

  it('ends at 24:00, the start of the next', () => {
    expect(endOfDay(parseLocalDate('2026-12-31'))).toBe('2026-12-31T16:00:00.000Z');
    fc.assert(
      fc.property(instants, (instant) => {
        const date = localDateOf(instant);
        expect(endOfDay(date)).toBe(startOfDay(addDays(date, 1)));
        expect(startOfDay(date) <= instant && instant < endOfDay(date)).toBe(true);
      }),
    );
  });

  it('is the one the time zone database gives for Asia/Shanghai at any instant since 1992', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(localDateOf(instant)).toBe(inShanghai(instant).toPlainDate().toString());
        expect(startOfDay(localDateOf(instant))).toBe(
          inShanghai(instant).startOfDay().toInstant().toString({ smallestUnit: 'millisecond' }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('moves by days over month ends and leap days as a calendar does', () => {
    expect(addDays(parseLocalDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(parseLocalDate('2027-01-01'), -1)).toBe('2026-12-31');
    fc.assert(
      fc.property(instants, fc.integer({ min: -100_000, max: 100_000 }), (instant, days) => {
        const date = localDateOf(instant);
        expect(addDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString());
      }),
    );
  });

  it('does not move past the year 9999 or by part of a day', () => {
    expect(() => addDays(parseLocalDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(parseLocalDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });

  it('has Monday as day 1 and Sunday as day 7', () => {
    expect(dayOfWeek(parseLocalDate('2026-11-22'))).toBe(7);
    expect(dayOfWeek(parseLocalDate('2026-11-23'))).toBe(1);
    fc.assert(
      fc.property(instants, (instant) => {
        const date = localDateOf(instant);
        expect(dayOfWeek(date)).toBe(Temporal.PlainDate.from(date).dayOfWeek);
      }),
    );
  });
});

describe('times in requests', () => {
  it('an instant comes in with any offset and goes on in UTC', () => {
    expect(v.parse(instantSchema, '2026-11-22T15:19:27+08:00')).toBe('2026-11-22T07:19:27.000Z');
    expect(v.parse(localDateSchema, '2026-11-22')).toBe('2026-11-22');
  });

  it.each([
    ['an instant', instantSchema],
    ['a day', localDateSchema],
  ])('%s that cannot be read gets exactly one message', (_, schema) => {
    for (const bad of [null, 20261122, '', 'tomorrow', '2026-02-30', '2026-02-30T00:00:00Z']) {
      expect(v.safeParse(schema, bad).issues).toHaveLength(1);
    }
  });
});
