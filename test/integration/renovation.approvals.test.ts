import { afterAll, beforeAll, expect, test } from 'vitest';
import { officerOf } from '../../functions/platform/contract/officer.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { approveHome } from '../../functions/renovation/planning.usecases.ts';
import type { RenovationDependencies } from '../../functions/renovation/renovation.usecases.ts';
import { changeRenovation } from '../../functions/renovation/renovation.usecases.ts';
import { recount } from '../../functions/renovation/renovation-reserving.rules.ts';
import { withdraw } from '../../functions/renovation/renovation-stopping.rules.ts';
import { type Answered, type Call, newKey } from '../support/call.ts';
import { intentOf } from '../support/district.ts';
import { type FaultKind, type FaultLog, faultKinds, makeFaulty, randomFrom } from '../support/faults.ts';
import { fieldIn, outcome } from '../support/issues.ts';
import { openRenovation, planned, type RenovationBed } from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Homes as far as they wait for their approval, a few at a time. */
const agreedHomes = async (from: number, count: number): Promise<string[]> => {
  const made: string[] = [];
  for (let at = 0; at < count; at += 10) {
    const some = upTo(Math.min(10, count - at)).map((n) => bed.agreedAtOnce(from + at + n));
    made.push(...(await Promise.all(some)));
  }
  return made;
};

/** The counters say what the cases say, whatever went wrong on the way; and every history is whole. */
const expectExact = async (year: number): Promise<void> => {
  const all = await bed.all();
  const { towns, districts } = recount(all.map(({ state }) => state));
  const town = towns.get(bed.at('town', year)) ?? { reserved: 0, spent: 0 };
  const district = districts.get(bed.at('district', year)) ?? { reserved: 0, done: 0 };
  const [money, homes] = [await bed.left(bed.at('town', year)), await bed.left(bed.at('district', year))];
  expect({ reserved: money.reserved, spent: money.spent }).toEqual(town);
  expect({ reserved: homes.reserved, done: homes.spent }).toEqual(district);
  expect(Math.min(money.left, homes.left)).toBeGreaterThanOrEqual(0);
  for (const stored of all) {
    const links = await bed.deps.ledger.history('RENOVATION', stored.id);
    expect(verifyChain('RENOVATION', stored.id, links, stored).whole).toBe(true);
  }
};

const faulty = (seed: number, rate: number, kinds: readonly FaultKind[]) => {
  const client = bed.platform.newClient();
  const log: FaultLog = makeFaulty(client, { seed, rate, kinds });
  const deps: RenovationDependencies = { ...bed.deps, ...bed.platform.through(client) };
  return { deps, log };
};

/** Sends the same request until it is answered with anything but "busy", as a patient client does. */
const patiently = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; attempt <= 40; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (fieldIn(error, 'code') !== 'service.busy') throw error;
    }
  }
  throw new Error('forty times busy');
};

test('who approve at once while every third answer is a conflict: what was given out is what was there', async () => {
  await bed.fund(2028, 300, 5 * planned);
  const fresh = await agreedHomes(300, 12);
  const { deps } = faulty(11, 0.3, ['conflict', 'in-progress']);
  const answers = await Promise.all(
    fresh.map((reference) => {
      const request = {
        ...{ ...intentOf(bed.people.district, bed.deps), key: newKey(), params: { reference } },
        body: { year: 2028 },
      };
      return patiently(() => approveHome(deps, request));
    }),
  );
  expect(answers.filter(({ state }) => state.state === 'noticed')).toHaveLength(5);
  expect(answers.filter(({ state }) => state.state === 'queued')).toHaveLength(7);
  expect(await bed.left(bed.at('town', 2028))).toEqual({ left: 0, reserved: 5 * planned, spent: 0 });
  await expectExact(2028);
  for (const { id, state } of answers) {
    if (state.state === 'queued')
      await bed.does('community', 'withdrawal', id, { reason: 'moved', how: 'phone' });
  }
}, 60_000);

