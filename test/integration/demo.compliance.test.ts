import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCompliance } from '../../functions/local/demo/compliance.ts';
import { type DemoBed, openDemo } from '../support/demo.ts';

let bed: DemoBed;
let first: Readonly<Record<string, number>>;
beforeAll(async () => {
  bed = await openDemo('2026-11-23T09:00:00+08:00');
  await loadCompliance(bed.loading);
  first = await bed.events();
}, 60_000);
afterAll(async () => bed[Symbol.asyncDispose]());

test('what supervision left behind is loaded once, however often its loading is gone on with', async () => {
  await loadCompliance(bed.loading);
  expect(await bed.events()).toEqual(first);
});

test('there is a list for each working day, an approved site with photos, and what the district promised', async () => {
  const states = (await bed.platform.everything()).filter(({ SK }) => SK === 'STATE');
  const of = (kind: string) => states.filter((item) => item['kind'] === kind);
  // From Tuesday to Friday.
  expect(of('SUPERVISION').map(({ PK }) => PK)).toEqual(
    ['17', '18', '19', '20'].map((day) => `SUPERVISION#2026-11-${day}`),
  );
  expect(of('EXEMPLARY')).toMatchObject([
    { state: { state: 'approved', photos: [expect.any(String), expect.any(String)] } },
  ]);
  expect(of('TARGET').length).toBe(5);
  expect(await bed.verified(['SUPERVISION', 'EXEMPLARY', 'TARGET'])).toMatchObject({ broken: [] });
});
