import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  badRows,
  check,
  homes,
  load,
  person,
  progress,
  results,
  said,
} from '../support/households.import.ts';
import {
  fieldIn,
  type HouseholdBed,
  home,
  idNumberOf,
  openHouseholds,
  outcome,
  places,
  registering,
} from '../support/households.ts';

let bed: HouseholdBed;
beforeAll(async () => {
  bed = await openHouseholds();
});
afterAll(async () => bed[Symbol.asyncDispose]());

describe('loading', () => {
  test('the good rows are loaded and each bad one is told why', async () => {
    const rows = badRows.flatMap(([, bad], n) => [home(200 + n), bad]);
    const id = await bed.startImport(rows.length);
    const answer = await load(bed, id, 1, rows);
    expect(results(answer)).toEqual(badRows.flatMap(([, , problem]) => ['loaded', `refused ${problem}`]));
    expect(progress(answer)).toEqual({
      through: rows.length,
      loaded: badRows.length,
      refused: badRows.length,
    });
  });

  test('the same rows sent again are there already, and are counted once', async () => {
    const id = await bed.startImport(30);
    const first = await load(bed, id, 1, homes(300, 20));
    expect(progress(first)).toEqual({ through: 20, loaded: 20, refused: 0 });
    const again = await load(bed, id, 1, homes(300, 20));
    expect(new Set(results(again))).toEqual(new Set(['already']));
    expect(said(again).map(({ household }) => household)).toEqual(
      said(first).map(({ household }) => household),
    );
    expect(progress(again)).toEqual(progress(first));
  });

  test('sent again with one key, after an answer that was lost, it is the same answer but for what is there', async () => {
    const id = await bed.startImport(5);
    const key = 'one-key-of-one-request';
    expect(outcome(await load(bed, id, 1, homes(330, 5), key))).toBe('200');
    const again = await load(bed, id, 1, homes(330, 5), key);
    expect(results(again)).toEqual(Array(5).fill('already'));
    expect(progress(again)).toEqual({ through: 5, loaded: 5, refused: 0 });
  });

  test('a row that was refused is tried again, and moves from the refused to the loaded', async () => {
    const id = await bed.startImport(2);
    const bad = home(341, { members: [person({ phone: '1' })] });
    expect(progress(await load(bed, id, 1, [home(340), bad]))).toEqual({ through: 2, loaded: 1, refused: 1 });
    const mended = await load(bed, id, 2, [home(341)]);
    expect({ results: results(mended), ...progress(mended) }).toEqual({
      ...{ results: ['loaded'], through: 2, loaded: 2, refused: 0 },
    });
  });

  test('a row that was loaded is not loaded again with other content', async () => {
    const id = await bed.startImport(1);
    await load(bed, id, 1, [home(350)]);
    expect(results(await load(bed, id, 1, [home(351)]))).toEqual(['refused  household.import_row_differs']);
    expect(results(await load(bed, id, 1, [home(350)]))).toEqual(['already']);
  });

  test('of two doors or persons in one file the first is loaded', async () => {
    const members = [person({ idNumber: idNumberOf(360) })];
    const id = await bed.startImport(4);
    const answer = await load(bed, id, 1, [
      home(360, { members }),
      home(361, { members }),
      home(360),
      home(362),
    ]);
    expect(results(answer)).toEqual([
      'loaded',
      'refused members.0.idNumber household.id_number_taken',
      'refused address household.address_taken',
      'loaded',
    ]);
    const [first, second] = said(answer);
    expect(second?.errors[0]?.household).toBe(first?.household);
  });

  test('one household that stands in the way keeps none of the others of its transaction out', async () => {
    await bed.register(registering(375));
    await bed.register(registering(379));
    const id = await bed.startImport(20);
    const answer = await load(bed, id, 1, homes(370, 20));
    expect(results(answer).filter((result) => result === 'loaded')).toHaveLength(18);
    expect([results(answer)[5], results(answer)[9]]).toEqual(
      Array(2).fill('refused address household.address_taken'),
    );
  });

  test('an import goes on from where it stands, and not beyond the file', async () => {
    const id = await bed.startImport(5);
    expect(outcome(await load(bed, id, 2, [home(401)]))).toBe('409 household.import_gap');
    expect(outcome(await load(bed, id, 1, homes(400, 6)))).toBe('422 household.import_beyond');
    expect(outcome(await check(bed, id, 5, homes(400, 2)))).toBe('422 household.import_beyond');
    expect(outcome(await load(bed, id, 1, homes(400, 3)))).toBe('200');
    const complete = { params: { import: id }, body: {} };
    expect(outcome(await bed.call('completeImport', 'admin', complete))).toBe(
      '409 household.import_incomplete',
    );
    expect(outcome(await load(bed, id, 4, homes(403, 2)))).toBe('200');
    const completed = await bed.call('completeImport', 'admin', complete);
    expect(completed).toMatchObject({ status: 200, body: { status: 'completed', loaded: 5, refused: 0 } });
    expect(outcome(await load(bed, id, 1, homes(400, 5)))).toBe('409 household.import_completed');
    expect(outcome(await bed.call('completeImport', 'admin', complete))).toBe(
      '409 household.import_completed',
    );
  });

  test('what was loaded is in the register, and says from where it came', async () => {
    await using own = await openHouseholds();
    const id = await own.startImport(3);
    const body = { from: 1, rows: [home(3), home(1), home(2)] };
    const answer = await own.call('loadRows', 'lead', { params: { import: id }, body });
    const household = said(answer)[1]?.household ?? '';
    expect((await own.read(household)).state).toMatchObject({ source: 'import', import: { id, row: 2 } });
    await own.project();
    const { body: listed } = await own.call('list', 'visitor', { query: { node: places.village } });
    expect(fieldIn(listed, 'rows')).toMatchObject([
      { address: { building: '1' } },
      { address: { building: '2' } },
      { address: { building: '3' } },
    ]);
    const { body: imports } = await own.call('imports', 'lead', { query: { node: places.town } });
    expect(fieldIn(imports, 'rows')).toMatchObject([
      { import: id, through: 3, headers: ['户号', '姓名', '身份证号'], mapping: [{ field: 'key' }, {}, {}] },
    ]);
  });

  test('an import belongs to its village', async () => {
    const id = await bed.startImport(1);
    for (const route of ['readImport', 'checkRows', 'loadRows', 'completeImport'] as const) {
      const body = route === 'completeImport' ? {} : { from: 1, rows: [home(1)] };
      const call = { params: { import: id }, ...(route === 'readImport' ? {} : { body }) };
      expect([route, outcome(await bed.call(route, 'villager', call))]).toEqual([route, '403 access.scope']);
    }
    const answer = await bed.call('readImport', 'lead', { params: { import: '2222222222' } });
    expect(outcome(answer)).toBe('404 household.import_not_found');
  });
});

