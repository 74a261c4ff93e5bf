import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badRows, check, found, person, said } from '../support/households.import.ts';
import {
  type HouseholdBed,
  home,
  idNumberOf,
  openHouseholds,
  places,
  registering,
} from '../support/households.ts';

let bed: HouseholdBed;
beforeAll(async () => {
  bed = await openHouseholds();
});
afterAll(async () => bed[Symbol.asyncDispose]());

describe('a dry run', () => {
  test('says nothing about rows with which nothing is wrong', async () => {
    const id = await bed.startImport(3);
    const rows = [
      home(1, { members: [person({ phone: '138 1234-5678', idNumber: `  ${idNumberOf(1)}` })] }),
      home(2, { address: { text: '=1+1' } }),
      home(3, { kind: 'shop', shopName: '+86早点' }),
    ];
    const answer = await check(bed, id, 1, rows);
    expect(answer).toMatchObject({ status: 200, body: { examined: 3, rows: [] } });
  });

  test('names row, field and code of each error', async () => {
    const id = await bed.startImport(badRows.length + 3);
    const rows = [...badRows.map(([, row]) => row), 'text', null, [home(1)]];
    const answer = await check(bed, id, 1, rows);
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
    const answer = await check(bed, id, 1, rows);
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
