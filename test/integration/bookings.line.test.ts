import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasPlaces } from '../../functions/bookings/enrolments.rules.ts';
import type { Enrolment } from '../../functions/bookings/enrolments.states.ts';
import { readLine } from '../../functions/bookings/line.store.ts';
import type { BookingDependencies } from '../../functions/bookings/offers.usecases.ts';
import type { Stored } from '../../functions/platform/ledger/steps.ts';
import { course, type LineBed, openLine, residentNamed } from '../support/bookings.ts';
import { newKey } from '../support/call.ts';

let bed: LineBed;
beforeAll(async () => {
  bed = await openLine();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const numbersIn = (all: readonly Stored<Enrolment>[], state: Enrolment['state']): number[] =>
  all.filter((one) => one.state.state === state).map((one) => one.state.number);
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Nobody is counted twice or not at all, and never are there more than there is room for. */
const expectExact = async (offer: string): Promise<void> => {
  const all = await bed.all(offer);
  const { capacity, taken } = await bed.places(offer);
  const { freed } = await readLine(bed.core.store, offer);
  const waitingToBeCounted = freed.reduce((sum, one) => sum + one.places, 0);
  const placed = all.reduce((sum, { state }) => sum + (hasPlaces(state) ? state.places : 0), 0);
  expect(taken).toBe(placed + waitingToBeCounted);
  expect(taken).toBeLessThanOrEqual(capacity);
  expect(bed.platform.logged.join('')).not.toContain('aftermath.failed');
};

test('somebody who finds a place is confirmed in the same answer, and a repeat gets the same', async () => {
  await bed.putUp(course('ALONE23456'));
  const key = newKey();
  const { stored, code } = await bed.enrol('ALONE23456', residentNamed(1), { key });
  expect(stored.state).toMatchObject({ state: 'confirmed', number: 1, places: 1, name: '王**' });
  const again = await bed.enrol('ALONE23456', residentNamed(1), { key });
  expect(again).toMatchObject({ code, stored: { id: stored.id, version: stored.version } });
  expect(await bed.all('ALONE23456')).toHaveLength(1);
  await expectExact('ALONE23456');
});

/** As many as the cloud would start: none knows of the others. */
const processes = (count: number): BookingDependencies[] =>
  upTo(count).map(() => bed.on(bed.platform.through(bed.platform.newClient())));

test('300 people for 20 places at once: exactly the first 20 numbers are confirmed, the others wait in order', async () => {
  const offer = 'CRUSH23456';
  await bed.putUp(course(offer));
  const ten = processes(10);
  const answers = await Promise.all(
    upTo(300).map((n) => bed.enrol(offer, residentNamed(1000 + n), { deps: ten[n % 10] })),
  );
  expect(answers).toHaveLength(300);
  const all = await bed.all(offer);
  expect(numbersIn(all, 'confirmed')).toEqual(upTo(20));
  expect(numbersIn(all, 'waiting')).toEqual(upTo(300, 21));
  await expectExact(offer);
});

test('25 cancellations at once promote exactly the 25 who waited longest', async () => {
  const offer = 'CANCEL2345';
  await bed.putUp(course(offer, { capacity: 30 }));
  for (const n of upTo(70)) await bed.enrol(offer, residentNamed(2000 + n));
  const before = await bed.all(offer);
  const leaving = before.filter(({ state }) => state.state === 'confirmed').slice(0, 25);
  const each = processes(25);
  await Promise.all(leaving.map(({ id }, index) => bed.cancel(id, { deps: each[index] })));
  const after = await bed.all(offer);
  expect(numbersIn(after, 'confirmed')).toEqual(upTo(55, 26));
  expect(numbersIn(after, 'cancelled')).toEqual(upTo(25));
  expect(numbersIn(after, 'waiting')).toEqual(upTo(70, 56));
  await expectExact(offer);
});
