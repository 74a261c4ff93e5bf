import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCulture } from '../../functions/local/demo/culture.ts';
import { demoVenues } from '../../functions/local/demo/culture-places.ts';
import { demoTowns, districtPath } from '../../functions/local/demo/district.ts';
import { readHoursReport } from '../../functions/venues/hours.usecases.ts';
import { readUpgradeCounts } from '../../functions/venues/upgrades.usecases.ts';
import { venuesOf } from '../../functions/venues/venues.usecases.ts';
import { type DemoBed, openDemo } from '../support/demo.ts';

const towns = demoTowns.filter(({ name }) => ['矿区街道', '文化路街道'].includes(name.zh));

describe('the whole demo district', () => {
  const ofKind = (kind: string) => demoVenues.filter(({ fields }) => fields.kind === kind).length;

  test('has the 169 centres, 10 stations and 2 studies of the reports', () => {
    expect([ofKind('culture-centre'), ofKind('culture-station'), ofKind('city-study')]).toEqual([169, 10, 2]);
  });

  test('has no two venues of one name or one place', () => {
    expect(new Set(demoVenues.map(({ fields }) => fields.name)).size).toBe(181);
    expect(
      new Set(demoVenues.map(({ fields: { position } }) => `${position.lat} ${position.lng}`)).size,
    ).toBe(181);
  });
});

describe('culture in two of its sub-districts', () => {
  let bed: DemoBed;
  beforeAll(async () => {
    bed = await openDemo('2026-11-22T15:20:00+08:00');
    await loadCulture(bed.loading, towns);
  }, 180_000);
  afterAll(async () => bed[Symbol.asyncDispose]());

  const rows = () => venuesOf(bed.platform.core.store, districtPath);

  test('every venue stands in the list with its hours and who keeps it', async () => {
    const listed = await rows();
    expect(listed).toHaveLength(7 * 3 + 4 * 3 + 2 + 1);
    expect(listed.filter(({ keeper, timetables }) => !keeper || timetables.length !== 1)).toEqual([]);
    expect(listed.filter(({ keeper }) => keeper === '褚凤霞').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['立新社区文化服务中心', '立新社区书屋', '立新社区文化活动室']),
    );
  });

  test('most of them keep their 42 hours in a week that is over, and some do not', async () => {
    const totals = async () =>
      (await readHoursReport(bed.platform.core.store, districtPath, '2026-W46', bed.loading.now)).totals;
    // The stream lists what the check counted.
    await expect.poll(async () => (await totals()).venues, { timeout: 20_000 }).toBe(36);
    const { meeting } = await totals();
    expect(meeting).toBeGreaterThan(18);
    expect(meeting).toBeLessThan(36);
  });

  test('today is left to whoever keeps the centre of 立新社区', async () => {
    const items = await bed.platform.everything();
    const today = items.filter(({ SK, PK }) => SK === 'STATE' && String(PK).endsWith('.2026-11-22'));
    const own = (await rows()).filter(({ keeper }) => keeper === '褚凤霞');
    expect(today.length).toBeGreaterThan(20);
    expect(today.filter(({ PK }) => own.some(({ venue }) => String(PK).includes(venue)))).toEqual([]);
  });

  test("this year's projects are counted: 5 stations and 2 studies, and equipment", async () => {
    const counts = await readUpgradeCounts(bed.platform.core.store, districtPath, 2026);
    expect(counts).toMatchObject({ newVenues: { planned: 7, done: 2 } });
  });

  test('every history is whole', async () => {
    const kinds = ['VENUE', 'OPENING', 'HOURSWEEK', 'UPGRADE'];
    const { broken, examined } = await bed.verified(kinds);
    expect(broken).toEqual([]);
    expect(examined).toBeGreaterThan(800);
  });

  test('loading it a second time changes nothing', async () => {
    const before = await bed.events();
    await loadCulture(bed.loading, towns);
    expect(await bed.events()).toEqual(before);
  }, 180_000);
});
