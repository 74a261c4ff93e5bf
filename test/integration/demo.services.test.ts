import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { districtPath } from '../../functions/local/demo/district.ts';
import { loadServices } from '../../functions/local/demo/services.ts';
import { reportSizes, type ServicesSizes } from '../../functions/local/demo/services-loading.ts';
import { adults, childrenOf } from '../../functions/local/demo/services-people.ts';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { readServiceFigures } from '../../functions/services/figures.usecases.ts';
import { type DemoBed, openDemo } from '../support/demo.ts';

const kinds = ['STOCK', 'HANDOUT', 'CENTRE', 'MEMBERSHIP', 'ATTENDANCE', 'BATCH', 'RECEIPT', 'HELP'];

/** A part of it is loaded the same way. */
const some: ServicesSizes = { devices: 60, receipts: 50, children: 40, centres: [5, 4] };

test('the demo is as large as the reports say', () => {
  expect(reportSizes).toMatchObject({ devices: 300, receipts: 370, children: 298 });
  expect(reportSizes.centres).toHaveLength(8);
  expect(reportSizes.centres.reduce((sum, members) => sum + members, 0)).toBe(106);
});

describe('the people of the federation’s demo', () => {
  test('are all different, and have numbers of places there are not', () => {
    const numbers = [
      ...adults.map(({ person }) => person.certificate?.slice(0, 18) ?? ''),
      ...childrenOf(2026).map(({ person }) => person.idNumber ?? ''),
    ];
    expect(new Set(numbers).size).toBe(480 + 298);
    expect(numbers.filter((number) => !/^37049[89]/.test(number))).toEqual([]);
  });
});

describe('the federation’s demo', () => {
  let bed: DemoBed;
  let first: Readonly<Record<string, number>>;
  beforeAll(async () => {
    bed = await openDemo('2026-11-23T09:00:00+08:00');
    await loadServices(bed.loading, some);
    first = await bed.events();
  }, 120_000);
  afterAll(async () => bed[Symbol.asyncDispose]());

  const auditor: Principal = {
    ...{ staffId: 'A', sessionId: '', name: '审计', roles: ['auditor'], scope: districtPath },
  };
  const figures = (year: number) =>
    readServiceFigures(bed.platform.core, { node: districtPath, year }, auditor, bed.loading.now);

  test('comes to what was loaded, and its events to what the reports say', async () => {
    await expect
      .poll(() => figures(2026), { timeout: 60_000, interval: 500 })
      .toMatchObject({
        figures: { children: 40, devices: 60, households: 50, joined: 11, employments: 2, works: 43 },
        now: { centres: 2, members: 9 },
      });
    const { figures: year } = await figures(2026);
    expect(year.served).toBeGreaterThanOrEqual(1_000);
    expect(year.leaflets).toBeGreaterThanOrEqual(1_500);
  }, 90_000);

  test('loaded once more is what it was, and every history is whole', async () => {
    await loadServices(bed.loading, some);
    expect(await bed.events()).toEqual(first);
    expect(await bed.verified(kinds)).toMatchObject({ broken: [] });
  }, 120_000);
});
