import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const person = (change: object = {}) => ({ name: '李大山', relation: '户主', ...change });

const load = (id: string, from: number, rows: readonly unknown[], key?: string) =>
  bed.call('loadRows', 'admin', {
    params: { import: id },
    body: { from, rows },
    ...(key === undefined ? {} : { key }),
  });
const check = (id: string, from: number, rows: readonly unknown[]) =>
  bed.call('checkRows', 'admin', { params: { import: id }, body: { from, rows } });

interface Said {
  readonly row: number;
  readonly result?: string;
  readonly household?: string;
  readonly errors: readonly Told[];
  readonly duplicates?: readonly Told[];
}
interface Told {
  readonly path: string;
  readonly code: string;
  readonly household?: string;
  readonly sameAs?: number;
}

const said = ({ body }: { readonly body: unknown }): readonly Said[] => {
  const rows = fieldIn(body, 'rows');
  return Array.isArray(rows) ? rows : [];
};
const results = (answer: { readonly body: unknown }) =>
  said(answer).map(({ result, errors }) =>
    [result, ...errors.map(({ path, code }) => `${path} ${code}`)].join(' ').trim(),
  );
const found = (answer: { readonly body: unknown }) =>
  said(answer).flatMap(({ row, errors, duplicates = [] }) =>
    [...errors, ...duplicates].map(({ path, code }) => `${row} ${path} ${code}`),
  );
const progress = ({ body }: { readonly body: unknown }) => {
  const { through, loaded, refused } = Object(fieldIn(body, 'import'));
  return { through, loaded, refused };
};
const homes = (from: number, count: number) => Array.from({ length: count }, (_, n) => home(from + n));

const badRows: readonly (readonly [string, unknown, string])[] = [
  [
    'a wrong check character',
    home(1, { members: [person({ idNumber: '370402199001010019' })] }),
    'members.0.idNumber id_number.check_character',
  ],
  [
    'an ID number a spreadsheet made a number',
    home(1, { members: [person({ idNumber: '3.70402E+17' })] }),
    'members.0.idNumber id_number.invalid',
  ],
  [
    'a phone that is none',
    home(1, { members: [person({ phone: '12345' })] }),
    'members.0.phone phone.invalid',
  ],
  [
    'a phone sent as a number',
    home(1, { members: [person({ phone: 13812345678 })] }),
    'members.0.phone field.type',
  ],
  [
    'a name of ten thousand characters',
    home(1, { members: [person({ name: '长'.repeat(10_000) })] }),
    'members.0.name text.too_long',
  ],
  [
    'a control character',
    home(1, { address: { text: '幸福\u0000小区' } }),
    'address.text text.control_characters',
  ],
  ['no address', home(1, { address: undefined }), 'address field.required'],
  [
    'a date where a room should be',
    home(1, { address: { text: '幸福小区', room: 46054 } }),
    'address.room field.type',
  ],
  ['a column nobody asked for', home(1, { income: '1000' }), 'income field.unknown'],
  ['an area nobody set up', home(1, { area: '2222222222' }), 'area household.area_unknown'],
  ['neither home nor shop', home(1, { kind: 'farm' }), 'kind field.choice'],
];

