import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { watchCare } from '../../functions/bookings/bookings-watch.usecases.ts';
import type { Offer } from '../../functions/bookings/offers.rules.ts';
import { bookingLate } from '../../functions/checks/booking-late.check.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { uncountedSessions } from '../../functions/programme/listed.usecases.ts';
import { sessionRowSchema } from '../../functions/programme/programme.views.ts';
import { type DeskBed, deepIn, openDesk } from '../support/bookings.desk.ts';
import { bookingDay, course } from '../support/bookings.ts';
import { places } from '../support/district.ts';
import { outcome, textIn } from '../support/issues.ts';

let bed: DeskBed;
beforeAll(async () => {
  bed = await openDesk();
});
afterAll(async () => bed[Symbol.asyncDispose]());

let phones = 0;
const nextPhone = (): string => {
  phones += 1;
  return `139${String(phones).padStart(8, '0')}`;
};
/** No digit of the reference alphabet's is missing from these. */
const ids = [
  'AAAA234567',
  'CCCC234567',
  'EEEE234567',
  'FFFF234567',
  'HHHH234567',
  'JJJJ234567',
  'KKKK234567',
];
let given = 0;
const putUp = async (change: Partial<Offer> = {}): Promise<string> => {
  bed.platform.clock.set(bookingDay);
  const id = ids[given] ?? '';
  given += 1;
  await bed.putUp(bed.deps, course(id, change));
  return id;
};
const self = (name = '欧阳小明', phone = nextPhone()) => ({ who: 'self', name, phone }) as const;

const enrolOnSite = async (offer: string, attendee: object, more: object = {}) =>
  bed.resident('enrol', {
    body: { offer, attendee, consent: consentVersion, proof: await bed.proof(), ...more },
  });
const own = (body: unknown) => ({
  reference: textIn(body, 'reference') ?? '',
  code: textIn(body, 'code') ?? '',
});

test('a resident enrols, looks it up, gives it up in one tap, and is told so when they do it twice', async () => {
  const offer = await putUp({ capacity: 1 });
  const made = await enrolOnSite(offer, self());
  expect(outcome(made)).toBe('201');
  expect(deepIn(made.body, 'booking')).toMatchObject({
    state: 'confirmed',
    name: '欧**',
    ticket: expect.stringMatching(/^HM1\./),
  });
  const { reference, code } = own(made.body);
  const waiting = await enrolOnSite(offer, self('王二'));
  expect(deepIn(waiting.body, 'booking')).toMatchObject({
    state: 'waiting',
    rank: { before: 0, more: false },
    mayCancel: true,
  });
  const seen = await bed.resident('offer', { params: { offer } });
  expect(seen.body).toMatchObject({ state: 'open', capacity: 1, taken: 1 });
  const cancelled = await bed.resident('cancel', { params: { reference }, body: { code } });
  expect(cancelled.body).toMatchObject({ state: 'cancelled', mayCancel: false });
  const again = await bed.resident('cancel', { params: { reference }, body: { code } });
  expect(outcome(again)).toBe('409 booking.already_cancelled');
  const progress = await bed.resident('progress', { body: own(waiting.body) });
  expect(progress.body).toMatchObject({ kind: 'enrolment', state: 'confirmed' });
});

test('a wrong code and an unknown reference get the same answer, whatever was asked', async () => {
  const offer = await putUp();
  const { reference, code } = own((await enrolOnSite(offer, self())).body);
  const wrong = code === 'AAAAAAAA' ? 'CCCCCCCC' : 'AAAAAAAA';
  for (const route of ['cancel', 'accept'] as const) {
    const answer = await bed.resident(route, { params: { reference }, body: { code: wrong } });
    expect(outcome(answer)).toBe('404 booking.reference_or_code_wrong');
  }
  const unknown = await bed.resident('progress', { body: { reference: 'AAAAAAAAA2', code } });
  expect([404, 400]).toContain(unknown.status);
});

