import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { daysOfWeek, mondayOf, weekOf } from '../../functions/calendar/iso-weeks.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from '../../functions/platform/runtime/time.ts';
import { dayPlan, plannedSpans, type VenueHours } from '../../functions/venues/day-plan.rules.ts';
import { dayHours, isExplained, weekHours } from '../../functions/venues/hours.rules.ts';
import { lengthOf, minutesOf, spanOf, timeOf, union, without } from '../../functions/venues/spans.rules.ts';
import type { Span, Timetable } from '../../functions/venues/venues.states.ts';
import { venuePolicies } from '../../functions/venues/venues.words.ts';

const calendar = workingCalendar(stateCouncilYears.filter(({ year }) => year >= 2020));
const policy = venuePolicies['culture-centre'];
const monday = parseLocalDate('2026-11-16');
const later = parseInstant('2027-06-01T00:00:00Z');

const span = (text: string): Span => ({ from: text.slice(0, 5), to: text.slice(6) });
const timetable = (...spans: string[]): Timetable => ({
  no: 1,
  name: '平时',
  from: parseLocalDate('2000-01-01'),
  week: [1, 2, 3, 4, 5, 6, 7].map(() => spans.map(span)),
  holidays: { rule: 'as-week' },
});
const venue = (over: Partial<VenueHours> = {}): VenueHours => ({
  timetables: [timetable('09:00-12:00', '14:00-18:00')],
  exceptions: [],
  ...over,
});
const on = (day: LocalDate, text: string): Instant =>
  addMinutes(startOfDay(day), minutesOf({ from: text, to: text }).from);
const recorded = (day: LocalDate, ...spans: string[]) =>
  spans.map((text) => {
    const { from, to } = span(text);
    return to === '?' ? { from: on(day, from) } : { from: on(day, from), to: on(day, to) };
  });
const hoursOn = (spans: string[], over: Partial<VenueHours> = {}, now = later) =>
  dayHours(venue(over), monday, recorded(monday, ...spans), { calendar, now });
const whys = (spans: string[], over: Partial<VenueHours> = {}, now = later) =>
  hoursOn(spans, over, now).missing.map(({ from, to, why }) => `${from}-${to} ${why}`);

describe('a day of a venue', () => {
  test('kept as planned leaves nothing missing', () => {
    expect(hoursOn(['09:00-12:00', '14:00-18:00'])).toMatchObject({
      planned: 420,
      actual: 420,
      extra: 0,
      missing: [],
    });
  });

  test.each<[string, string[], string[]]>([
    ['opened late', ['09:20-12:00', '14:00-18:00'], ['09:00-09:20 opened-late']],
    ['closed early', ['09:00-12:00', '14:00-17:00'], ['17:00-18:00 closed-early']],
    [
      'shut in between',
      ['09:00-11:00', '15:00-18:00'],
      ['11:00-12:00 closed-between', '14:00-15:00 closed-between'],
    ],
    ['nothing recorded', [], ['09:00-12:00 not-recorded', '14:00-18:00 not-recorded']],
    ['late after lunch, never closed', ['09:00-12:00', '14:10-?'], ['14:00-14:10 closed-between']],
    ['opened after the last hour', ['19:00-?'], ['09:00-12:00 opened-late', '14:00-18:00 opened-late']],
  ])('%s: each missing hour says why', (_, spans, expected) => {
    expect(whys(spans)).toEqual(expected);
  });

  test('without a closing, only the hours it began in count', () => {
    const day = hoursOn(['08:50-?']);
    expect(day).toMatchObject({ actual: 190, extra: 10, noClosing: true });
    expect(whys(['08:50-?'])).toEqual(['14:00-18:00 no-closing']);
  });

  test('is open until now on the day itself, and what is still to come is not missing', () => {
    const now = on(monday, '10:00');
    expect(hoursOn(['09:30-?'], {}, now)).toMatchObject({ actual: 30, ahead: 360, noClosing: false });
    expect(whys(['09:30-?'], {}, now)).toEqual(['09:00-09:30 opened-late']);
  });

  test('counts minutes two records share once', () => {
    expect(hoursOn(['09:00-12:00', '10:00-18:00'])).toMatchObject({ actual: 540, extra: 120 });
  });

  test('counts until 24:00', () => {
    const over = { timetables: [timetable('18:00-24:00')] };
    expect(hoursOn(['18:00-24:00'], over)).toMatchObject({ planned: 360, actual: 360, missing: [] });
  });

  const closed = (short: boolean, text?: string) => ({
    exceptions: [
      {
        kind: 'closed' as const,
        from: monday,
        to: monday,
        short,
        ...(text === undefined ? {} : { span: span(text) }),
      },
    ],
  });

  test('a closure announced in time is explained, one at short notice is missing with its reason', () => {
    expect(whys([], closed(false))).toEqual(['09:00-12:00 closed-announced', '14:00-18:00 closed-announced']);
    expect(hoursOn([], closed(false)).explained).toBe(420);
    expect(whys([], closed(true))).toEqual([
      '09:00-12:00 closed-short-notice',
      '14:00-18:00 closed-short-notice',
    ]);
    expect(hoursOn([], closed(true)).explained).toBe(0);
  });

  test('a closure of some hours leaves the others as they are', () => {
    expect(plannedSpans(venue(closed(false, '16:00-20:00')), monday, () => false)).toEqual([
      span('09:00-12:00'),
      span('14:00-16:00'),
    ]);
    expect(whys(['09:00-12:00', '14:00-16:00'], closed(false, '16:00-20:00'))).toEqual([
      '16:00-18:00 closed-announced',
    ]);
  });

  test('an additional opening is promised like any other hour', () => {
    const exceptions = [
      { kind: 'open' as const, from: monday, to: monday, short: false, span: span('19:00-21:00') },
    ];
    expect(hoursOn(['09:00-12:00', '14:00-18:00'], { exceptions })).toMatchObject({
      planned: 540,
      missing: [{ from: '19:00', to: '21:00', why: 'closed-early' }],
    });
  });

  test('a holiday is explained where the timetable says closed, and has hours of its own where it says so', () => {
    const nationalDay = parseLocalDate('2026-10-01');
    const of = (holidays: Timetable['holidays']) =>
      dayHours({ ...venue(), timetables: [{ ...timetable('09:00-17:00'), holidays }] }, nationalDay, [], {
        calendar,
        now: later,
      });
    expect(of({ rule: 'closed' })).toMatchObject({ planned: 480, explained: 480, hours: [] });
    expect(of({ rule: 'as-week' })).toMatchObject({ planned: 480, explained: 0 });
    expect(of({ rule: 'spans', spans: [span('10:00-14:00')] })).toMatchObject({
      planned: 480,
      explained: 240,
      hours: [span('10:00-14:00')],
      missing: [
        { from: '09:00', to: '10:00', why: 'holiday' },
        { from: '10:00', to: '14:00', why: 'not-recorded' },
        { from: '14:00', to: '17:00', why: 'holiday' },
      ],
    });
  });
});

