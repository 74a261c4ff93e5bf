import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import { inspectionViewSchema } from '../../functions/inspections/inspections.views.ts';
import {
  bodyOf,
  type InspectionBed,
  neverVisited,
  nothingWrong,
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

describe('a finished inspection', () => {
  test('has every visit of its sample checked, and says how many were and how many were wrong', async () => {
    const { inspection } = await bed.started(3);
    await bed.check(inspection, 1, neverVisited);
    await bed.check(inspection, 2, { ...nothingWrong, reallyVisited: 'cannot-tell' });
    expect(outcome(await bed.finish(inspection))).toBe('409 inspection.unchecked');
    await bed.check(inspection, 3, nothingWrong);
    const finished = bodyOf(inspectionViewSchema, await bed.finish(inspection));
    expect(finished).toMatchObject({
      state: 'finished',
      rates: { untold: 1, total: { checked: 2, found: 1 } },
    });
    expect(finished.rates.total.rate).toBe(0.5);
    expect(finished.rates.total.low).toBeCloseTo(0.0945, 3);
    const history = await bed.call('history', 'auditor', { params: { inspection } });
    expect(history.body).toMatchObject({
      whole: true,
      events: [{ type: 'drawn' }, { type: 'started' }, { type: 'finished' }],
    });
    for (const rate of [...finished.rates.villages, ...finished.rates.visitors]) {
      expect(rate.checked).toBeGreaterThanOrEqual(rate.found);
    }
  });

  test('is changed by nobody: no check, no second end, no start', async () => {
    const { inspection } = await bed.started(1);
    await bed.check(inspection, 1, nothingWrong);
    await bed.finish(inspection);
    const before = await bed.read(inspection);
    const ifMatch = before.version;
    expect(outcome(await bed.check(inspection, 1, neverVisited))).toBe('409 inspection.not_running');
    expect(outcome(await bed.finish(inspection))).toBe('409 inspection.not_running');
    const start = await bed.call('start', 'inspector', { params: { inspection }, body: {}, ifMatch });
    expect(outcome(start)).toBe('409 inspection.not_drawn');
    expect(await bed.read(inspection)).toEqual(before);
    const paths = Object.values(inspectionsContract.routes).filter(
      ({ method, path }) => method !== 'GET' && path.startsWith('/api/inspections/{inspection}'),
    );
    // Whoever adds a command has to say here what it does to a finished one.
    expect(paths.map(({ path }) => path.split('/').at(-1)).sort()).toEqual(['finish', 'start', '{n}']);
  });

  test('holds the checks it was decided on, whoever corrects one at that moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { inspection, version } = await bed.started(1);
      await bed.check(inspection, 1, nothingWrong);
      const [finish, correction] = await Promise.all([
        bed.call('finish', 'inspector', { params: { inspection }, body: {}, ifMatch: version }),
        bed.call('check', 'other', { params: { inspection, n: '1' }, body: neverVisited, ifMatch: 2 }),
      ]);
      const after = await bed.read(inspection);
      const outcomes = [outcome(finish), outcome(correction)].sort();
      if (after.state === 'finished') {
        const found = outcome(correction) === '200' ? 1 : 0;
        expect(after.rates.total).toMatchObject({ checked: 1, found });
      } else {
        expect(outcomes).toEqual(['200', '409 inspection.checks_changed']);
      }
    }
  });

  test('counts in the rates of its days, for a village with its own part, always with their n', async () => {
    await using own = await openInspections();
    await own.visited(places.village, 2);
    await own.visited(places.secondVillage, 1, 'both');
    const { inspection, items } = await own.started(3);
    for (const { n, village } of items) {
      await own.check(inspection, n, village === places.village ? neverVisited : nothingWrong);
    }
    const days = { from: '2026-11-01', to: '2026-11-23' };
    const rates = async (node: string, who: string) =>
      (await own.call('rates', who, { query: { node, ...days } })).body;
    expect(await rates(places.town, 'lead')).toMatchObject({ inspections: 0 });
    await own.finish(inspection);
    expect(await rates(places.town, 'lead')).toMatchObject({
      inspections: 1,
      rates: {
        total: { checked: 3, found: 2 },
        villages: [
          { village: places.village, checked: 2, found: 2, rate: 1 },
          { village: places.secondVillage, checked: 1, found: 0, rate: 0 },
        ],
      },
    });
    expect(await rates(places.secondVillage, 'villager')).toMatchObject({
      rates: { total: { checked: 1, found: 0 }, visitors: [{ by: { id: own.people['both']?.staffId } }] },
    });
    expect(JSON.stringify(await rates(places.town, 'lead'))).not.toContain('王**');
  });

  test('names no resident anywhere', async () => {
    const { inspection } = await bed.started(2);
    await bed.check(inspection, 1, neverVisited);
    const text = JSON.stringify([await bed.read(inspection), await bed.rectifications('all')]);
    expect(text).not.toContain('王**');
  });
});
