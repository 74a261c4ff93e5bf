import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarYear, workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import {
  type Door,
  type Given,
  placesOf,
  planningDays,
  planVillage,
  type Taker,
} from '../../functions/campaigns/plan.rules.ts';
import { addDays, type LocalDate, parseLocalDate } from '../../functions/platform/runtime/time.ts';

const first = parseLocalDate('2026-11-23');
const daysFrom = (count: number): LocalDate[] => Array.from({ length: count }, (_, n) => addDays(first, n));
const doorsOf = (areas: readonly (string | undefined)[]): Door[] =>
  areas.map((area, n) => ({ household: `H${n}`, area }));
const taker = (n: number, change: Partial<Taker> = {}): Taker => ({
  ...{ id: `S${n}`, name: `走访员${n}`, areas: [], has: 0, onDay: new Map() },
  ...change,
});

/** A village in which everybody's share is open: no areas, nobody has anything. */
const openVillage = fc.record({
  doors: fc.integer({ min: 0, max: 120 }),
  people: fc.integer({ min: 1, max: 9 }),
  days: fc.integer({ min: 1, max: 12 }),
  perDay: fc.integer({ min: 1, max: 30 }),
});

const areaNames = ['A', 'B', 'C'] as const;

/** Any village: some areas are somebody's, some people have households already, some days are full. */
const anyVillage = fc
  .record({
    doors: fc.array(fc.constantFrom('A', 'B', 'C', undefined), { maxLength: 90 }),
    days: fc.integer({ min: 1, max: 8 }),
    perDay: fc.integer({ min: 1, max: 15 }),
    people: fc.array(
      fc.record({
        areas: fc.subarray([...areaNames]),
        loads: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 }),
        before: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ doors, days: count, perDay, people }) => {
    const days = daysFrom(count);
    const takers = people.map(({ areas, loads, before }, n) => {
      const onDay = new Map(days.map((day, index) => [day, loads[index] ?? 0]));
      return taker(n, { areas, onDay, has: before + [...onDay.values()].reduce((a, b) => a + b, 0) });
    });
    return { doors: doorsOf(doors), takers, days, perDay };
  });

const givenOf = <D extends Door>(result: ReturnType<typeof planVillage<D>>): readonly Given<D>[] => {
  if ('lacking' in result) throw new Error(JSON.stringify(result.lacking));
  return result.given;
};

const countBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

