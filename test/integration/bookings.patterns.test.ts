import { afterAll, beforeAll, expect, test } from 'vitest';
import { marksOf, readBooked } from '../../functions/bookings/claims.store.ts';
import { countBefore, readLine } from '../../functions/bookings/line.store.ts';
import type { BookingDependencies } from '../../functions/bookings/offers.usecases.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { claimedSlots, claimSlots } from '../../functions/venues/room-slots.usecases.ts';
import { course, type LineBed, openLine, residentNamed } from '../support/bookings.ts';
import { type Metered, meter } from '../support/core.meter.ts';

let bed: LineBed;
let deps: BookingDependencies;
let measured: (task: () => Promise<unknown>) => Promise<Metered[]>;
beforeAll(async () => {
  bed = await openLine();
  const client = bed.platform.newClient();
  measured = meter(client);
  deps = bed.on(bed.platform.through(client));
  // Read once in the life of a process: no part of what a request costs.
  await deps.keyring.mac('warm', 'up');
});
afterAll(async () => bed[Symbol.asyncDispose]());

const commandsOf = (calls: readonly Metered[]): string[] => calls.map(({ command }) => command);
const unitsOf = (calls: readonly Metered[]): number => calls.reduce((sum, { units }) => sum + units, 0);

test('access pattern 13: who has which slot of a room on a day is one query', async () => {
  const room = { venue: 'V', room: 1, day: parseLocalDate('2026-11-30') };
  const claims = claimSlots({ ...room, slots: ['09:00', '10:00'], holder: 'A' }, 'taken');
  await deps.ledger.commit([], claims);
  let found: ReadonlyMap<string, string> | undefined;
  const calls = await measured(async () => {
    found = await claimedSlots(deps.store, room);
  });
  expect(commandsOf(calls)).toEqual(['QueryCommand']);
  expect([...(found ?? [])]).toEqual([
    ['09:00', 'A'],
    ['10:00', 'A'],
  ]);
});

test('access patterns 14 and 15: the head of a line of 200, and how many wait before a number, are one query each', async () => {
  const offer = 'PATTRN2345';
  await bed.putUp(course(offer, { capacity: 1 }));
  for (let n = 1; n <= 201; n++) await bed.enrol(offer, residentNamed(20_000 + n));
  const head = await measured(async () => {
    const { entries } = await readLine(deps.store, offer);
    expect(entries[0]).toMatchObject({ n: 2, places: 1 });
  });
  expect(head).toMatchObject([{ command: 'QueryCommand', items: 64 }]);
  expect(unitsOf(head)).toBeLessThanOrEqual(3);
  const rank = await measured(async () => {
    expect(await countBefore(deps.store, offer, 150, 100)).toBe(101);
    expect(await countBefore(deps.store, offer, 12, 100)).toBe(10);
  });
  expect(commandsOf(rank)).toEqual(['QueryCommand', 'QueryCommand']);
});

test('access pattern 16: when a phone’s people are expected is one query, and says nothing of the others of the family', async () => {
  const [offer, attendee] = ['BOOKED2345', residentNamed(30_000)];
  await bed.putUp(course(offer));
  await bed.enrol(offer, attendee);
  const [mine, sibling] = [
    await marksOf(deps.keyring, attendee),
    await marksOf(deps.keyring, { ...attendee, name: '别人' }),
  ];
  const calls = await measured(async () => {
    expect(await readBooked(deps.store, mine)).toHaveLength(1);
    expect(await readBooked(deps.store, sibling)).toEqual([]);
  });
  expect(commandsOf(calls)).toEqual(['QueryCommand', 'QueryCommand']);
});

test('whoever finds all places taken costs two reads, their number, their own commit and a look at the places', async () => {
  const offer = 'COSTSF2345';
  await bed.putUp(course(offer, { capacity: 1 }));
  await bed.enrol(offer, residentNamed(40_000));
  const calls = await measured(() => bed.enrol(offer, residentNamed(40_001), { deps }));
  expect(commandsOf(calls).sort()).toEqual([
    'BatchGetItemCommand',
    'GetItemCommand',
    'QueryCommand',
    'TransactWriteItemsCommand',
    'UpdateItemCommand',
  ]);
});