test('bad input is answered field by field or by the rule it breaks', async () => {
  const offer = await putUp({ capacity: 5, party: 3, perPhone: 3 });
  const party = (amount: unknown) => ({ who: 'party', name: '李四', phone: nextPhone(), places: amount });
  for (const amount of [-1, 0, 1, 2.5, 1e9]) {
    const answer = await enrolOnSite(offer, party(amount));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'attendee.places' }] } });
  }
  expect(await enrolOnSite(offer, party(4))).toMatchObject({
    status: 422,
    body: { code: 'booking.party_too_large', detail: '3' },
  });
  const unconsenting = { who: 'child', name: '小红', age: 8, guardian: '张三', phone: nextPhone() };
  expect(await enrolOnSite(offer, unconsenting)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'attendee.guardianConsent' }] },
  });
  expect(outcome(await enrolOnSite('XXXX234567', self()))).toBe('404 booking.offer_unknown');
  expect((await enrolOnSite('rubbish', self())).status).toBe(400);
});

test('one person under two spellings of a phone number is one person, and a family has one phone', async () => {
  const offer = await putUp({ perPhone: 2 });
  const plain = nextPhone();
  const spelled = `+86 ${plain.slice(0, 3)} ${plain.slice(3, 7)}-${plain.slice(7)}`;
  expect(outcome(await enrolOnSite(offer, self('王五', plain)))).toBe('201');
  expect(outcome(await enrolOnSite(offer, self('王 五', spelled)))).toBe('409 booking.already_enrolled');
  expect(outcome(await enrolOnSite(offer, self('王六', spelled)))).toBe('201');
  expect(outcome(await enrolOnSite(offer, self('王七', plain)))).toBe('409 booking.too_many_for_phone');
});

test('what overlaps with something of one’s own is pointed out by its time alone, and taken when sent again', async () => {
  const [first, second] = [await putUp(), await putUp()];
  const me = self('赵六');
  expect(outcome(await enrolOnSite(first, me))).toBe('201');
  const clash = await enrolOnSite(second, me);
  const { from, until } = course(first);
  expect(clash).toMatchObject({
    status: 409,
    body: { code: 'booking.clash', detail: `${from}/${until}` },
  });
  expect(outcome(await enrolOnSite(second, me, { despiteClash: true }))).toBe('201');
});

test('at the door: a ticket lets in once, an altered one and one for something else do not, and each says why', async () => {
  const [offer, other] = [await putUp(), 'MMMM234567'];
  await bed.putUp(bed.deps, course(other));
  const made = await enrolOnSite(offer, self('孙七'));
  const ticket = String(deepIn(made.body, 'booking.ticket'));
  const { reference } = own(made.body);
  const session = `${offer}.1`;
  const at = (body: object) => bed.staff('checkIn', 'culture', { body });
  expect(outcome(await at({ by: 'ticket', session, ticket }))).toBe('409 booking.session_far');
  bed.platform.clock.set(course(offer).from);
  const altered = `${ticket.slice(0, -1)}${ticket.endsWith('A') ? 'B' : 'A'}`;
  expect(outcome(await at({ by: 'ticket', session, ticket: altered }))).toBe('422 booking.ticket_invalid');
  expect(outcome(await at({ by: 'ticket', session, ticket: 'HM1.rubbish' }))).toBe(
    '422 booking.ticket_invalid',
  );
  const wrong = await at({ by: 'ticket', session: `${other}.1`, ticket });
  expect(wrong).toMatchObject({ status: 409, body: { code: 'booking.other_session', current: { offer } } });
  const first = await at({ by: 'ticket', session, ticket });
  expect(first.body).toMatchObject({ reference, name: '孙**', already: false });
  bed.platform.clock.advance(3);
  const second = await at({ by: 'reference', session, reference });
  expect(second.body).toMatchObject({ already: true, at: deepIn(first.body, 'at') });
});