describe('the plan of a village', () => {
  test('gives every household to exactly one person for one day, in the order of the register', () => {
    fc.assert(
      fc.property(anyVillage, ({ doors, takers, days, perDay }) => {
        const result = planVillage(doors, takers, days, perDay);
        const places = placesOf(takers, days, perDay);
        if ('lacking' in result) {
          expect(doors.length).toBeGreaterThan(places);
          expect(result.lacking).toEqual({
            ...{ households: doors.length, places, people: takers.length, days: days.length, perDay },
          });
          return;
        }
        expect(doors.length).toBeLessThanOrEqual(places);
        expect(result.given.map(({ door }) => door)).toEqual(doors);
        for (const { taker: by, day } of result.given) {
          expect(takers).toContain(by);
          expect(days).toContain(day);
        }
      }),
    );
  });

  test('gives nobody more for a day than the campaign allows, counting what they have', () => {
    fc.assert(
      fc.property(anyVillage, ({ doors, takers, days, perDay }) => {
        const result = planVillage(doors, takers, days, perDay);
        if ('lacking' in result) return;
        for (const by of takers)
          for (const day of days) {
            const gets = result.given.filter((one) => one.taker === by && one.day === day).length;
            if (gets > 0) expect(gets + (by.onDay.get(day) ?? 0)).toBeLessThanOrEqual(perDay);
          }
      }),
    );
  });

  test('keeps each person walking forward: later doors are never planned for earlier days', () => {
    fc.assert(
      fc.property(anyVillage, ({ doors, takers, days, perDay }) => {
        const result = planVillage(doors, takers, days, perDay);
        if ('lacking' in result) return;
        for (const by of takers) {
          const theirs = result.given.filter((one) => one.taker === by).map(({ day }) => day);
          expect(theirs).toEqual([...theirs].sort());
        }
      }),
    );
  });

  test('comes to the same number for all, give or take one, each a single run of neighbours', () => {
    fc.assert(
      fc.property(openVillage, ({ doors, people, days, perDay }) => {
        const takers = Array.from({ length: people }, (_, n) => taker(n));
        const result = planVillage(doorsOf(Array(doors).fill(undefined)), takers, daysFrom(days), perDay);
        if ('lacking' in result) return;
        const counts = countBy(result.given, (one) => one.taker.id);
        const loads = takers.map(({ id }) => counts.get(id) ?? 0);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        const runs = result.given.filter(({ taker: by }, n) => by !== result.given[n - 1]?.taker).length;
        expect(runs).toBe(loads.filter((load) => load > 0).length);
      }),
    );
  });

  test('spreads each share over the days, give or take one', () => {
    fc.assert(
      fc.property(openVillage, ({ doors, people, days, perDay }) => {
        const takers = Array.from({ length: people }, (_, n) => taker(n));
        const all = daysFrom(days);
        const result = planVillage(doorsOf(Array(doors).fill(undefined)), takers, all, perDay);
        if ('lacking' in result) return;
        for (const by of takers) {
          const counts = countBy(
            result.given.filter((one) => one.taker === by),
            ({ day }) => day,
          );
          const loads = all.map((day) => counts.get(day) ?? 0);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('evens out what people had before, as far as the new households go', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 100 }),
        (before, count) => {
          const takers = before.map((has, n) => taker(n, { has }));
          const given = givenOf(planVillage(doorsOf(Array(count).fill(undefined)), takers, daysFrom(5), 60));
          const counts = countBy(given, (one) => one.taker.id);
          const loads = takers.map(({ id, has }) => ({
            gets: counts.get(id) ?? 0,
            total: has + (counts.get(id) ?? 0),
          }));
          const fewest = Math.min(...loads.map(({ total }) => total));
          for (const { gets, total } of loads) if (gets > 0) expect(total).toBeLessThanOrEqual(fewest + 1);
        },
      ),
    );
  });

  test('gives the households of an area to those who have it, as long as their days hold them', () => {
    fc.assert(
      fc.property(anyVillage, ({ doors, takers, days }) => {
        const perDay = 400;
        const given = givenOf(planVillage(doors, takers, days, perDay));
        for (const { door, taker: by } of given) {
          const owners = takers.filter(({ areas }) => door.area !== undefined && areas.includes(door.area));
          if (owners.length > 0) expect(owners).toContain(by);
        }
      }),
    );
  });

  test('gives to others what the days of those who have an area do not hold', () => {
    const doors = doorsOf(['A', 'A', 'A', 'A', 'A']);
    const takers = [taker(0, { areas: ['A'] }), taker(1)];
    const given = givenOf(planVillage(doors, takers, daysFrom(1), 3));
    expect(given.map(({ taker: by }) => by.id)).toEqual(['S0', 'S0', 'S0', 'S1', 'S1']);
  });

  test('gives the rest as it would have, when it was interrupted after any number of households', () => {
    fc.assert(
      fc.property(openVillage, fc.nat(), ({ doors: count, people, days, perDay }, cut) => {
        const doors = doorsOf(Array(count).fill(undefined));
        const takers = Array.from({ length: people }, (_, n) => taker(n));
        const whole = planVillage(doors, takers, daysFrom(days), perDay);
        if ('lacking' in whole) return;
        const done = whole.given.slice(0, cut % (count + 1));
        const later = takers.map((by) => {
          const theirs = done.filter((one) => one.taker === by);
          return { ...by, has: theirs.length, onDay: countBy(theirs, ({ day }) => day) };
        });
        const rest = givenOf(planVillage(doors.slice(done.length), later, daysFrom(days), perDay));
        const facts = (all: readonly Given<Door>[]) =>
          all.map(({ door, taker: by, day }) => `${door.household} ${by.id} ${day}`);
        expect([...facts(done), ...facts(rest)]).toEqual(facts(whole.given));
      }),
    );
  });

  test('says in numbers why it does not fit', () => {
    const result = planVillage(doorsOf(Array(21).fill(undefined)), [taker(0), taker(1)], daysFrom(2), 5);
    expect(result).toEqual({ lacking: { households: 21, places: 20, people: 2, days: 2, perDay: 5 } });
  });

  test('has no place for anybody when nobody is there or no day is left', () => {
    expect(planVillage(doorsOf([undefined]), [], daysFrom(3), 5)).toMatchObject({ lacking: { places: 0 } });
    expect(planVillage(doorsOf([undefined]), [taker(0)], [], 5)).toMatchObject({ lacking: { places: 0 } });
    expect(planVillage([], [], [], 5)).toEqual({ given: [] });
  });
});

describe('the days of a campaign', () => {
  const years: CalendarYear[] = stateCouncilYears.filter(({ year }) => year >= 2025);
  const calendar = workingCalendar(years);
  const period = (from: string, to: string, includeRestDays = false) => ({
    ...{ from: parseLocalDate(from), to: parseLocalDate(to), includeRestDays },
  });

  test('are its working days, make-up days of a holiday among them', () => {
    // National Day 2026: 20 September (a Sunday) and 10 October (a Saturday) are worked, 1 to 7 October are not.
    const days = planningDays(period('2026-09-19', '2026-10-11'), parseLocalDate('2026-01-01'), calendar);
    expect(days).toContain('2026-09-20');
    expect(days).toContain('2026-10-10');
    expect(days).not.toContain('2026-10-01');
    expect(days).not.toContain('2026-09-19');
  });

  test('are all of them when days off are planned too', () => {
    expect(planningDays(period('2026-10-01', '2026-10-04', true), first, calendar)).toEqual([]);
    expect(
      planningDays(period('2026-11-21', '2026-11-23', true), parseLocalDate('2026-11-01'), calendar),
    ).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
  });

  test('begin with today when the campaign runs already', () => {
    expect(planningDays(period('2026-11-02', '2026-11-25'), first, calendar)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
  });
});
