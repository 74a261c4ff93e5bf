import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { watchLines } from '../../functions/bookings/bookings-watch.usecases.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import { type ActivityView, activityViewSchema } from '../../functions/programme/programme.views.ts';
import { deepIn } from '../support/bookings.desk.ts';
import { bookingDay } from '../support/bookings.ts';
import { places } from '../support/district.ts';
import { outcome, textIn } from '../support/issues.ts';
import { newActivity, openProgramme, type ProgrammeBed, terms, thursdays } from '../support/programme.ts';

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

/** A course of another town in the village's hall, after the village's own. */
const ofAnotherTown = async (venue: string): Promise<string> => {
  const at = (
    route: 'create' | 'sessions' | 'enrolment' | 'publication',
    body: object,
    made?: ActivityView,
  ) =>
    bed.call(route, 'stranger', {
      ...{ body, params: made ? { activity: made.activity } : {} },
      ...(made ? { ifMatch: made.version } : {}),
    });
  const fields = newActivity({ node: places.otherTown, level: 'town', title: '外镇书法公开课' });
  let made = v.parse(activityViewSchema, (await at('create', fields)).body);
  const rule = thursdays({ times: [{ from: '21:00', to: '22:00' }] });
  for (const [route, body] of [
    ['sessions', { rule, venue }],
    ['enrolment', terms()],
    ['publication', {}],
  ] as const) {
    made = v.parse(activityViewSchema, (await at(route, body, made)).body);
  }
  return made.activity;
};

test('whoever has a place at a venue tomorrow is listed to be called, each opening on record; another area’s people are its own to call', async () => {
  bed.platform.clock.set(bookingDay);
  const venue = await bed.venue();
  const course = await bed.published(terms({ capacity: 1 }), { venue, room: 1, place: undefined });
  const [placed, waiting] = [await enrol(course), await enrol(course)];
  const elsewhere = await ofAnotherTown(venue);
  await enrol(elsewhere);
  await bed.listed(course);
  await bed.listed(elsewhere);
  const asked = { body: { venue, day: '2026-11-26', reason: '停电改期' } };
  const opened = async () => {
    const key = { PK: `ENROLMENT#${own(placed).reference}` };
    return (await bed.platform.everything()).filter(
      ({ PK, SK }) => PK === key.PK && String(SK).startsWith('OPENED#'),
    );
  };
  expect(outcome(await bed.desk('callList', 'stranger', asked))).toBe('403 access.scope');
  expect(await opened()).toEqual([]);
  const { body } = await bed.desk('callList', 'culture', asked);
  const called = deepIn(body, 'sessions.0.people');
  expect(called).toEqual([
    {
      reference: own(placed).reference,
      places: 1,
      name: `王${people - 2}`,
      phone: expect.stringMatching(/^136/),
    },
  ]);
  expect(JSON.stringify(body)).not.toContain(own(waiting).reference);
  expect(deepIn(body, 'sessions.1')).toMatchObject({ title: '外镇书法公开课', enrolled: true });
  expect(deepIn(body, 'sessions.1.people')).toBeUndefined();
  expect(await opened()).toMatchObject([{ reason: '停电改期' }]);
  const another = await bed.desk('callList', 'culture', { body: { ...asked.body, day: '2026-11-27' } });
  expect(deepIn(another.body, 'sessions')).toEqual([]);
  expect(outcome(await bed.desk('callList', 'lead', asked))).toBe('403 access.role');
  const unreasoned = await bed.desk('callList', 'culture', { body: { ...asked.body, reason: ' ' } });
  expect(unreasoned.status).toBe(400);
});
