import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Enrolled } from '../../functions/bookings/enrolling.usecases.ts';
import { hasPlaces, shrink } from '../../functions/bookings/enrolments.rules.ts';
import { enrolmentType } from '../../functions/bookings/enrolments.store.ts';
import { readLine, takeNumber } from '../../functions/bookings/line.store.ts';
import { settleLine } from '../../functions/bookings/settling.usecases.ts';
import { Problem } from '../../functions/platform/contract/problems.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { course, type LineBed, openLine, residentNamed } from '../support/bookings.ts';
import { newKey } from '../support/call.ts';
import { type FaultKind, type FaultLog, faultKinds, makeFaulty, randomFrom } from '../support/faults.ts';

let bed: LineBed;
beforeAll(async () => {
  bed = await openLine();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Sends the same request until it is answered with anything but "busy", as a patient client does. */
const patiently = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; attempt <= 40; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'service.busy') throw error;
    }
  }
  throw new Error('forty times busy');
};

const faulty = (seed: number, rate: number, kinds: readonly FaultKind[]) => {
  const client = bed.platform.newClient();
  const log: FaultLog = makeFaulty(client, { seed, rate, kinds });
  return { deps: bed.on(bed.platform.through(client)), log };
};

/** What is true whatever went wrong: the count is exact, the order that of the numbers, every history whole. */
const expectSettled = async (offer: string): Promise<{ confirmed: number[]; waiting: number[] }> => {
  const all = await bed.all(offer);
  const { freed, entries } = await readLine(bed.core.store, offer);
  const { taken, capacity } = await bed.places(offer);
  expect(freed).toEqual([]);
  expect(taken).toBe(all.reduce((sum, { state }) => sum + (hasPlaces(state) ? state.places : 0), 0));
  expect(taken).toBeLessThanOrEqual(capacity);
  const waiting = all.filter(({ state }) => state.state === 'waiting');
  expect(entries.map(({ enrolment }) => enrolment)).toEqual(waiting.map(({ id }) => id));
  for (const stored of all) {
    const links = await bed.core.ledger.history(enrolmentType.kind, stored.id);
    expect(verifyChain(enrolmentType.kind, stored.id, links, stored).whole).toBe(true);
  }
  const numbers = (those: typeof all): number[] => those.map(({ state }) => state.number);
  return {
    confirmed: numbers(all.filter(({ state }) => state.state === 'confirmed')),
    waiting: numbers(waiting),
  };
};

test('60 people for 10 places where every third answer is a conflict: nobody is lost, nothing is overbooked, the order holds', async () => {
  const offer = 'CNFLCT2345';
  await bed.putUp(course(offer, { capacity: 10 }));
  const { deps, log } = faulty(11, 0.3, ['conflict', 'in-progress']);
  await Promise.all(
    upTo(60).map((n) => {
      const key = newKey();
      return patiently(() => bed.enrol(offer, residentNamed(3000 + n), { deps, key }));
    }),
  );
  expect(log.met.get('conflict')).toBeGreaterThan(5);
  // Numbers of tries that were given up are waited for no longer.
  bed.platform.clock.advance(1);
  await settleLine(bed.core, course(offer, { capacity: 10 }));
  const { confirmed, waiting } = await expectSettled(offer);
  expect(confirmed).toHaveLength(10);
  expect(waiting).toHaveLength(50);
  expect(Math.max(...confirmed)).toBeLessThan(Math.min(...waiting));
});

test('a store that fails in every way there is: enrolling, giving up and asking for less stay exact', async () => {
  const offer = 'EVERYF2345';
  const what = course(offer, { capacity: 12, perPhone: 6 });
  await bed.putUp(what);
  const { deps, log } = faulty(29, 0.12, faultKinds);
  const random = randomFrom(5);
  const made: Enrolled[] = await Promise.all(
    upTo(30).map((n) => {
      const key = newKey();
      const { name, phone } = residentNamed(4000 + n);
      const places = 2 + (n % 3);
      return patiently(() => bed.enrol(offer, { who: 'party', name, phone, places }, { deps, key }));
    }),
  );
  await Promise.all(
    made.map(({ stored }) => {
      const key = newKey();
      if (random() < 0.4) return patiently(() => bed.cancel(stored.id, { deps, key }));
      if (random() < 0.4) {
        return patiently(() =>
          bed.change(stored.id, (one, { cutoffAt }, act) => shrink(one, 1, cutoffAt, act), { deps, key }),
        );
      }
      return undefined;
    }),
  );
  // Which kinds come how often is up to who asks when; that there are many and of several kinds is not.
  expect(log.met.size).toBeGreaterThan(2);
  expect([...log.met.values()].reduce((sum, met) => sum + met, 0)).toBeGreaterThan(10);
  bed.platform.clock.advance(1);
  await settleLine(bed.core, what);
  const { waiting } = await expectSettled(offer);
  const free = what.capacity - (await bed.places(offer)).taken;
  for (const { state } of await bed.all(offer)) {
    if (waiting.includes(state.number)) expect(state.places).toBeGreaterThan(free);
  }
});

test('a caller who dies between number and commit holds up those behind for two seconds and no longer', async () => {
  const offer = 'DEADLN2345';
  const what = course(offer, { capacity: 2 });
  await bed.putUp(what);
  expect(await takeNumber(bed.core.store, what)).toBe(1);
  const { stored } = await bed.enrol(offer, residentNamed(5001));
  expect(stored.state).toMatchObject({ state: 'waiting', number: 2 });
  bed.platform.clock.advance(1);
  const next = await bed.enrol(offer, residentNamed(5002));
  expect(next.stored.state).toMatchObject({ state: 'confirmed', number: 3 });
  expect((await expectSettled(offer)).confirmed).toEqual([2, 3]);
});

test('the same request ten times at once makes one enrolment', async () => {
  const offer = 'SAMEKY2345';
  await bed.putUp(course(offer));
  const key = newKey();
  const answers = await Promise.all(upTo(10).map(() => bed.enrol(offer, residentNamed(6001), { key })));
  expect(new Set(answers.map(({ stored }) => stored.id)).size).toBe(1);
  expect(await bed.all(offer)).toHaveLength(1);
});

test('one person under two keys at once is enrolled once; the other is told so', async () => {
  const offer = 'TWICE23456';
  await bed.putUp(course(offer));
  const tries = [residentNamed(7001), { ...residentNamed(7001), name: ' 王 ７００１ ' }];
  const answers = await Promise.allSettled(tries.map((who) => bed.enrol(offer, who)));
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(refused).toEqual([expect.objectContaining({ code: 'booking.already_enrolled' })]);
  expect(await bed.all(offer)).toHaveLength(1);
});
