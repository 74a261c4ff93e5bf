import { afterAll, beforeAll, expect, test } from 'vitest';
import { mark } from '../../functions/bookings/attendance.rules.ts';
import { watchAttendance, watchLines } from '../../functions/bookings/bookings-watch.usecases.ts';
import { enrolmentProjector } from '../../functions/bookings/enrolments.projector.ts';
import { accept, shrink } from '../../functions/bookings/enrolments.rules.ts';
import { enrolmentKey, enrolmentType } from '../../functions/bookings/enrolments.store.ts';
import { lateHolds } from '../../functions/bookings/late-bookings.usecases.ts';
import { placesKey, takeNumber } from '../../functions/bookings/line.store.ts';
import type { Offer } from '../../functions/bookings/offers.rules.ts';
import { lookedUp } from '../../functions/bookings/progress.usecases.ts';
import { bookingDay, course, type LineBed, openLine, residentNamed } from '../support/bookings.ts';
import { applyProjection } from '../support/projections.ts';

let bed: LineBed;
beforeAll(async () => {
  bed = await openLine();
});
afterAll(async () => bed[Symbol.asyncDispose]());

let people = 10_000;
const somebody = () => {
  people += 1;
  return residentNamed(people);
};
const watch = () => watchLines(bed.on(bed.core), bed.core.clock.now());
const stateOf = async (reference: string): Promise<string | undefined> =>
  (await bed.core.ledger.read(enrolmentType, reference))?.state.state;
const by = { id: 'S1', name: '驿站管理员' };

/** One place, one who has it and so many who wait; the clock stands at the beginning again. */
const fullOffer = async (id: string, waiting: number, change: Partial<Offer> = {}): Promise<string[]> => {
  bed.platform.clock.set(bookingDay);
  await bed.putUp(course(id, { capacity: 1, holdHours: 12, ...change }));
  const references: string[] = [];
  for (let n = 0; n <= waiting; n++) references.push((await bed.enrol(id, somebody())).stored.id);
  return references;
};

test('a place that comes free later is held for whoever waited longest until they accept', async () => {
  const [first = '', second = ''] = await fullOffer('HELDPL2345', 2);
  bed.platform.clock.advance(24 * 60);
  await bed.cancel(first);
  const held = await bed.core.ledger.read(enrolmentType, second);
  expect(held?.state).toMatchObject({ state: 'held', heldUntil: '2026-11-24T13:00:00.000Z' });
  await bed.change(second, (one, offer, act) => accept(one, offer, act));
  expect(await stateOf(second)).toBe('confirmed');
});

test('a held place nobody accepts in time goes to the next in line, and then can be accepted no more', async () => {
  const [first = '', second = '', third = ''] = await fullOffer('LAPSED2345', 2);
  bed.platform.clock.advance(24 * 60);
  await bed.cancel(first);
  bed.platform.clock.advance(12 * 60 - 1);
  await watch();
  expect(await stateOf(second)).toBe('held');
  bed.platform.clock.advance(1);
  expect((await lateHolds(bed.core.store, bed.core.clock.now())).map(({ id }) => id)).toContain(second);
  const run = await watch();
  expect(run).toMatchObject({ found: expect.any(Number), failed: 0 });
  expect([await stateOf(second), await stateOf(third)]).toEqual(['lapsed', 'held']);
  await expect(bed.change(second, (one, offer, act) => accept(one, offer, act))).rejects.toMatchObject({
    code: 'booking.hold_expired',
  });
  expect(await watch()).toMatchObject({ found: 0, failed: 0 });
});

test('a place is never held past the hour until which one may cancel, and nobody moves up after the start', async () => {
  const [first = '', second = '', third = ''] = await fullOffer('CUTOFF2345', 2);
  const { cutoffAt, from } = course('CUTOFF2345');
  bed.platform.clock.set(cutoffAt);
  bed.platform.clock.advance(-60);
  await bed.cancel(first);
  expect((await bed.core.ledger.read(enrolmentType, second))?.state).toMatchObject({ heldUntil: cutoffAt });
  bed.platform.clock.set(from);
  await watch();
  expect([await stateOf(second), await stateOf(third)]).toEqual(['lapsed', 'waiting']);
  expect((await bed.places('CUTOFF2345')).taken).toBe(0);
  const found = await bed.core.ledger.read(enrolmentType, third);
  if (!found) throw new Error('nobody waits');
  expect(await lookedUp(bed.on(bed.core), found, from)).toMatchObject({ state: 'ended', mayCancel: false });
});

test('a party that asks for less keeps its rank and moves up at once when it fits', async () => {
  bed.platform.clock.set(bookingDay);
  await bed.putUp(course('PARTYS2345', { capacity: 3 }));
  await bed.enrol('PARTYS2345', somebody());
  const { name, phone } = somebody();
  const party = await bed.enrol('PARTYS2345', { who: 'party', name, phone, places: 3 });
  const single = await bed.enrol('PARTYS2345', somebody());
  expect([party.stored.state.state, single.stored.state.state]).toEqual(['waiting', 'confirmed']);
  await bed.change(party.stored.id, (one, { cutoffAt }, act) => shrink(one, 2, cutoffAt, act));
  expect(await stateOf(party.stored.id)).toBe('waiting');
  await bed.change(party.stored.id, (one, { cutoffAt }, act) => shrink(one, 1, cutoffAt, act));
  expect(await stateOf(party.stored.id)).toBe('confirmed');
  expect(await bed.places('PARTYS2345')).toMatchObject({ taken: 3 });
});