describe('at the same instant', () => {
  test('two who load one file: every household is there once, and both are told of each row', async () => {
    const ids = await Promise.all([bed.startImport(40), bed.startImport(40)]);
    const members = (n: number) => [person({ idNumber: idNumberOf(500 + n) })];
    const rows = Array.from({ length: 40 }, (_, n) => home(500 + n, { members: members(n) }));
    const answers = await Promise.all(ids.map((id) => load(bed, id, 1, rows)));
    const [one = [], two = []] = answers.map(said);
    for (const [index, { result }] of one.entries()) {
      expect([result, two[index]?.result].sort()).toEqual(['loaded', 'refused']);
    }
    const sum = answers.map(progress);
    expect(sum.map(({ through }) => through)).toEqual([40, 40]);
    expect((sum[0]?.loaded ?? 0) + (sum[1]?.loaded ?? 0)).toBe(40);
  });

  test('one part of a file sent several times at once is loaded and counted once', async () => {
    const id = await bed.startImport(30);
    const answers = await Promise.all([1, 2, 3].map(() => load(bed, id, 1, homes(600, 30))));
    expect(answers.map(outcome)).toEqual(['200', '200', '200']);
    for (let row = 0; row < 30; row++) {
      const each = answers.map((answer) => said(answer)[row]?.result).sort();
      expect(each).toEqual(['already', 'already', 'loaded']);
    }
    const { body } = await bed.call('readImport', 'lead', { params: { import: id } });
    expect(body).toMatchObject({ through: 30, loaded: 30, refused: 0 });
  });
});
