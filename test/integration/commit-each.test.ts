import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitEach } from '../../functions/platform/ledger/commit-each.ts';
import { type Command, type Companion, stepOf } from '../../functions/platform/ledger/steps.ts';
import { commandFor, type Lamp, lampType } from '../support/core.cases.ts';
import { meter } from '../support/core.meter.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(async () => platform[Symbol.asyncDispose]());

const post = (street: string): Companion<'lamp.post_taken'> => ({
  write: {
    Put: { Item: { PK: `POST#${street}`, SK: 'CLAIM' }, ConditionExpression: 'attribute_not_exists(PK)' },
  },
  refusal: 'lamp.post_taken',
});

const lamp = (id: string, posts: readonly string[], command: Command = commandFor(platform.core, { id })) => {
  const next: Lamp = { lit: true, repairs: 0, raisedAt: platform.core.clock.now() };
  const change = {
    type: lampType,
    id,
    before: undefined,
    next,
    events: [{ type: 'set-up', data: {} }],
  } as const;
  return { step: stepOf<Lamp>(command, change), companions: posts.map(post) };
};

const outcomes = async (groups: readonly ReturnType<typeof lamp>[]) =>
  (await commitEach(platform.core.store, groups)).map((each) =>
    each.outcome === 'refused' ? each.refusal : each.outcome,
  );

test('each holds or falls by itself, though they share a transaction', async () => {
  const street = randomUUID();
  const key = randomUUID();
  await outcomes([lamp('TAKEN', [`${street} 1`]), lamp('AGAIN', [], commandFor(platform.core, 'a', key))]);
  const answer = await outcomes([
    lamp('FREE', [`${street} 2`]),
    lamp('LATE', [`${street} 1`]),
    lamp('AGAIN', [], commandFor(platform.core, 'a', key)),
    lamp('AGAIN', [], commandFor(platform.core, 'b', key)),
    lamp('TAKEN', [`${street} 3`]),
    lamp('LAST', [`${street} 4`]),
  ]);
  expect(answer).toEqual(['committed', 'lamp.post_taken', 'repeated', 'key-reused', 'occupied', 'committed']);
  expect(await platform.core.ledger.read(lampType, 'LATE')).toBeUndefined();
  expect(await platform.core.ledger.read(lampType, 'LAST')).toMatchObject({ version: 1 });
});

test('what two of one call want goes to the earlier one', async () => {
  const street = randomUUID();
  const answer = await outcomes([
    lamp(randomUUID(), [`${street} 1`]),
    lamp(randomUUID(), [`${street} 1`]),
    lamp(randomUUID(), [`${street} 1`, `${street} 2`]),
    lamp(randomUUID(), [`${street} 2`]),
  ]);
  expect(answer).toEqual(['committed', 'lamp.post_taken', 'lamp.post_taken', 'committed']);
});

test('a hundred writes are one transaction, one more is another', async () => {
  const client = platform.newClient();
  const measured = meter(client);
  const { store } = platform.through(client);
  // State, event and one post each.
  const lamps = (count: number) => Array.from({ length: count }, () => lamp(randomUUID(), [randomUUID()]));
  const transactions = async (count: number) =>
    (await measured(() => commitEach(store, lamps(count)))).length;
  expect(await transactions(33)).toBe(1);
  expect(await transactions(34)).toBe(2);
  expect(await transactions(0)).toBe(0);
});
