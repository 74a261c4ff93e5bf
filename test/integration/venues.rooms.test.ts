import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { claimedSlots, claimSlots, freeSlots } from '../../functions/venues/room-slots.usecases.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(async () => platform[Symbol.asyncDispose]());

const day = parseLocalDate('2026-11-24');
const slotsFor = (holder: string, room: number, ...slots: string[]) => ({
  ...{ venue: '23456789AC', room, day, slots, holder },
});
const commit = async (companions: ReturnType<typeof claimSlots<'taken'>>) =>
  (await platform.core.ledger.commit([], companions)).outcome;

test('access pattern 13: who holds which slot of a room on a day', async () => {
  await commit(claimSlots(slotsFor('one', 1, '09:00', '10:00'), 'taken'));
  await commit(claimSlots(slotsFor('two', 1, '11:00'), 'taken'));
  await commit(claimSlots(slotsFor('elsewhere', 2, '11:00'), 'taken'));
  expect([...(await claimedSlots(platform.core.store, slotsFor('', 1)))]).toEqual([
    ['09:00', 'one'],
    ['10:00', 'one'],
    ['11:00', 'two'],
  ]);
});

test('of twenty who want overlapping slots at once, nobody shares one', async () => {
  const starts = ['13:00', '14:00', '15:00'];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      commit(claimSlots(slotsFor(`w${n}`, 3, ...starts.slice(n % 2, (n % 2) + 2)), 'taken')),
    ),
  );
  // Both ways share the slot at 14:00, so one of twenty has two slots and the third stays free.
  expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(19);
  const held = await claimedSlots(platform.core.store, slotsFor('', 3));
  expect(held.size).toBe(2);
  expect(new Set(held.values()).size).toBe(1);
});

test('slots given back are free again; those of another stay theirs', async () => {
  await commit(claimSlots(slotsFor('first', 4, '09:00'), 'taken'));
  await expect(commit(freeSlots(slotsFor('stranger', 4, '09:00')))).rejects.toThrow();
  expect(await commit(freeSlots(slotsFor('first', 4, '09:00')))).toBe('committed');
  // Given back twice is no harm.
  expect(await commit(freeSlots(slotsFor('first', 4, '09:00')))).toBe('committed');
  expect(await commit(claimSlots(slotsFor('second', 4, '09:00'), 'taken'))).toBe('committed');
});