test('the desk sees the roster in order with names masked, marks it, and opens a phone with a reason', async () => {
  const offer = 'NNNN234567';
  bed.platform.clock.set(bookingDay);
  await bed.putUp(bed.deps, course(offer, { capacity: 2 }));
  const enrolled: string[] = [];
  for (const name of ['周一', '周二', '周三']) {
    const attendee = self(name);
    const body = { offer, attendee, source: 'counter', consent: true };
    const answer = await bed.staff('enrol', 'culture', { body });
    expect(outcome(answer)).toBe('201');
    enrolled.push(textIn(answer.body, 'reference') ?? '');
  }
  await bed.project(...enrolled);
  const roster = await bed.staff('roster', 'visitor', { params: { offer } });
  expect(deepIn(roster.body, 'rows')).toMatchObject([
    { name: '周**', state: 'confirmed', number: 1 },
    { state: 'confirmed', number: 2 },
    { state: 'waiting', number: 3 },
  ]);
  expect(deepIn(roster.body, 'counts')).toMatchObject({ enrolled: 3, confirmed: 2, waitingPlaces: 1 });
  const [first = '', second = '', third = ''] = enrolled;
  bed.platform.clock.set(course(offer).from);
  const body = { present: [first, third], absent: [second] };
  const marks = { params: { session: `${offer}.1` }, body };
  expect((await bed.staff('attendance', 'culture', marks)).body).toMatchObject({
    marks: [
      { reference: first, result: 'marked' },
      { reference: third, result: 'unknown' },
      { reference: second, result: 'marked' },
    ],
  });
  expect(deepIn((await bed.staff('attendance', 'culture', marks)).body, 'marks.0.result')).toBe('already');
  const contact = await bed.staff('contact', 'culture', {
    params: { reference: first },
    body: { reason: '通知换教室' },
  });
  expect(contact.body).toMatchObject({ name: '周一' });
  const openings = (await bed.platform.everything()).filter(({ SK }) => String(SK).startsWith('OPENED#'));
  expect(openings).toMatchObject([{ PK: `ENROLMENT#${first}`, reason: '通知换教室' }]);
  expect(
    outcome(await bed.staff('contact', 'auditor', { params: { reference: first }, body: { reason: '查' } })),
  ).toBe('403 access.role');
});

// --- rooms ------------------------------------------------------------------------------------------------------

const day = '2026-11-30';
const asking = (venue: string, room: string, from: string, to: string, more: object = {}) => ({
  ...{ venue, room, day, from, to, purpose: '舞蹈队排练', people: 12 },
  contact: { name: '吴九', phone: nextPhone() },
  ...more,
});
const book = async (asked: object) =>
  bed.resident('requestRoom', {
    body: { ...asked, consent: consentVersion, proof: await bed.proof() },
    sourceIp: `198.51.100.${phones % 250}`,
  });

test('of ten who want overlapping hours of a room at once, one gets it, and what is given back can be had again', async () => {
  bed.platform.clock.set(bookingDay);
  const venue = await bed.venue();
  const wishes = Array.from({ length: 10 }, (_, n) =>
    asking(venue, '2', n % 2 ? '10:00' : '11:00', n % 2 ? '12:00' : '13:00'),
  );
  const answers = await Promise.all(wishes.map(book));
  const granted = answers.filter(({ status }) => status === 201);
  expect(granted).toHaveLength(1);
  expect(answers.filter((answer) => outcome(answer) === '409 booking.room_taken')).toHaveLength(9);
  const slots = await bed.resident('slots', { params: { venue, room: '2' }, query: { day } });
  const free = deepIn(slots.body, 'slots');
  expect(Array.isArray(free) && free.filter((slot) => deepIn(slot, 'free') === false)).toHaveLength(2);
  const { reference, code } = own(granted[0]?.body);
  expect(deepIn(granted[0]?.body, 'booking.state')).toBe('booked');
  const cancelled = await bed.resident('cancel', { params: { reference }, body: { code } });
  expect(cancelled.body).toMatchObject({ kind: 'room', state: 'cancelled' });
  expect(outcome(await book(asking(venue, '2', '10:00', '13:00')))).toBe('201');
});

