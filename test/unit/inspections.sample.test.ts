import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  drawSample,
  populationDigest,
  type StratumPopulation,
} from '../../functions/inspections/sample.rules.ts';

const villages = ['370402/1/a', '370402/1/b', '370402/1/c', '370402/1/d', '370402/1/e', '370402/1/f'];

/** Up to six villages with up to sixty visits each; ids are unique over all of them. */
const population: fc.Arbitrary<StratumPopulation[]> = fc
  .array(fc.nat({ max: 60 }), { minLength: 1, maxLength: villages.length })
  .map((sizes) =>
    sizes.map((size, stratum) => ({
      village: villages[stratum] ?? '',
      visits: Array.from({ length: size }, (_, index) => `VISIT${stratum}X${index}`),
    })),
  );
const seed = fc.string({ minLength: 1, maxLength: 32 });
const size = fc.integer({ min: 1, max: 40 });

const visitsOf = (strata: readonly StratumPopulation[]): number =>
  strata.reduce((sum, { visits }) => sum + visits.length, 0);
const drawnOf = (drawn: ReturnType<typeof drawSample>): string[] => drawn.flatMap((each) => each.drawn);

const shuffled = <T>(items: readonly T[], by: readonly number[]): T[] =>
  items
    .map((item, index) => ({ item, order: by[index % by.length] ?? 0, index }))
    .sort((a, b) => a.order - b.order || b.index - a.index)
    .map(({ item }) => item);

describe('a sample', () => {
  test('has as many visits as were asked for, or all there are', () => {
    fc.assert(
      fc.property(seed, population, size, (chosen, strata, wanted) => {
        const drawn = drawnOf(drawSample(chosen, strata, wanted));
        expect(drawn).toHaveLength(Math.min(wanted, visitsOf(strata)));
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });

  test('has only visits of the population, each under its own village', () => {
    fc.assert(
      fc.property(seed, population, size, (chosen, strata, wanted) => {
        for (const { village, drawn } of drawSample(chosen, strata, wanted)) {
          const visits = strata.find((stratum) => stratum.village === village)?.visits ?? [];
          expect(visits).toEqual(expect.arrayContaining([...drawn]));
        }
      }),
    );
  });

  test('is the same whatever the order villages and visits are given in', () => {
    fc.assert(
      fc.property(
        seed,
        population,
        size,
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        (chosen, strata, wanted, by) => {
          const other = shuffled(
            strata.map(({ village, visits }) => ({ village, visits: shuffled(visits, by) })),
            by,
          );
          expect(drawSample(chosen, other, wanted)).toEqual(drawSample(chosen, strata, wanted));
        },
      ),
    );
  });

  test('has a visit of every village that has any, when there are places for all', () => {
    fc.assert(
      fc.property(seed, population, size, (chosen, strata, wanted) => {
        const withVisits = strata.filter(({ visits }) => visits.length > 0);
        fc.pre(wanted >= withVisits.length);
        const drawn = drawSample(chosen, strata, wanted);
        expect(drawn.map(({ village }) => village)).toEqual(withVisits.map(({ village }) => village));
        for (const stratum of drawn) expect(stratum.drawn.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('keeps what a larger one has: more places only add visits within a village', () => {
    const strata = [{ village: 'a', visits: Array.from({ length: 50 }, (_, index) => `V${index}`) }];
    const small = drawnOf(drawSample('s', strata, 5));
    expect(drawnOf(drawSample('s', strata, 10)).slice(0, 5)).toEqual(small);
  });

  test('is another one with another seed', () => {
    const strata = [{ village: 'a', visits: Array.from({ length: 200 }, (_, index) => `V${index}`) }];
    expect(drawSample('one', strata, 20)).not.toEqual(drawSample('two', strata, 20));
  });

  test('can be drawn by hand: lowest SHA-256 of ["seed","visit"] first', () => {
    const visits = ['VISIT9', 'VISIT1', 'VISIT5', 'VISIT3'];
    const byHand = [...visits].sort((a, b) =>
      hash('sha256', `["abc","${a}"]`, 'base64url') < hash('sha256', `["abc","${b}"]`, 'base64url') ? -1 : 1,
    );
    expect(drawSample('abc', [{ village: 'a', visits }], 2)[0]?.drawn).toEqual(byHand.slice(0, 2));
  });

  test('draws every visit about equally often', () => {
    const visits = Array.from({ length: 10 }, (_, index) => `V${index}`);
    const times = new Map(visits.map((visit) => [visit, 0]));
    const draws = 2_000;
    for (let draw = 0; draw < draws; draw++) {
      for (const visit of drawnOf(drawSample(`seed ${draw}`, [{ village: 'a', visits }], 3))) {
        times.set(visit, (times.get(visit) ?? 0) + 1);
      }
    }
    // 600 expected of each, standard deviation 20.5; the seeds are fixed, so this holds or doesn't, once and for all.
    for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(82);
  });

  test('of nothing is nothing', () => {
    expect(drawSample('s', [{ village: 'a', visits: [] }], 10)).toEqual([]);
  });
});

describe('the places of a sample', () => {
  test('are given in proportion: 300, 100 and 100 visits and 10 places are 6, 2 and 2', () => {
    const places = allocate(
      [
        { village: 'c', population: 100 },
        { village: 'a', population: 300 },
        { village: 'b', population: 100 },
      ],
      10,
    );
    expect(places.map(({ village, places: given }) => `${village} ${given}`)).toEqual(['a 6', 'b 2', 'c 2']);
  });

  test('reach a village of one visit beside one of a thousand, taken from the one that has most', () => {
    const places = allocate(
      [
        { village: 'a', population: 1000 },
        { village: 'b', population: 1 },
        { village: 'c', population: 0 },
      ],
      10,
    );
    expect(places.map(({ village, places: given }) => `${village} ${given}`)).toEqual(['a 9', 'b 1']);
  });

  test('go to the largest villages when there are fewer than villages', () => {
    const places = allocate(
      [
        { village: 'a', population: 5 },
        { village: 'b', population: 50 },
        { village: 'c', population: 20 },
      ],
      2,
    );
    expect(places.map(({ places: given }) => given)).toEqual([0, 1, 1]);
  });

  test('are never more than a village has visits, and differ from its share by less than the villages there are', () => {
    fc.assert(
      fc.property(population, size, (strata, wanted) => {
        const populations = strata.map(({ village, visits }) => ({ village, population: visits.length }));
        const all = visitsOf(strata);
        for (const { places, population: visits } of allocate(populations, wanted)) {
          expect(places).toBeLessThanOrEqual(visits);
          const share = (Math.min(wanted, all) * visits) / all;
          expect(Math.abs(places - share)).toBeLessThanOrEqual(strata.length);
        }
      }),
    );
  });
});

describe('the digest of a population', () => {
  test('is the same in any order and another with one visit more', () => {
    expect(populationDigest(['b', 'a'])).toBe(populationDigest(['a', 'b']));
    expect(populationDigest(['a', 'b', 'c'])).not.toBe(populationDigest(['a', 'b']));
  });
});