test('whoever stands in line after a request broke off is placed by the schedule, once', async () => {
  bed.platform.clock.set(bookingDay);
  const what = course('BROKEN2345', { capacity: 2 });
  await bed.putUp(what);
  // Everything of an enrolment but the settling: it waits for whoever is thought to be on the way.
  const missing = await takeNumber(bed.core.store, what);
  const { stored } = await bed.enrol('BROKEN2345', somebody());
  expect({ missing, state: stored.state.state }).toEqual({ missing: 1, state: 'waiting' });
  bed.platform.clock.advance(1);
  expect(await watch()).toMatchObject({ examined: 1, found: 1, failed: 0 });
  expect(await stateOf(stored.id)).toBe('confirmed');
  expect(await watch()).toMatchObject({ examined: 0, found: 0, failed: 0 });
});

test('where people were checked in, whoever was not is marked as not having come; two such days cost the first weeks', async () => {
  bed.platform.clock.set(bookingDay);
  const truant = somebody();
  const project = async (reference: string): Promise<void> => {
    const image = await bed.core.store.get(enrolmentKey(reference));
    if (image) await applyProjection(bed.core.store, enrolmentProjector, image, 'stream');
  };
  for (const id of ['NOSHWA2345', 'NOSHWB2345']) {
    bed.platform.clock.set(bookingDay);
    const what = course(id);
    await bed.putUp(what);
    const absent = await bed.enrol(id, truant, { despiteClash: true });
    const present = await bed.enrol(id, somebody());
    bed.platform.clock.set(what.from);
    const now = bed.core.clock.now();
    await bed.change(present.stored.id, (one, offer) =>
      mark(one, offer, { session: 1, came: true, by, how: 'roster', now }),
    );
    await project(present.stored.id);
    bed.platform.clock.advance(5 * 60);
    await watchAttendance(bed.on(bed.core), bed.core.clock.now());
    const seen = await bed.core.ledger.read(enrolmentType, absent.stored.id);
    expect(seen?.state).toMatchObject({ attendance: { 1: { came: false } } });
    expect(await watchAttendance(bed.on(bed.core), bed.core.clock.now())).toMatchObject({ examined: 0 });
  }
  bed.platform.clock.set(bookingDay);
  await bed.putUp(course('NOSHWC2345'));
  await expect(bed.enrol('NOSHWC2345', truant, { despiteClash: true })).rejects.toMatchObject({
    code: 'booking.no_shows',
    details: { detail: '2026-11-27T01:00:00.000Z' },
  });
  bed.platform.clock.set('2026-11-27T09:00:00+08:00');
  const later = await bed.enrol('NOSHWC2345', truant, { despiteClash: true });
  expect(later.stored.state.state).toBe('confirmed');
});

test('where nobody was checked in, nothing is said of anybody', async () => {
  bed.platform.clock.set(bookingDay);
  const what = course('NOCHCK2345');
  await bed.putUp(what);
  const { stored } = await bed.enrol('NOCHCK2345', somebody());
  bed.platform.clock.set(what.until);
  bed.platform.clock.advance(3 * 60);
  expect(await watchAttendance(bed.on(bed.core), bed.core.clock.now())).toMatchObject({
    found: 0,
    failed: 0,
  });
  const seen = await bed.core.ledger.read(enrolmentType, stored.id);
  expect(seen?.state).toMatchObject({ state: 'confirmed', attendance: {} });
  expect(seen?.state).not.toHaveProperty('lookAt');
});

test('where there is no waiting list, whoever finds no place is turned away and holds nothing', async () => {
  bed.platform.clock.set(bookingDay);
  const offer = 'NOWAIT2345';
  await bed.putUp(course(offer, { capacity: 5, hasWaitingList: false }));
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => bed.enrol(offer, somebody())));
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 7 }, () => 'booking.full'));
  expect(await bed.places(offer)).toMatchObject({ taken: 5 });
  expect((await bed.all(offer)).filter(({ state }) => state.state === 'waiting')).toEqual([]);
});

test('when there are more places than before, whoever looks first moves the line on', async () => {
  const [, second = '', third = ''] = await fullOffer('LARGER2345', 2, { holdHours: 0 });
  const { version, ...places } = await bed.places('LARGER2345');
  const larger = { ...places, capacity: 2, version: version + 1 };
  await bed.core.store.put({ ...placesKey('LARGER2345'), ...larger });
  const found = await bed.core.ledger.read(enrolmentType, second);
  if (!found) throw new Error('nobody waits');
  const seen = await lookedUp(bed.on(bed.core), found, bed.core.clock.now());
  expect(seen).toMatchObject({ state: 'confirmed', ticket: expect.any(String) });
  expect(await stateOf(third)).toBe('waiting');
});