test('where the venue decides, a room is asked for, granted or refused by the desk, and lapses when nobody does', async () => {
  bed.platform.clock.set(bookingDay);
  const venue = await bed.venue();
  const made = await Promise.all(
    [
      ['09:00', '10:00'],
      ['10:00', '11:00'],
      ['11:00', '12:00'],
    ].map(([from = '', to = '']) => book(asking(venue, '1', from, to))),
  );
  const references = made.map(({ body }) => own(body).reference);
  expect(made.map(({ body }) => deepIn(body, 'booking.state'))).toEqual([
    'requested',
    'requested',
    'requested',
  ]);
  await bed.project(...references);
  const waiting = await bed.staff('roomRequests', 'culture', { query: { node: places.town } });
  expect(deepIn(waiting.body, 'rows')).toHaveLength(3);
  const [first = '', second = '', third = ''] = references;
  const decide = (reference: string, body: object) =>
    bed.staff('decideRoom', 'culture', { params: { reference }, body, ifMatch: 1 });
  expect((await decide(first, { granted: true })).body).toMatchObject({ state: 'booked', name: '吴**' });
  expect((await decide(second, { granted: false, reason: '设备检修' })).body).toMatchObject({
    state: 'refused',
  });
  expect(outcome(await decide(second, { granted: true }))).toBe('412 request.stale');
  expect(outcome(await book(asking(venue, '1', '10:00', '11:00')))).toBe('201');
  bed.platform.clock.set('2026-11-30T11:00:00+08:00');
  const late = async () =>
    bookingLate.look(
      { ...bed.deps, nodes: createOrganisationNodes(bed.platform.core) },
      bed.platform.clock.now(),
    );
  expect(await late()).toContainEqual({
    record: { kind: 'ROOMBOOKING', id: third },
    verdict: expect.objectContaining({ check: 'booking-care', severity: 'late' }),
  });
  expect(await watchCare(bed.deps, bed.platform.clock.now())).toMatchObject({ failed: 0 });
  expect(await late()).toEqual([]);
  const lapsed = await bed.staff('readRoom', 'inspector', { params: { reference: third } });
  expect(lapsed.body).toMatchObject({ state: 'lapsed' });
  await bed.project(...references);
  const list = await bed.staff('rooms', 'culture', { query: { venue, from: day } });
  expect(deepIn(list.body, 'rows')).toMatchObject([
    { state: 'booked' },
    { state: 'refused' },
    { state: 'lapsed' },
  ]);
});

test('what a room cannot be had for is said by what stands in the way', async () => {
  bed.platform.clock.set(bookingDay);
  const venue = await bed.venue();
  const answers = [
    asking(venue, '2', '08:00', '10:00'),
    asking(venue, '2', '12:00', '11:00'),
    asking(venue, '2', '10:30', '11:30'),
    asking(venue, '2', '09:00', '14:00'),
    asking(venue, '2', '09:00', '10:00', { people: 31 }),
    asking(venue, '2', '09:00', '10:00', { day: '2026-11-20' }),
    asking(venue, '3', '09:00', '10:00'),
    asking(venue, '9', '09:00', '10:00'),
  ];
  const outcomes: string[] = [];
  for (const asked of answers) outcomes.push(outcome(await book(asked)));
  expect(outcomes).toEqual([
    '422 booking.room_time',
    '422 booking.room_time',
    '422 booking.room_time',
    '422 booking.room_too_long',
    '422 booking.room_too_small',
    '422 booking.room_past',
    '409 booking.room_not_bookable',
    '404 booking.room_unknown',
  ]);
});

test('a session people enrolled for is found a day after it, until somebody recorded who came', async () => {
  const session = {
    ...{ activity: 'COUNTD2345', no: 1, title: '书法班', category: 'course', level: 'town' },
    ...{
      audience: { who: 'everyone' },
      organiser: { path: places.town, name: '文化站' },
      node: places.town,
      villages: [],
    },
    ...{ place: '文化站', listedAt: bookingDay, changedAt: bookingDay, session: 'COUNTD2345.1', version: 1 },
  };
  const row = v.parse(sessionRowSchema, {
    ...{ ...session, state: 'planned', offer: 'COUNTD2345' },
    ...{ from: '2026-12-05T09:00:00+08:00', to: '2026-12-05T11:00:00+08:00' },
  });
  const { store } = bed.platform.core;
  const list = (state: string) =>
    store.put({
      PK: `LIST#whats-on/${places.district}`,
      SK: `${row.from}#${row.session}`,
      row: { ...row, state },
    });
  const uncounted = async () => {
    const seen = await uncountedSessions(store, {
      ...{ node: places.district, from: row.listedAt, known: [] },
      endedBefore: parseInstant('2026-12-06T11:00:01+08:00'),
    });
    return seen.map(({ id }) => id);
  };
  await list('planned');
  expect(await uncounted()).toEqual(['COUNTD2345.1']);
  await list('held');
  expect(await uncounted()).toEqual([]);
});
