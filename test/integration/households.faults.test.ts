import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holderOf, holdersOfPhone, idNumberKey } from '../../functions/households/claims.store.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdType } from '../../functions/households/households.store.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { type Answered, callRow, newKey } from '../support/call.ts';
import { meter } from '../support/core.meter.ts';
import { makeFaulty } from '../support/faults.ts';
import {
  fieldIn,
  type HouseholdBed,
  home,
  idNumberOf,
  openHouseholds,
  outcome,
  places,
  registering,
  textIn,
} from '../support/households.ts';

let bed: HouseholdBed;
beforeAll(async () => {
  bed = await openHouseholds();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const faultyCore = (seed: number, rate: number): Core => {
  const client = bed.platform.newClient();
  makeFaulty(client, { seed, rate });
  return bed.platform.through(client);
};

/** Sends the same request until it is answered with anything but "busy", as the page does. */
const patiently = async (send: () => Promise<Answered>): Promise<Answered> => {
  for (let attempt = 1; attempt <= 60; attempt++) {
    const answer = await send();
    if (answer.status !== 503) return answer;
  }
  throw new Error('sixty times busy');
};

const { routes } = householdsContract;

describe('over an unreliable store', () => {
  test.each([1, 2, 3])('a file is loaded whole, every household once (seed %i)', async (seed) => {
    const count = 60;
    const file = await bed.startImport(count);
    const api = bed.apiOn(faultyCore(seed, 0.25));
    const members = (n: number) => [
      { name: '李大山', relation: '户主', idNumber: idNumberOf(seed * 100 + n), phone: '13600000000' },
    ];
    const rows = Array.from({ length: count }, (_, n) => home(seed * 1_000 + n, { members: members(n) }));
    for (let from = 1; from <= count; from += 20) {
      const key = newKey();
      const body = { from, rows: rows.slice(from - 1, from + 19) };
      const call = { cookie: 'admin', params: { import: file }, body, key };
      const answer = await patiently(() => callRow(api, routes.loadRows, call));
      expect(outcome(answer)).toBe('200');
    }
    const { body: progress } = await bed.call('readImport', 'admin', { params: { import: file } });
    expect(progress).toMatchObject({ through: count, loaded: count, refused: 0 });
    const stored = (await bed.platform.everything()).filter(
      ({ kind, SK, state }) =>
        kind === householdType.kind && SK === 'STATE' && fieldIn(fieldIn(state, 'import'), 'id') === file,
    );
    expect(stored).toHaveLength(count);
    for (const { id } of stored) {
      const household = String(id);
      const links = await bed.deps.ledger.history(householdType.kind, household);
      expect(verifyChain(householdType.kind, household, links, await bed.read(household)).whole).toBe(true);
    }
  });

  test('a register that is kept through faults says of every claim who holds it, and nothing twice', async () => {
    const api = bed.apiOn(faultyCore(7, 0.25));
    const send = (route: keyof typeof routes, call: object): Promise<Answered> => {
      const key = newKey();
      return patiently(() => callRow(api, routes[route], { ...call, key, cookie: 'lead' }));
    };
    const members = [{ name: '李大山', relation: '户主', idNumber: idNumberOf(900), phone: '13600000900' }];
    const body = registering(9_000, { members });
    const first = await send('register', { body });
    const household = textIn(first.body, 'household') ?? '';
    const params = { household };
    expect(outcome(await send('departure', { params, body: { reason: 'moved' }, ifMatch: 1 }))).toBe('200');
    const second = await send('register', { body });
    expect(outcome(second)).toBe('201');
    expect(outcome(await send('return', { params, body: {}, ifMatch: 2 }))).toBe(
      '409 household.address_taken',
    );
    const held = await bed.platform.core.store.get(await idNumberKey(bed.deps.keyring, idNumberOf(900)));
    expect(holderOf(held)).toBe(textIn(second.body, 'household'));
    const story = await bed.deps.ledger.history(householdType.kind, household);
    expect(story.map(({ type }) => type)).toEqual(['registered', 'departed']);
  });
});

describe('what a page of the register costs', () => {
  test('access pattern 5: fifty doors are one query, however many there are', async () => {
    await using own = await openHouseholds();
    const client = own.platform.newClient();
    const measured = meter(client);
    const core = own.platform.through(client);
    const api = own.apiOn(core);
    await core.keyring.mac('warm', 'up');
    const load = async (from: number, count: number): Promise<void> => {
      const file = await own.startImport(count);
      const rows = Array.from({ length: count }, (_, n) => home(from + n));
      await own.call('loadRows', 'lead', { params: { import: file }, body: { from: 1, rows } });
      await own.project();
    };
    const page = () =>
      measured(() => callRow(api, routes.list, { cookie: 'lead', query: { node: places.village } }));
    await load(1, 60);
    const before = await page();
    await load(1_000, 60);
    expect(await page()).toEqual(before);
    expect(before).toMatchObject([{ command: 'QueryCommand', items: 50 }]);
    const figures = await measured(() =>
      callRow(api, routes.figures, { cookie: 'lead', query: { node: places.village } }),
    );
    expect(figures.map(({ command, items }) => [command, items])).toEqual([['GetItemCommand', 1]]);
  });

  test('access patterns 11 and 12: who has an ID number is one item, who has a phone one query', async () => {
    const client = bed.platform.newClient();
    const measured = meter(client);
    const core = bed.platform.through(client);
    const idNumber = idNumberOf(950);
    const members = [{ name: '李大山', relation: '户主', idNumber, phone: '13600000950' }];
    const household = await bed.register(registering(9_500, { members }));
    const key = await idNumberKey(core.keyring, idNumber);
    const item = await measured(async () => expect(holderOf(await core.store.get(key))).toBe(household));
    expect(item).toEqual([{ command: 'GetItemCommand', units: 1, items: 1 }]);
    const phone = await measured(async () =>
      expect(await holdersOfPhone(core, '13600000950')).toMatchObject([{ household }]),
    );
    expect(phone).toEqual([{ command: 'QueryCommand', units: 1, items: 1 }]);
  });
});