describe('a week of a venue', () => {
  const all =
    (...spans: string[]) =>
    (day: LocalDate) =>
      recorded(day, ...spans);
  const weekOfVenue = (hours: VenueHours, spans: readonly string[], from = monday, now = later) =>
    weekHours(hours, from, all(...spans), policy, { calendar, now });

  test('of 42 hours with a third out of office hours keeps the promise', () => {
    const hours = venue({ timetables: [timetable('12:00-14:00', '17:00-21:00')] });
    const week = weekOfVenue(hours, ['12:00-14:00', '17:00-21:00']);
    expect(week).toMatchObject({ planned: 2520, actual: 2520, gap: 0, over: true });
    expect(week.meets).toEqual({ planned: true, hours: true, offPeak: true });
  });

  test('in office hours only is long enough and still does not keep the promise of off-peak hours', () => {
    const hours = venue({ timetables: [timetable('08:30-12:00', '14:00-17:30')] });
    const week = weekOfVenue(hours, ['08:30-12:00', '14:00-17:30']);
    expect(week.meets).toEqual({ planned: true, hours: true, offPeak: false });
    // Saturday and Sunday, whole.
    expect(week.offPeakActual).toBe(840);
  });

  test('that was not kept says how far below the promise it was', () => {
    const week = weekOfVenue(venue(), ['09:00-12:00']);
    expect(week).toMatchObject({ actual: 1260, gap: 1260, meets: { planned: true, hours: false } });
  });

  test('half over is not below the promise as long as it can be kept', () => {
    const thursday = addDays(monday, 3);
    const soFar = (day: LocalDate) => (day < thursday ? recorded(day, '09:00-12:00', '14:00-18:00') : []);
    const now = startOfDay(thursday);
    const week = weekHours(venue(), monday, soFar, policy, { calendar, now });
    expect(week).toMatchObject({ actual: 1260, ahead: 1680, missing: [], over: false });
    expect(week.meets.hours).toBe(true);
  });

  test('without a promise is never below it', () => {
    const week = weekHours(venue({ timetables: [] }), monday, () => [], undefined, { calendar, now: later });
    expect(week).toMatchObject({ planned: 0, gap: 0, meets: { planned: true, hours: true, offPeak: true } });
    expect(week.policy).toBeUndefined();
  });
});

describe('weeks of ISO 8601', () => {
  test.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-01', '2020-W53'],
    ['2026-11-22', '2026-W47'],
  ])('%s is in %s', (day, week) => {
    expect(weekOf(parseLocalDate(day))).toBe(week);
  });

  test('most years have no week 53, and none a week 0 or 54', () => {
    expect(['2025-W53', '2026-W00', '2026-W54', '2026-47', 'rubbish'].map(mondayOf)).toEqual(
      [1, 2, 3, 4, 5].map(() => undefined),
    );
    expect(mondayOf('2026-W53')).toBe('2026-12-28');
  });

  test('every day is one of the seven of its week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_524 }), (n) => {
        const day = addDays(parseLocalDate('2000-01-01'), n);
        const start = mondayOf(weekOf(day));
        expect(start && daysOfWeek(start)).toContain(day);
      }),
    );
  });
});