describe('a dry run', () => {
  test('says nothing about rows with which nothing is wrong', async () => {
    const id = await bed.startImport(3);
    const rows = [
      home(1, { members: [person({ phone: '138 1234-5678', idNumber: `  ${idNumberOf(1)}` })] }),
      home(2, { address: { text: '=1+1' } }),
      home(3, { kind: 'shop', shopName: '+86早点' }),
    ];
    const answer = await check(id, 1, rows);
    expect(answer).toMatchObject({ status: 200, body: { examined: 3, rows: [] } });
  });

  test('names row, field and code of each error', async () => {
    const id = await bed.startImport(badRows.length + 3);
    const rows = [...badRows.map(([, row]) => row), 'text', null, [home(1)]];
    const answer = await check(id, 1, rows);
    expect(found(answer)).toEqual([
      ...badRows.map(([, , problem], index) => `${index + 1} ${problem}`),
      ...[1, 2, 3].map((n) => `${badRows.length + n}  field.type`),
    ]);
  });

  test('finds what is registered already, and what the file says twice; it writes nothing', async () => {
    const members = [person({ name: '孙重复', idNumber: idNumberOf(101), phone: '13600000101' })];
    const there = await bed.register(registering(101, { members }));
    const elsewhere = registering(102, { members: [person({ idNumber: idNumberOf(102) })] });
    await bed.call('register', 'stranger', { body: { ...elsewhere, village: places.otherVillage } });
    const id = await bed.startImport(6);
    const before = (await bed.platform.everything()).length;
    const rows = [
      home(101, { members: [person()] }),
      home(103, { members: [person({ idNumber: idNumberOf(101) })] }),
      home(104, { members: [person({ name: '孙重复', phone: '13600000101' })] }),
      home(105, { members: [person({ idNumber: idNumberOf(102) })] }),
      home(106, { members: [person({ idNumber: idNumberOf(106) })] }),
      home(106, { members: [person({ idNumber: idNumberOf(106) })] }),
    ];
    const answer = await check(id, 1, rows);
    const told = said(answer).flatMap(({ row, duplicates = [] }) =>
      duplicates.map(({ path, code, household, sameAs }) => ({ row, path, code, household, sameAs })),
    );
    expect(told).toEqual([
      { row: 1, path: 'address', code: 'household.address_taken', household: there },
      { row: 2, path: 'members.0.idNumber', code: 'household.id_number_taken', household: there },
      { row: 3, path: 'members.0.phone', code: 'household.name_and_phone_known', household: there },
      // In another town: that somebody has it is said, not who.
      { row: 4, path: 'members.0.idNumber', code: 'household.id_number_taken' },
      { row: 6, path: 'address', code: 'household.address_taken', sameAs: 5 },
      { row: 6, path: 'members.0.idNumber', code: 'household.id_number_taken', sameAs: 5 },
    ]);
    expect((await bed.platform.everything()).length).toBe(before);
  });
});

describe('loading', () => {
  test('the good rows are loaded and each bad one is told why', async () => {
    const rows = badRows.flatMap(([, bad], n) => [home(200 + n), bad]);
    const id = await bed.startImport(rows.length);
    const answer = await load(id, 1, rows);
    expect(results(answer)).toEqual(badRows.flatMap(([, , problem]) => ['loaded', `refused ${problem}`]));
    expect(progress(answer)).toEqual({
      through: rows.length,
      loaded: badRows.length,
      refused: badRows.length,
    });
  });

  test('the same rows sent again are there already, and are counted once', async () => {
    const id = await bed.startImport(30);
    const first = await load(id, 1, homes(300, 20));
    expect(progress(first)).toEqual({ through: 20, loaded: 20, refused: 0 });
    const again = await load(id, 1, homes(300, 20));
    expect(new Set(results(again))).toEqual(new Set(['already']));
    expect(said(again).map(({ household }) => household)).toEqual(
      said(first).map(({ household }) => household),
    );
    expect(progress(again)).toEqual(progress(first));
  });

  test('sent again with one key, after an answer that was lost, it is the same answer but for what is there', async () => {
    const id = await bed.startImport(5);
    const key = 'one-key-of-one-request';
    expect(outcome(await load(id, 1, homes(330, 5), key))).toBe('200');
    const again = await load(id, 1, homes(330, 5), key);
    expect(results(again)).toEqual(Array(5).fill('already'));
    expect(progress(again)).toEqual({ through: 5, loaded: 5, refused: 0 });
  });

  test('a row that was refused is tried again, and moves from the refused to the loaded', async () => {
    const id = await bed.startImport(2);
    const bad = home(341, { members: [person({ phone: '1' })] });
    expect(progress(await load(id, 1, [home(340), bad]))).toEqual({ through: 2, loaded: 1, refused: 1 });
    const mended = await load(id, 2, [home(341)]);
    expect({ results: results(mended), ...progress(mended) }).toEqual({
      ...{ results: ['loaded'], through: 2, loaded: 2, refused: 0 },
    });
  });

  test('a row that was loaded is not loaded again with other content', async () => {
    const id = await bed.startImport(1);
    await load(id, 1, [home(350)]);
    expect(results(await load(id, 1, [home(351)]))).toEqual(['refused  household.import_row_differs']);
    expect(results(await load(id, 1, [home(350)]))).toEqual(['already']);
  });

  test('of two doors or persons in one file the first is loaded', async () => {
    const members = [person({ idNumber: idNumberOf(360) })];
    const id = await bed.startImport(4);
    const answer = await load(id, 1, [home(360, { members }), home(361, { members }), home(360), home(362)]);
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
    const answer = await load(id, 1, homes(370, 20));
    expect(results(answer).filter((result) => result === 'loaded')).toHaveLength(18);
    expect([results(answer)[5], results(answer)[9]]).toEqual(
      Array(2).fill('refused address household.address_taken'),
    );
  });

  test('an import goes on from where it stands, and not beyond the file', async () => {
    const id = await bed.startImport(5);
    expect(outcome(await load(id, 2, [home(401)]))).toBe('409 household.import_gap');
    expect(outcome(await load(id, 1, homes(400, 6)))).toBe('422 household.import_beyond');
    expect(outcome(await check(id, 5, homes(400, 2)))).toBe('422 household.import_beyond');
    expect(outcome(await load(id, 1, homes(400, 3)))).toBe('200');
    const complete = { params: { import: id }, body: {} };
    expect(outcome(await bed.call('completeImport', 'admin', complete))).toBe(
      '409 household.import_incomplete',
    );
    expect(outcome(await load(id, 4, homes(403, 2)))).toBe('200');
    const completed = await bed.call('completeImport', 'admin', complete);
    expect(completed).toMatchObject({ status: 200, body: { status: 'completed', loaded: 5, refused: 0 } });
    expect(outcome(await load(id, 1, homes(400, 5)))).toBe('409 household.import_completed');
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
    const answers = await Promise.all(ids.map((id) => load(id, 1, rows)));
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
    const answers = await Promise.all([1, 2, 3].map(() => load(id, 1, homes(600, 30))));
    expect(answers.map(outcome)).toEqual(['200', '200', '200']);
    for (let row = 0; row < 30; row++) {
      const each = answers.map((answer) => said(answer)[row]?.result).sort();
      expect(each).toEqual(['already', 'already', 'loaded']);
    }
    const { body } = await bed.call('readImport', 'lead', { params: { import: id } });
    expect(body).toMatchObject({ through: 30, loaded: 30, refused: 0 });
  });
});

