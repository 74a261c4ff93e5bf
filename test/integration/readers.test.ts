import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