/** Sends an approval again, with its key, as long as it is answered with 503. */
const answered = async (call: Call, key: string): Promise<Answered> => {
  let answer = await bed.staff('approval', 'district', { ...call, key });
  for (let tries = 1; tries < 10 && answer.status === 503; tries++) {
    answer = await bed.staff('approval', 'district', { ...call, key });
  }
  return answer;
};

test('200 approvals at once for the last 100,000 yuan and the last 20 homes: 20 homes, not a fen more, and the rest wait in order', async () => {
  await bed.fund(2026, 20, 10_000_000);
  const homes = await agreedHomes(0, 200);
  const versions = new Map((await bed.all()).map(({ id, version }) => [id, version]));
  const approve = (reference: string) =>
    answered(
      { params: { reference }, body: { year: 2026 }, ifMatch: versions.get(reference) ?? 0 },
      newKey(),
    );
  const answers = await Promise.all(homes.map(approve));
  expect(new Set(answers.map(outcome))).toEqual(new Set(['200']));
  const states = answers.map(({ body }) => String(fieldIn(body, 'state')));
  expect(states.filter((state) => state === 'noticed')).toHaveLength(20);
  expect(states.filter((state) => state === 'queued')).toHaveLength(180);
  expect(await bed.left(bed.at('district'))).toEqual({ left: 0, reserved: 20, spent: 0 });
  expect(await bed.left(bed.at('town'))).toEqual({
    ...{ left: 10_000_000 - 20 * planned, reserved: 20 * planned, spent: 0 },
  });
  const [first] = answers;
  const waiting = answers.find(({ body }) => fieldIn(body, 'state') === 'queued');
  expect(fieldIn(fieldIn(waiting?.body, 'queue'), 'because')).toMatch(/^(homes|others-wait)$/);
  expect(first?.status).toBe(200);
  const funds = await bed.staff('funds', 'district', { query: { year: '2026' } });
  expect(fieldIn(funds.body, 'funds')).toMatchObject([
    { kind: 'district', homes: 20, left: 0, reserved: 20 },
    { kind: 'town', waiting: 180 },
  ]);
  await expectExact(2026);
}, 120_000);

test('a store that fails in every way there is: approving and giving up stay exact to the fen', async () => {
  await bed.fund(2027, 12, 3_000_000);
  const homes: string[] = [];
  const head = async (): Promise<string> => {
    const { items } = await bed.deps.store.query({
      KeyConditionExpression: 'PK = :queue',
      ExpressionAttributeValues: { ':queue': 'RANKED#370402101' },
      ConsistentRead: true,
      Limit: 1,
    });
    return String(items[0]?.['reference']);
  };
  const { deps, log } = faulty(29, 0.25, faultKinds);
  const random = randomFrom(5);
  for (let turn = 0; turn < 14; turn++) {
    const reference = await head();
    const request = {
      ...{ ...intentOf(bed.people.district, bed.deps), key: newKey(), params: { reference } },
      body: { year: 2027 },
    };
    const answer = await patiently(() => approveHome(deps, request)).catch((error: unknown) =>
      fieldIn(error, 'code'),
    );
    if (typeof answer === 'string') expect(answer).toMatch(/^renovation\.no_(money|homes)$/);
    else homes.push(reference);
    if (random() < 0.4 && homes.length > 0) {
      const gone = homes.splice(Math.floor(random() * homes.length), 1);
      const command = {
        key: newKey(),
        request: '',
        actor: { kind: 'resident' },
        now: deps.clock.now(),
      } as const;
      const act = { by: officerOf(bed.people.community), how: 'phone', now: command.now } as const;
      for (const id of gone) {
        await patiently(() =>
          changeRenovation(deps, {
            ...{ reference: id, command, ifMatch: undefined },
            decide: ({ stored }) => withdraw(stored.state, act, { reason: 'moved' }),
          }),
        );
      }
    }
  }
  expect(log.met.size).toBeGreaterThan(4);
  await expectExact(2027);
  expect((await bed.left(bed.at('district', 2027))).reserved).toBe(homes.length);
}, 60_000);
