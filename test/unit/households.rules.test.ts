import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type ImportRow,
  importRowSchema,
  repeatsAmong,
  sameDoor,
} from '../../functions/households/households.fields.ts';
import { areaNode, nodesOf } from '../../functions/households/households.lists.ts';
import { changedMembers, firstMembers, registered } from '../../functions/households/households.rules.ts';
import type { HouseholdImport } from '../../functions/households/households.states.ts';
import { doorOrder } from '../../functions/households/households.store.ts';
import { hindrance, moveOn } from '../../functions/households/imports.rules.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { home, idNumberOf } from '../support/households.ts';

const village = '370402/370402101/370402101201';
const now = parseInstant('2026-11-23T09:00:00+08:00');
const door = (address: object, shopName?: string) => {
  const at = { text: '幸福小区', ...address };
  return sameDoor(
    shopName === undefined ? { kind: 'home', address: at } : { kind: 'shop', address: at, shopName },
  );
};

describe('the same door', () => {
  test.each([
    ['spaces', { building: ' 3 ' }, { building: '3' }],
    ['full-width digits', { building: '３', room: '１０１' }, { building: '3', room: '101' }],
    ['dashes', { room: '1-101' }, { room: '1—101' }],
    ['case', { building: 'A座' }, { building: 'a座' }],
    ['a part that is empty and one that is missing', { unit: '' }, {}],
  ])('%s make no other door', (_, one, other) => {
    expect(door(one)).toBe(door(other));
  });

  test('building 1 unit 12 is another than building 11 unit 2', () => {
    expect(door({ building: '1', unit: '12' })).not.toBe(door({ building: '11', unit: '2' }));
  });

  test('a home and a shop, and two shops, at one address are different', () => {
    expect(new Set([door({}), door({}, '早点'), door({}, '理发')]).size).toBe(3);
  });
});

test('doors are in the order somebody walks past them', () => {
  const at = (building: string, unit: string, room: string) =>
    doorOrder(
      registered({
        ...{ village, source: 'register', now, membership: { members: [], people: {}, lastNo: 0 } },
        details: { kind: 'home', address: { text: '幸福小区', building, unit, room } },
      }),
    );
  const walked = [
    at('2', '1', '101'),
    at('2', '1', '1001'),
    at('2', '2', '101'),
    at('10', '1', '101'),
    at('A', '1', '1'),
  ];
  expect(walked.toSorted()).toEqual(walked);
});

test('a household counts for its district, town, village and area', () => {
  expect(nodesOf(village, 'ABCD')).toEqual([...['370402', '370402/370402101', village, `${village}/abcd`]]);
  expect(areaNode(village, undefined)).toBe(`${village}/-`);
});

describe('rows of a file', () => {
  const row = (n: number, change: object = {}): ImportRow => v.parse(importRowSchema, home(n, change));

  test('doors and persons that stand twice are told with the row that said it first', () => {
    const person = (change: object) => ({ members: [{ name: '李大山', relation: '户主', ...change }] });
    const rows = [
      row(1, person({ idNumber: idNumberOf(1) })),
      undefined,
      row(2, person({ idNumber: idNumberOf(1) })),
      row(1, person({ phone: '13800000001' })),
      row(3, person({ phone: '13800000001' })),
      row(4, { members: [{ name: '别人', relation: '户主', phone: '13800000001' }] }),
    ];
    expect(repeatsAmong(rows)).toEqual([
      { index: 2, of: 0, path: 'members.0.idNumber', what: 'id-number' },
      { index: 3, of: 0, path: 'address', what: 'address' },
      { index: 4, of: 3, path: 'members.0.phone', what: 'name-phone' },
    ]);
  });

  const started: HouseholdImport = {
    ...{ status: 'open', village, fileName: 'x', fileDigest: 'y', headers: [], mapping: [], rows: 10 },
    ...{ through: 0, loaded: 0, refused: 0, by: { id: 'a', name: 'b' }, createdAt: now },
  };

  test('however parts arrive, repeat and overlap, every row is counted once', () => {
    const part = fc.record({ from: fc.integer({ min: 1, max: 10 }), count: fc.integer({ min: 1, max: 10 }) });
    const bad = fc.uniqueArray(fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), bad, (parts, refused) => {
        const there = new Set<number>();
        let state = started;
        for (const { from, count } of [...parts, { from: 1, count: 10 }]) {
          if (hindrance(state, from, count)) continue;
          const answered = Array.from({ length: count }, (_, n) => {
            const n1 = from + n;
            if (refused.includes(n1)) return { row: n1, result: 'refused' as const };
            const result = there.has(n1) ? ('already' as const) : ('loaded' as const);
            there.add(n1);
            return { row: n1, result };
          });
          state = moveOn(state, answered, state.through)?.next ?? state;
          expect(state.loaded + state.refused).toBe(state.through);
        }
        expect(state).toMatchObject({ through: 10, loaded: 10 - refused.length, refused: refused.length });
      }),
    );
  });

  test('rows that tell nothing new are no event', () => {
    const state = { ...started, through: 2, loaded: 2 };
    expect(moveOn(state, [{ row: 1, result: 'already' }], 2)).toBeUndefined();
  });
});

test('a number of a member is nobody else’s after them', () => {
  const person = (name: string) => ({ name, relation: '户主', categories: [] });
  const first = firstMembers([person('王一'), person('王二'), person('王三')]);
  const details = { kind: 'home' as const, address: { text: '东村1号' } };
  const household = registered({ village, details, membership: first, source: 'register', now });
  const without = changedMembers(household, first.people, [{ no: 1, relation: '户主', categories: [] }]);
  if ('refusal' in without) throw new Error(without.refusal);
  expect(without.people).toEqual({ 1: { name: '王一' } });
  const next = { ...household, members: without.members, lastNo: without.lastNo };
  const grown = changedMembers(next, without.people, [
    { no: 1, relation: '户主', categories: [] },
    { name: '王四', relation: '子', categories: [] },
  ]);
  expect(grown).toMatchObject({ members: [{ no: 1 }, { no: 4 }], lastNo: 4 });
});
