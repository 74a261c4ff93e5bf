import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { type Stored, stepOf } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { type Lamp, lampType, problemOf, repaired, repairLamp, setUpLamp } from '../support/core.cases.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
let core: Core;
beforeAll(async () => {
  platform = await openPlatform();
  core = platform.core;
});
afterAll(async () => platform[Symbol.asyncDispose]());

const read = async (id: string) => {
  const stored = await core.ledger.read(lampType, id);
  if (!stored) throw new Error(`no lamp ${id}`);
  return stored;
};
/** What a caller is told of a case; the marks beside it are the ledger's own. */
const told = ({ id, version, head, state }: Stored<Lamp>) => ({ id, version, head, state });
const history = (id: string) => core.ledger.history(lampType.kind, id);
const verdictOf = async (id: string) => verifyChain(lampType.kind, id, await history(id), await read(id));

describe('one change', () => {
  test('a new case has version 1, one event, and can be read at once', async () => {
    const made = await setUpLamp(core, { note: 'corner' });
    expect(made.version).toBe(1);
    expect(await read(made.id)).toEqual(made);
    expect(await history(made.id)).toMatchObject([
      { n: 1, type: 'set-up', at: platform.clock.now(), actor: { id: 'keeper' }, data: { note: 'corner' } },
    ]);
  });

  test('a change adds one event that names the one before it', async () => {
    const { id, head } = await setUpLamp(core);
    const changed = await repairLamp(core, id, { ifMatch: 1, note: 'glass' });
    expect(changed).toMatchObject({ version: 2, state: { repairs: 1, note: 'glass' } });
    expect(await read(id)).toEqual(changed);
    expect(await history(id)).toMatchObject([
      { n: 1, hash: head },
      { n: 2, previous: head, change: { set: { repairs: 1, note: 'glass' }, unset: [] } },
    ]);
    expect(await verdictOf(id)).toMatchObject({ whole: true, events: 2 });
  });

  test('a change that was decided on an older version is stale and shows the newest', async () => {
    const { id } = await setUpLamp(core);
    await repairLamp(core, id, { ifMatch: 1, note: 'first' });
    const problem = await problemOf(repairLamp(core, id, { ifMatch: 1, note: 'second' }));
    expect(problem).toMatchObject({
      code: 'request.stale',
      status: 412,
      details: { version: 2, current: { repairs: 1, note: 'first' } },
    });
    expect(await history(id)).toHaveLength(2);
  });

  test('a version that never was is stale too', async () => {
    const { id } = await setUpLamp(core);
    expect(await problemOf(repairLamp(core, id, { ifMatch: 7 }))).toMatchObject({ code: 'request.stale' });
  });

  test('a case that does not exist is missing, not created', async () => {
    expect(await problemOf(repairLamp(core, 'NOBODY', { ifMatch: 1 }))).toMatchObject({ status: 404 });
    expect(await core.ledger.read(lampType, 'NOBODY')).toBeUndefined();
    expect(await history('NOBODY')).toEqual([]);
  });

  test('what the rule refuses leaves no trace', async () => {
    const { id } = await setUpLamp(core);
    for (let n = 1; n <= 9; n++) await repairLamp(core, id, { ifMatch: n });
    const before = await platform.everything();
    expect(await problemOf(repairLamp(core, id, { ifMatch: 10 }))).toMatchObject({ code: 'lamp.worn_out' });
    expect(await platform.everything()).toEqual(before);
  });

  test('twelve changes keep their order', async () => {
    const { id } = await setUpLamp(core);
    for (let n = 1; n <= 9; n++) await repairLamp(core, id, { ifMatch: n, note: `repair ${n}` });
    const events = await history(id);
    expect(events.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events.slice(1).map(({ data }) => data['note'])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `repair ${n}`),
    );
  });
});

describe('the same request again', () => {
  test('a repeated creation makes one case and gets the same answer, also after later changes', async () => {
    const key = randomUUID();
    const first = await setUpLamp(core, { key, note: 'gate' });
    expect(told(await setUpLamp(core, { key, note: 'gate' }))).toEqual(told(first));
    await repairLamp(core, first.id, { ifMatch: 1 });
    expect(told(await setUpLamp(core, { key, note: 'gate' }))).toEqual(told(first));
    expect(await history(first.id)).toHaveLength(2);
  });

  test('a repeated change happens once and gets the same answer, also after later changes', async () => {
    const { id } = await setUpLamp(core);
    const repair = { ifMatch: 1, key: randomUUID(), note: 'wire' };
    const first = await repairLamp(core, id, repair);
    expect(told(await repairLamp(core, id, repair))).toEqual(told(first));
    await repairLamp(core, id, { ifMatch: 2, note: 'glass' });
    await repairLamp(core, id, { ifMatch: 3, note: 'pole' });
    expect(told(await repairLamp(core, id, repair))).toEqual(told(first));
    expect(await history(id)).toHaveLength(4);
  });

  test('a repeat that names the version it led to happens once as well', async () => {
    const { id } = await setUpLamp(core);
    const repair = { key: randomUUID(), note: 'wire' };
    const first = await repairLamp(core, id, { ...repair, ifMatch: 1 });
    expect(told(await repairLamp(core, id, { ...repair, ifMatch: 2 }))).toEqual(told(first));
    await repairLamp(core, id, { ifMatch: 2, note: 'glass' });
    expect(told(await repairLamp(core, id, { ...repair, ifMatch: 3 }))).toEqual(told(first));
    expect(await history(id)).toHaveLength(3);
  });

  test('a key that made one case makes no other', async () => {
    const key = randomUUID();
    const { id } = await setUpLamp(core, { key, note: 'gate' });
    const problem = await problemOf(setUpLamp(core, { key, note: 'bridge' }));
    expect(problem).toMatchObject({ code: 'request.key_reused', status: 422 });
    expect(await history(id)).toHaveLength(1);
  });

  test.each([1, 2])('a key that made one change makes no other, decided on version %i', async (ifMatch) => {
    const { id } = await setUpLamp(core);
    const key = randomUUID();
    await repairLamp(core, id, { ifMatch: 1, key, note: 'wire' });
    const problem = await problemOf(repairLamp(core, id, { ifMatch, key, note: 'pole' }));
    expect(problem).toMatchObject({ code: 'request.key_reused', status: 422 });
    expect(await history(id)).toHaveLength(2);
  });
});

