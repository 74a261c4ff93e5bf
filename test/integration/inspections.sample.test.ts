import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectionViewSchema, verificationSchema } from '../../functions/inspections/inspections.views.ts';
import { newKey } from '../support/call.ts';
import {
  bodyOf,
  errorsOf,
  type InspectionBed,
  openInspections,
  outcome,
  places,
} from '../support/inspections.ts';

let bed: InspectionBed;

beforeAll(async () => {
  bed = await openInspections();
  await bed.visited(places.village, 8);
  await bed.visited(places.secondVillage, 3);
});
afterAll(() => bed[Symbol.asyncDispose]());

describe('a sample', () => {
  test('puts down its seed, who drew it, and the population and digest of every village', async () => {
    const drawn = await bed.drawn(4);
    expect(drawn).toMatchObject({
      population: 11,
      drawnBy: { id: bed.people['inspector']?.staffId },
      strata: [
        { village: places.village, population: 8, drawn: 3 },
        { village: places.secondVillage, population: 3, drawn: 1 },
      ],
    });
    expect(drawn.seed.length).toBeGreaterThanOrEqual(32);
    expect(drawn.strata[0]?.digest).toMatch(/^[\w-]{43}$/);
  });

  test('asked for again with the same key is the same, with another key another', async () => {
    const body = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: 4 };
    const key = newKey();
    const draw = async (with_: string) =>
      bodyOf(inspectionViewSchema, await bed.call('draw', 'inspector', { body, key: with_ }));
    const first = await draw(key);
    expect(await draw(key)).toEqual(first);
    expect((await draw(newKey())).seed).not.toBe(first.seed);
  });

  test('can be drawn again by anybody who may see it, whatever was recorded since', async () => {
    const { inspection } = await bed.started(4);
    const verify = async () =>
      bodyOf(verificationSchema, await bed.call('verification', 'auditor', { params: { inspection } }));
    expect(await verify()).toMatchObject({ samePopulation: true, sameSample: true });
    bed.platform.clock.advance(61);
    await bed.visited(places.village, 1);
    expect(await verify()).toMatchObject({ samePopulation: true, sameSample: true });
  });

  test('whose population is no longer what it was says so', async () => {
    const { inspection } = await bed.started(4);
    // An hour back, so among those it was drawn from: as if a list had been tampered with.
    await bed.visited(places.village, 1);
    const again = bodyOf(
      verificationSchema,
      await bed.call('verification', 'inspector', { params: { inspection } }),
    );
    expect(again.samePopulation).toBe(false);
    expect(again.strata.map(({ same }) => same)).toEqual([false, true]);
  });

  test('is of what was recorded two minutes ago at the latest: newer visits may not stand in their list yet', async () => {
    bed.platform.clock.advance(-58);
    const now = await bed.drawn(40);
    bed.platform.clock.advance(-2);
    expect((await bed.drawn(40)).population).toBeLessThan(now.population);
    bed.platform.clock.advance(60);
  });

  test('is looked at before it is drawn: how many visits, how many of each village', async () => {
    const query = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: '5' };
    const answer = await bed.call('population', 'inspector', { query });
    expect(answer.body).toMatchObject({ drawn: 5, strata: [{ village: places.village }, { drawn: 1 }] });
  });

  test.each([
    ['of no visits', { from: '2026-11-01', to: '2026-11-01' }, '422 inspection.population_empty'],
    ['of a department', { node: places.townOffice }, '422 inspection.node_unknown'],
    ['outside the area', { node: places.otherTown }, '403 access.scope'],
    ['of the whole district by a town', { node: places.district }, '403 access.scope'],
  ])('%s is refused', async (_, change, expected) => {
    const body = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: 4, ...change };
    expect(outcome(await bed.call('draw', 'inspector', { body }))).toBe(expected);
  });

  test.each([
    ['days the wrong way round', { to: '2026-11-22' }, ['to field.range']],
    ['a day to come', { to: '2026-11-24' }, ['to field.range']],
    ['more than a month', { from: '2026-10-01' }, ['to field.too_many']],
    ['no such day', { from: '2026-02-30' }, ['from date.invalid']],
    ['no visits', { size: 0 }, ['size field.range']],
    ['more visits than a start can open', { size: 41 }, ['size field.range']],
    ['half a visit', { size: 1.5 }, ['size field.range']],
    ['a seed of one’s own', { seed: 'mine' }, ['seed field.unknown']],
    ['a last day there is', { from: '9999-12-31', to: '9999-12-31' }, ['to field.range']],
  ])('of %s is refused by field', async (_, change, expected) => {
    const body = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: 4, ...change };
    const answer = await bed.call('draw', 'inspector', { body });
    expect(outcome(answer)).toBe('400 request.invalid');
    expect(errorsOf(answer.body)).toEqual(expected);
  });

  test('rates of days before there was a calendar are refused by field', async () => {
    const query = { node: places.town, from: '0000-01-01', to: '0000-01-02' };
    const answer = await bed.call('rates', 'inspector', { query });
    expect(errorsOf(answer.body)).toEqual(['from year.invalid', 'to year.invalid']);
  });
});
