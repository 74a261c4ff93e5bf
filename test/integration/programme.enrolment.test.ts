import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { watchLines } from '../../functions/bookings/bookings-watch.usecases.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import { deepIn } from '../support/bookings.desk.ts';
import { bookingDay } from '../support/bookings.ts';
import { outcome, textIn } from '../support/issues.ts';
import { openProgramme, type ProgrammeBed, terms, thursdays } from '../support/programme.ts';

let bed: ProgrammeBed;
beforeAll(async () => {
  bed = await openProgramme();
});
afterAll(async () => bed[Symbol.asyncDispose]());

let people = 0;
const enrol = async (offer: string, places = 1) => {
  people += 1;
  const contact = { name: `王${people}`, phone: `136${String(people).padStart(8, '0')}` };
  const attendee = places === 1 ? { who: 'self', ...contact } : { who: 'party', ...contact, places };
  return bed.resident('enrol', {
    sourceIp: `198.51.100.${people % 250}`,
    body: { offer, attendee, consent: consentVersion, proof: await bed.proof() },
  });
};
const stateOf = ({ body }: { body: unknown }) => deepIn(body, 'booking.state');
const own = ({ body }: { body: unknown }) => ({
  reference: textIn(body, 'reference') ?? '',
  code: textIn(body, 'code') ?? '',
});

test('a published course is enrolled for until it is full, and whoever gives up a place gives it to the next', async () => {
  bed.platform.clock.set(bookingDay);
  const course = await bed.published(terms({ capacity: 2 }));
  const seen = await bed.resident('offer', { params: { offer: course } });
  expect(seen.body).toMatchObject({ offer: course, state: 'open', capacity: 2, taken: 0 });
  const [first, second, third] = [await enrol(course), await enrol(course), await enrol(course)];
  expect([first, second, third].map(stateOf)).toEqual(['confirmed', 'confirmed', 'waiting']);
  const { reference, code } = own(first);
  await bed.resident('cancel', { params: { reference }, body: { code } });
  const moved = await bed.resident('progress', { body: own(third) });
  expect(moved.body).toMatchObject({ state: 'confirmed' });
});

test('a draft is nothing one could enrol for', async () => {
  const draft = await bed.draft();
  await bed.change('enrolment', draft, terms());
  expect(outcome(await enrol(draft))).toBe('404 booking.offer_unknown');
});

test('places that are added go to whoever waits; there are never fewer than are taken', async () => {
  const course = await bed.published(terms({ capacity: 2 }));
  const [, , waiting] = [await enrol(course), await enrol(course), await enrol(course)];
  const fewer = await bed.tried('enrolment', course, terms({ capacity: 1 }));
  expect(fewer).toMatchObject({ status: 409, body: { code: 'programme.capacity_taken', detail: '2' } });
  await bed.change('enrolment', course, terms({ capacity: 3 }));
  await watchLines({ ...bed.core, offers: programmeOffers }, bed.core.clock.now());
  expect((await bed.resident('progress', { body: own(waiting) })).body).toMatchObject({ state: 'confirmed' });
  const seen = await bed.resident('offer', { params: { offer: course } });
  expect(seen.body).toMatchObject({ capacity: 3, taken: 3, waiting: 0 });
});

test('while places are taken away people enrol: whichever comes first, nobody has a place there is not', async () => {
  const course = await bed.published(terms({ capacity: 6 }));
  const { version } = await bed.read(course);
  const fewer = { params: { activity: course }, body: terms({ capacity: 3 }), ifMatch: version };
  const [reduced, ...enrolled] = await Promise.all([
    bed.call('enrolment', 'culture', fewer),
    ...Array.from({ length: 8 }, () => enrol(course)),
  ]);
  await watchLines({ ...bed.core, offers: programmeOffers }, bed.core.clock.now());
  const states = await Promise.all(
    enrolled.map(async (one) => textIn((await bed.resident('progress', { body: own(one) })).body, 'state')),
  );
  const capacity = reduced.status === 200 ? 3 : 6;
  expect(['200', '409 programme.capacity_taken']).toContain(outcome(reduced));
  expect(states.filter((state) => state === 'confirmed')).toHaveLength(capacity);
  const seen = await bed.resident('offer', { params: { offer: course } });
  expect(seen.body).toMatchObject({ capacity, taken: capacity });
});

test('each date of a series can have places of its own, also those added after it was published', async () => {
  const series = await bed.published(terms({ per: 'session', capacity: 1 }));
  expect(stateOf(await enrol(`${series}.1`))).toBe('confirmed');
  expect(stateOf(await enrol(`${series}.1`))).toBe('waiting');
  expect(stateOf(await enrol(`${series}.2`))).toBe('confirmed');
  expect(outcome(await enrol(series))).toBe('404 booking.offer_unknown');
  await bed.change('sessions', series, {
    ...{ place: '二楼书画室', rule: thursdays({ from: '2026-12-24', until: '2026-12-24' }) },
  });
  expect(stateOf(await enrol(`${series}.5`))).toBe('confirmed');
});

test('what places are of is fixed once people may stand in line for them', async () => {
  const course = await bed.published(terms());
  expect(outcome(await bed.tried('enrolment', course, terms({ per: 'session' })))).toBe(
    '409 programme.enrolment_fixed',
  );
  expect(outcome(await bed.tried('enrolment', course, { per: 'none' }))).toBe(
    '409 programme.enrolment_fixed',
  );
});

test('whoever enrolled for what is called off is told so, and nobody else can enrol', async () => {
  const course = await bed.published(terms());
  const mine = await enrol(course);
  await bed.change('cancellation', course, { reason: '老师生病' });
  expect((await bed.resident('progress', { body: own(mine) })).body).toMatchObject({ state: 'called-off' });
  expect(outcome(await enrol(course))).toBe('409 booking.offer_called_off');
});
