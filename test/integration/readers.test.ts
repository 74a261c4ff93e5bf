import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  nowPeriod,
  type Periods,
  readCounter,
  readCounters,
} from '../../functions/platform/ledger/counters.ts';
import { readListPage, readWholeList } from '../../functions/platform/ledger/lists.ts';
import { countKey, listKey } from '../../functions/platform/ledger/projections.ts';
import { byKey, type Store } from '../../functions/platform/runtime/store.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
let store: Store;
beforeAll(async () => {
  platform = await openPlatform();
  store = platform.core.store;
});
afterAll(async () => platform[Symbol.asyncDispose]());

describe('many items at once', () => {
  const keyOf = (n: number) => ({ PK: `LAMP#${n}`, SK: 'STATE' });

  test('are found however many they are, however often one is named, the missing left out', async () => {
    const there = Array.from({ length: 201 }, (_, n) => keyOf(n));
    for (const [n, key] of there.entries()) await store.put({ ...key, n });
    const items = await store.getMany([...there, ...there.slice(50, 150), keyOf(999)]);
    expect(items.map(({ n }) => n).sort((a, b) => Number(a) - Number(b))).toEqual(there.map((_, n) => n));
    const found = byKey(items);
    expect([found(keyOf(150))?.['n'], found(keyOf(999))]).toEqual([150, undefined]);
  });

  test('none asked for are none', async () => expect(await store.getMany([])).toEqual([]));
});

describe('a list', () => {
  const row = v.object({ n: v.number() });
  const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'];
  const list = 'lamps/lit';
  beforeAll(async () => {
    for (const [n, day] of days.entries())
      await store.put({ PK: listKey(list), SK: `${day}#L${n}`, row: { n } });
    await store.put({ PK: listKey('lamps/broken'), SK: '2026-11-02#L9', row: { n: 9 } });
  });
  const numbers = (rows: readonly { readonly n: number }[]) => rows.map(({ n }) => n);

  test.each([
    { order: 'oldest first', pages: [[0, 1, 2], [3]] },
    { order: 'newest first', pages: [[3, 2, 1], [0]] },
  ] as const)('is read page by page, $order', async ({ order, pages }) => {
    const first = await readListPage(store, row, { list, order, cursor: undefined, size: 3 });
    const second = await readListPage(store, row, { list, order, cursor: first.last, size: 3 });
    expect([first, second].map(({ rows }) => numbers(rows))).toEqual(pages);
    expect(second.last).toBeUndefined();
  });

  test('is read whole, or from a bound up to another that is not in it', async () => {
    const [from = '', , before = ''] = days;
    expect(numbers(await readWholeList(store, row, { list }))).toEqual([0, 1, 2, 3]);
    expect(numbers(await readWholeList(store, row, { list, within: { before } }))).toEqual([0, 1]);
    expect(numbers(await readWholeList(store, row, { list, within: { from, before } }))).toEqual([0, 1]);
    const page = await readListPage(store, row, { list, within: { before }, cursor: undefined, size: 1 });
    expect(numbers(page.rows)).toEqual([0]);
    const through = { from: before, before: `${before}~` };
    expect(numbers(await readWholeList(store, row, { list, within: through }))).toEqual([2]);
  });

  test('longer than one answer of the table is read to its end', async () => {
    const long = 'lamps/stored';
    const text = 'x'.repeat(300_000);
    for (let n = 0; n < 8; n++) await store.put({ PK: listKey(long), SK: `${n}#L${n}`, row: { n, text } });
    expect(numbers(await readWholeList(store, row, { list: long }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('with a row it does not know says so', async () => {
    await store.put({ PK: listKey('lamps/odd'), SK: 'a#L1', row: { n: 'one' } });
    await expect(readWholeList(store, row, { list: 'lamps/odd' })).rejects.toThrow(v.ValiError);
  });
});

describe('counters', () => {
  const subject = 'lamps/370402';
  const counted = { '2026-10': { lit: 1 }, '2026-11': { lit: 2, broken: 1 }, [nowPeriod]: { lit: 3 } };
  beforeAll(async () => {
    for (const [SK, counts] of Object.entries(counted))
      await store.put({ PK: countKey(subject), SK, ...counts });
  });
  const periods = async (within?: Periods) => [...(await readCounters(store, subject, within)).keys()];

  test('are read by period, both ends in it, and without an end as they are now too', async () => {
    expect(Object.fromEntries(await readCounters(store, subject))).toEqual(counted);
    expect(await periods({ from: '2026-10', through: '2026-11' })).toEqual(['2026-10', '2026-11']);
    expect(await periods({ from: '2026-10', through: '2026-10' })).toEqual(['2026-10']);
    expect(await periods({ from: '2026-11' })).toEqual(['2026-11', nowPeriod]);
    expect(await periods({ from: '2027-01', through: '2027-12' })).toEqual([]);
  });

  test('of one period are one item; nothing, where nothing was counted', async () => {
    expect(await readCounter(store, subject, '2026-11')).toEqual({ lit: 2, broken: 1 });
    expect(await readCounter(store, subject, '2026-09')).toEqual({});
  });
});