describe('several cases in one commit', () => {
  const both = async (companionHolds: boolean) => {
    const one = await setUpLamp(core);
    const other = await setUpLamp(core);
    const result = repairLamp(core, one.id, {
      ifMatch: 1,
      alongside: (command) => [
        stepOf(command, {
          type: lampType,
          id: other.id,
          before: other,
          next: repaired(other.state, 'same fault'),
          events: [{ type: 'repaired', data: {} }],
        }),
      ],
      companions: [
        {
          write: {
            ConditionCheck: {
              Key: { PK: 'BUDGET', SK: 'BUDGET' },
              ConditionExpression: companionHolds ? 'attribute_not_exists(PK)' : 'attribute_exists(PK)',
            },
          },
          refusal: 'lamp.no_budget',
        },
      ],
    });
    return { one: one.id, other: other.id, result };
  };

  test('all of them change, each with an event in its own history', async () => {
    const { one, other, result } = await both(true);
    expect(await result).toMatchObject({ id: one, version: 2 });
    expect(await read(other)).toMatchObject({ version: 2, state: { note: 'same fault' } });
    expect([await verdictOf(one), await verdictOf(other)]).toMatchObject([
      { whole: true, events: 2 },
      { whole: true, events: 2 },
    ]);
  });

  test('a companion that is refused keeps all of them from changing', async () => {
    const { one, other, result } = await both(false);
    expect(await problemOf(result)).toMatchObject({ code: 'lamp.no_budget' });
    expect([await read(one), await read(other)]).toMatchObject([{ version: 1 }, { version: 1 }]);
    expect([...(await history(one)), ...(await history(other))]).toHaveLength(2);
  });

  test('a case that moved on in between keeps all of them from changing, and is decided again', async () => {
    const one = await setUpLamp(core);
    const other = await setUpLamp(core);
    const moved = await repairLamp(core, other.id, { ifMatch: 1, note: 'first' });
    let tries = 0;
    const changed = await repairLamp(core, one.id, {
      ifMatch: 1,
      alongside: (command) => {
        tries += 1;
        const before = tries === 1 ? other : moved;
        return [
          stepOf(command, {
            type: lampType,
            id: other.id,
            before,
            next: repaired(before.state, 'both'),
            events: [{ type: 'repaired', data: {} }],
          }),
        ];
      },
    });
    expect({ tries, version: changed.version }).toEqual({ tries: 2, version: 2 });
    expect(await read(other.id)).toMatchObject({ version: 3, state: { repairs: 2, note: 'both' } });
    expect(await verdictOf(other.id)).toMatchObject({ whole: true });
  });
});

describe('at once', () => {
  test('of fifty changes decided on the same version exactly one happens', async () => {
    const { id } = await setUpLamp(core);
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => repairLamp(core, id, { ifMatch: 1, note: `hand ${n}` })),
    );
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(won).toHaveLength(1);
    expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['request.stale']));
    expect(await read(id)).toEqual(won[0]);
    expect(await verdictOf(id)).toMatchObject({ whole: true, events: 2 });
  });

  test('fifty creations with one key make one case, and all fifty get it', async () => {
    const key = randomUUID();
    const made = await Promise.all(Array.from({ length: 50 }, () => setUpLamp(core, { key })));
    expect(new Set(made.map(({ id, head }) => `${id} ${head}`)).size).toBe(1);
    expect(await history(made[0]?.id ?? '')).toHaveLength(1);
  });

  test('fifty times the same change happens once, and all fifty get its answer', async () => {
    const { id } = await setUpLamp(core);
    const key = randomUUID();
    const made = await Promise.all(
      Array.from({ length: 50 }, () => repairLamp(core, id, { ifMatch: 1, key })),
    );
    expect(new Set(made.map(({ version, head }) => `${version} ${head}`)).size).toBe(1);
    expect(await history(id)).toHaveLength(2);
  });
});
