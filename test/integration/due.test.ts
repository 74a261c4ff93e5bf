import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueShards } from '../../functions/platform/ledger/case-keys.ts';
import { dueBy } from '../../functions/platform/ledger/due.ts';
import { stepOf } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { addMinutes, instantFromEpochMilliseconds } from '../../functions/platform/runtime/time.ts';
import { commandFor, lampType, repaired, repairLamp, setUpLamp } from '../support/core.cases.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
let core: Core;
beforeAll(async () => {
  platform = await openPlatform();
  core = platform.core;
});
afterAll(async () => platform[Symbol.asyncDispose]());

const due = async (at = core.clock.now()) => (await dueBy(core.store, lampType, at)).map(({ id }) => id);

describe('what is due', () => {
  test('is due at its instant and not a millisecond before', async () => {
    const checkBy = addMinutes(core.clock.now(), 60);
    const { id } = await setUpLamp(core, { checkBy });
    expect(await due(instantFromEpochMilliseconds(Date.parse(checkBy) - 1))).not.toContain(id);
    expect(await due(checkBy)).toContain(id);
    expect(await due(addMinutes(checkBy, 100_000))).toContain(id);
  });

  test('is no longer due once its clock stopped', async () => {
    const checkBy = core.clock.now();
    const stored = await setUpLamp(core, { checkBy });
    expect(await due()).toContain(stored.id);
    const next = { ...repaired(stored.state, 'checked'), checkBy: undefined };
    const events = [{ type: 'checked', data: {} }] as const;
    const change = { type: lampType, id: stored.id, before: stored, next, events };
    await core.ledger.commit([stepOf(commandFor(core, 'check'), change)]);
    expect(await due()).not.toContain(stored.id);
  });

  test('stays due at the same instant when something else is changed', async () => {
    const checkBy = addMinutes(core.clock.now(), 30);
    const { id } = await setUpLamp(core, { checkBy });
    await repairLamp(core, id, { ifMatch: 1 });
    const found = (await dueBy(core.store, lampType, checkBy)).filter((each) => each.id === id);
    expect(found).toEqual([{ id, dueAt: checkBy }]);
  });

  test('without a clock is never due', async () => {
    const { id } = await setUpLamp(core);
    expect(await due(addMinutes(core.clock.now(), 10_000_000))).not.toContain(id);
  });

  test('of many, spread over every shard, comes oldest first and whole', async () => {
    const start = addMinutes(core.clock.now(), 200_000);
    const ids: string[] = [];
    for (let n = 0; n < 40; n++) ids.push((await setUpLamp(core, { checkBy: addMinutes(start, 40 - n) })).id);
    const found = (await dueBy(core.store, lampType, addMinutes(start, 60))).filter(
      ({ dueAt }) => dueAt > start,
    );
    expect(found.map(({ id }) => id)).toEqual(ids.toReversed());
    const shards = (await platform.everything()).flatMap(({ duePK }) => (duePK ? [String(duePK)] : []));
    expect(new Set(shards).size).toBe(dueShards);
  });
});