const minutes = fc
  .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const set = fc.array(minutes, { maxLength: 4 });
const has = (of: readonly { from: number; to: number }[], minute: number): boolean =>
  of.some(({ from, to }) => from <= minute && minute < to);
const everyMinute = Array.from({ length: 1440 }, (_, minute) => minute);

const anyVenue = fc.record({
  week: fc.array(set, { minLength: 7, maxLength: 7 }),
  rule: fc.constantFrom('as-week', 'closed', 'spans'),
  holidaySpans: set,
  exceptions: fc.array(
    fc.record({
      kind: fc.constantFrom('open', 'closed'),
      first: fc.integer({ min: 0, max: 6 }),
      days: fc.integer({ min: 0, max: 3 }),
      span: fc.option(minutes, { nil: undefined }),
      short: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
type AnyVenue = typeof anyVenue extends fc.Arbitrary<infer T> ? T : never;

const venueOf = ({ week, rule, holidaySpans, exceptions }: AnyVenue, from: LocalDate): VenueHours => ({
  timetables: [
    {
      ...timetable(),
      week: week.map((spans) => spans.map(spanOf)),
      holidays: rule === 'spans' ? { rule, spans: holidaySpans.map(spanOf) } : { rule },
    },
  ],
  exceptions: exceptions.map(({ kind, first, days, span: part, short }) => ({
    kind,
    short,
    from: addDays(from, first),
    to: addDays(from, first + days),
    ...(part ? { span: spanOf(part) } : {}),
  })),
});

describe('whatever the timetable, the closures and the record', () => {
  const anyWeek = fc.constantFrom('2026-W40', '2026-W53', '2027-W01', '2025-W06', '2024-W09');
  const anyRecord = fc.array(set, { minLength: 7, maxLength: 7 });

  test('planned plus extra less open less still to come is what is missing, to the minute', () => {
    fc.assert(
      fc.property(
        anyVenue,
        anyWeek,
        anyRecord,
        fc.integer({ min: -600, max: 12_000 }),
        (any, week, records, at) => {
          const start = mondayOf(week) ?? monday;
          const now = addMinutes(startOfDay(start), at);
          const recordedOn = (day: LocalDate) =>
            (records[daysOfWeek(start).indexOf(day)] ?? []).map(({ from, to }) => ({
              from: addMinutes(startOfDay(day), from),
              to: addMinutes(startOfDay(day), to),
            }));
          const hours = weekHours(venueOf(any, start), start, recordedOn, policy, { calendar, now });
          const missing = hours.missing.reduce((sum, part) => sum + part.minutes, 0);
          expect(missing).toBe(hours.planned + hours.extra - hours.actual - hours.ahead);
          const explained = hours.missing.filter(isExplained).reduce((sum, part) => sum + part.minutes, 0);
          expect(explained).toBe(hours.explained);
          expect(hours.gap === 0).toBe(hours.meets.hours);
          for (const day of hours.days) {
            expect(day.planned).toBeLessThanOrEqual(1440);
            expect(day.actual).toBeLessThanOrEqual(1440);
            expect(day.offPeakActual).toBeLessThanOrEqual(day.actual);
            // No minute is missing twice, and none that was open is missing.
            const gone = day.missing.map(minutesOf);
            expect(lengthOf(gone)).toBe(gone.reduce((sum, { from, to }) => sum + to - from, 0));
            expect(without(gone, day.open.map(minutesOf))).toEqual(union(gone));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the plan of a day is made of parts that share no minute', () => {
    fc.assert(
      fc.property(anyVenue, fc.boolean(), (any, holiday) => {
        const plan = dayPlan(venueOf(any, monday), monday, () => holiday);
        const parts = [plan.planned, plan.holiday, plan.announced, plan.shortNotice];
        expect(parts.reduce((sum, part) => sum + lengthOf(part), 0)).toBe(lengthOf(plan.promised));
        expect(union(...parts)).toEqual(plan.promised);
      }),
    );
  });

  test('sets of minutes are joined and taken apart as minute by minute', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const joined = union(a, b);
        const left = without(a, b);
        for (const minute of everyMinute) {
          if (has(joined, minute) !== (has(a, minute) || has(b, minute))) throw new Error(timeOf(minute));
          if (has(left, minute) !== (has(a, minute) && !has(b, minute))) throw new Error(timeOf(minute));
        }
        expect(lengthOf(joined)).toBe(everyMinute.filter((minute) => has(joined, minute)).length);
      }),
      { numRuns: 60 },
    );
  });

  test('a record more never makes a venue open for less', () => {
    fc.assert(
      fc.property(set, minutes, (before, more) => {
        const actual = (spans: readonly { from: number; to: number }[]) =>
          dayHours(
            venue(),
            monday,
            spans.map(({ from, to }) => ({
              from: addMinutes(startOfDay(monday), from),
              to: addMinutes(startOfDay(monday), to),
            })),
            { calendar, now: later },
          ).actual;
        expect(actual([...before, more])).toBeGreaterThanOrEqual(actual(before));
      }),
    );
  });
});