describe('export', () => {
  test('a register is taken page by page, masked without a reason', async () => {
    await using own = await openHouseholds();
    const id = await own.startImport(250);
    for (let from = 1; from <= 250; from += 50) {
      const rows = homes(from, 50);
      await own.call('loadRows', 'lead', { params: { import: id }, body: { from, rows } });
    }
    await own.project();
    const asked = { node: places.village, plain: false };
    const first = await own.call('exportPage', 'lead', { body: asked });
    const cursor = fieldIn(first.body, 'next');
    const second = await own.call('exportPage', 'lead', { body: { ...asked, cursor } });
    const rows = [first, second].map(({ body }) => fieldIn(body, 'rows'));
    expect(rows.map((page) => Array.isArray(page) && page.length)).toEqual([200, 50]);
    expect(rows[0]).toMatchObject({ 0: { address: { building: '1' }, members: [{ name: '王**' }] } });
    expect((await own.platform.everything()).some(({ PK }) => String(PK).startsWith('EXPORT#'))).toBe(false);
  });

  test('plain values need a reason; who took which households is recorded', async () => {
    await using own = await openHouseholds();
    const members = [person({ idNumber: idNumberOf(7), phone: '13600000007' })];
    const household = await own.register(registering(7, { members }));
    await own.project();
    const asked = { node: places.village, plain: true };
    expect(outcome(await own.call('exportPage', 'lead', { body: asked }))).toBe('400 request.invalid');
    const answer = await own.call('exportPage', 'admin', { body: { ...asked, reason: '年度核对' } });
    expect(fieldIn(answer.body, 'rows')).toMatchObject([
      { household, members: [{ name: '李大山', idNumber: idNumberOf(7), phone: '13600000007' }] },
    ]);
    const records = (await own.platform.everything()).filter(({ PK }) => String(PK).startsWith('EXPORT#'));
    expect(records).toMatchObject([{ reason: '年度核对', households: [household] }]);
    for (const as of ['auditor', 'inspector', 'visitor']) {
      const refused = await own.call('exportPage', as, { body: { ...asked, reason: '看看' } });
      expect(outcome(refused)).toBe('403 access.role');
    }
    expect(outcome(await own.call('exportPage', 'villager', { body: { ...asked, reason: '看看' } }))).toBe(
      '403 access.scope',
    );
  });
});
