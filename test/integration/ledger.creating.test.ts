import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../functions/platform/contract/problems.ts';
import { createCase } from '../../functions/platform/ledger/change.ts';
import { type Stored, stepOf } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { commandFor, type Lamp, lampType, repairLamp, setUpLamp } from '../support/core.cases.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
let core: Core;
beforeAll(async () => {
  platform = await openPlatform();
  core = platform.core;
});
afterAll(async () => platform[Symbol.asyncDispose]());

interface Beside {
  readonly key: string;
  /** A lamp that is repaired in the commit that sets up the new one. */
  readonly lamp: string;
  /** What happens between its being read and the commit. */
  readonly meanwhile?: () => Promise<unknown>;
  readonly ids?: string[];
}

/** Sets up a lamp and repairs another in the same commit, by what that one is at the moment. */
const setUpBeside = ({ key, lamp, meanwhile, ids = [] }: Beside): Promise<Stored<Lamp>> => {
  const command = commandFor(core, { lamp }, key);
  return createCase<Lamp, string>({
    ledger: core.ledger,
    type: lampType,
    command,
    refuse: (refusal) => new Problem(refusal, { status: 409, title: refusal }, {}),
    idFor: (attempt) => referenceFrom(`${key} ${attempt}`),
    make: async (id) => {
      ids.push(id);
      const before = await core.ledger.read(lampType, lamp);
      if (!before) throw new Error(`no lamp ${lamp}`);
      await meanwhile?.();
      const next = { ...before.state, repairs: before.state.repairs + 1 };
      return {
        next: { lit: true, repairs: 0, raisedAt: core.clock.now() },
        events: [{ type: 'set-up', data: {} }],
        alongside: [
          stepOf<Lamp>(command, {
            ...{ type: lampType, id: lamp, before, next },
            events: [{ type: 'repaired', data: {} }],
          }),
        ],
      };
    },
  });
};

const lamps = async (): Promise<number> =>
  (await platform.everything()).filter(({ PK, SK }) => String(PK).startsWith('LAMP#') && SK === 'STATE')
    .length;

const once = (task: () => Promise<unknown>): (() => Promise<unknown>) => {
  let done: Promise<unknown> | undefined;
  return () => {
    done ??= task();
    return done;
  };
};

test('who loses a race for another case of the commit tries again under the same id, and a repeat finds it there', async () => {
  const key = randomUUID();
  const { id: lamp } = await setUpLamp(core);
  const before = await lamps();
  const ids: string[] = [];
  const meanwhile = once(() => repairLamp(core, lamp, { ifMatch: 1 }));
  const made = await setUpBeside({ key, lamp, meanwhile, ids });
  expect(ids).toEqual([made.id, made.id]);
  expect((await setUpBeside({ key, lamp })).id).toBe(made.id);
  expect(await lamps()).toBe(before + 1);
  expect((await core.ledger.read(lampType, lamp))?.state.repairs).toBe(2);
});

test('an id another case has is left to it, and a repeat after that makes no second case', async () => {
  const key = randomUUID();
  const { id: lamp } = await setUpLamp(core);
  const taken = referenceFrom(`${key} 1`);
  await core.ledger.commit([
    stepOf<Lamp>(commandFor(core, 'somebody else'), {
      ...{ type: lampType, id: taken, before: undefined },
      next: { lit: false, repairs: 0, raisedAt: core.clock.now() },
      events: [{ type: 'set-up', data: {} }],
    }),
  ]);
  const before = await lamps();
  const meanwhile = once(() => repairLamp(core, lamp, { ifMatch: 1 }));
  const made = await setUpBeside({ key, lamp, meanwhile });
  expect(made.id).toBe(referenceFrom(`${key} 2`));
  expect((await setUpBeside({ key, lamp })).id).toBe(made.id);
  expect(await lamps()).toBe(before + 1);
  expect((await core.ledger.read(lampType, taken))?.state.lit).toBe(false);
});

test('twelve of the same at once, with the other case moving on, make one', async () => {
  const key = randomUUID();
  const { id: lamp } = await setUpLamp(core);
  const before = await lamps();
  const settled = await Promise.allSettled(Array.from({ length: 12 }, () => setUpBeside({ key, lamp })));
  const ids = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
  expect(new Set(ids).size).toBe(1);
  expect(await lamps()).toBe(before + 1);
  expect((await core.ledger.read(lampType, lamp))?.state.repairs).toBe(1);
});
