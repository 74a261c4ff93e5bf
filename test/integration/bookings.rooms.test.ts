import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { addDays, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { announceException, endVenue, readVenue } from '../../functions/venues/venues.usecases.ts';
import { type DeskBed, deepIn, openDesk } from '../support/bookings.desk.ts';
import { bookingDay, course } from '../support/bookings.ts';
import { type Answered, type Call, newKey } from '../support/call.ts';
import { intentOf, places } from '../support/district.ts';
import { outcome, textIn } from '../support/issues.ts';

let bed: DeskBed;
beforeAll(async () => {
  bed = await openDesk();
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => {
  bed.platform.clock.set(bookingDay);
});

/** A Monday a week after the tests' own day. */
const monday = parseLocalDate('2026-11-30');
let phones = 0;
const nextPhone = (): string => {
  phones += 1;
  return `136${String(phones).padStart(8, '0')}`;
};

const book = async (
  venue: string,
  { day = monday, from = '10:00', to = '11:00', room = '2', phone = nextPhone() } = {},
): Promise<Answered> => bed.resident('requestRoom', await asking(venue, { day, from, to, room, phone }));

const asking = async (
  venue: string,
  { phone, ...when }: { day: string; from: string; to: string; room: string; phone: string },
): Promise<Call> => ({
  body: {
    ...{ venue, ...when, purpose: '舞蹈队排练', people: 12 },
    ...{ contact: { name: '吴九', phone }, consent: consentVersion, proof: await bed.proof() },
  },
  sourceIp: `198.51.100.${phones % 250}`,
  key: newKey(),
});
const own = ({ body }: Answered) => ({
  reference: textIn(body, 'reference') ?? '',
  code: textIn(body, 'code') ?? '',
});
const lookUp = async (pair: object): Promise<unknown> =>
  (await bed.resident('progress', { body: pair })).body;

const announce = async (venue: string, closure: { from: string; to: string; reason: string }) => {
  const stored = await readVenue(bed.platform.core, venue);
  const { principal } = bed.district.accounts.culture;
  await announceException(
    bed.platform.core,
    {
      ...intentOf(principal, bed.platform.core),
      ...{ params: { venue }, ifMatch: stored?.version },
    },
    {
      ...{ kind: 'closed', from: parseLocalDate(closure.from), to: parseLocalDate(closure.to) },
      reason: closure.reason,
    },
  );
};

test('one phone has two rooms a day on the site; the desk can give it more, and one given back makes room again', async () => {
  const venue = await bed.venue();
  const phone = nextPhone();
  const first = await book(venue, { phone, from: '09:00', to: '10:00' });
  expect(outcome(first)).toBe('201');
  expect(outcome(await book(venue, { phone, from: '10:00', to: '11:00' }))).toBe('201');
  const third = { phone, from: '11:00', to: '12:00' };
  expect(outcome(await book(venue, third))).toBe('409 booking.too_many_rooms');
  const atDesk = await bed.staff('requestRoom', 'culture', {
    body: {
      ...{ venue, room: '2', day: monday, from: '13:00', to: '14:00', purpose: '排练', people: 5 },
      ...{ contact: { name: '吴九', phone }, source: 'counter', consent: true },
    },
  });
  expect(outcome(atDesk)).toBe('201');
  const { reference, code } = own(first);
  await bed.resident('cancel', { params: { reference }, body: { code } });
  expect(outcome(await book(venue, third))).toBe('201');
});

test('one phone has four rooms a week on the site, and as many again the week after', async () => {
  const venue = await bed.venue();
  const phone = nextPhone();
  for (const ahead of [0, 1, 2, 3]) {
    expect(outcome(await book(venue, { phone, day: addDays(monday, ahead) }))).toBe('201');
  }
  expect(outcome(await book(venue, { phone, day: addDays(monday, 6) }))).toBe('409 booking.too_many_rooms');
  expect(outcome(await book(venue, { phone, day: addDays(monday, 7) }))).toBe('201');
});

test('of six rooms one phone asks for at once for one day, it gets two', async () => {
  const venue = await bed.venue();
  const phone = nextPhone();
  const answers = await Promise.all(
    ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'].map((from, n) =>
      book(venue, { phone, from, to: `${String(10 + n).padStart(2, '0')}:00` }),
    ),
  );
  expect(answers.map(outcome).sort()).toEqual([
    ...['201', '201'],
    ...Array.from({ length: 4 }, () => '409 booking.too_many_rooms'),
  ]);
});

test('a day on which nothing is free names the next one on which something is', async () => {
  const venue = await bed.venue();
  const slots = async (day: string): Promise<unknown> =>
    (await bed.resident('slots', { params: { venue, room: '2' }, query: { day } })).body;
  expect(deepIn(await slots(monday), 'next')).toBeUndefined();
  await announce(venue, { from: '2026-11-30', to: '2026-12-02', reason: '屋面维修' });
  expect(await slots(monday)).toMatchObject({ slots: [], next: '2026-12-03' });
  await announce(venue, { from: '2026-12-03', to: '2026-12-31', reason: '屋面维修' });
  expect(deepIn(await slots(monday), 'next')).toBeUndefined();
});

test('a closure announced afterwards shows to whoever booked, and lists the bookings somebody has to call', async () => {
  const venue = await bed.venue();
  const hit = await book(venue);
  const spared = await book(venue, { day: addDays(monday, 3) });
  const givenUp = await book(venue, { from: '14:00', to: '15:00' });
  const { reference, code } = own(givenUp);
  await bed.resident('cancel', { params: { reference }, body: { code } });
  expect(deepIn(await lookUp(own(hit)), 'closed')).toBeUndefined();
  await announce(venue, { from: '2026-11-30', to: '2026-12-01', reason: '屋面维修' });
  expect(await lookUp(own(hit))).toMatchObject({
    state: 'booked',
    mayCancel: true,
    closed: { reason: '屋面维修' },
  });
  expect(deepIn(await lookUp(own(spared)), 'closed')).toBeUndefined();
  expect(deepIn(await lookUp(own(givenUp)), 'closed')).toBeUndefined();
  await bed.project(...[hit, spared, givenUp].map((answer) => own(answer).reference));
  const listed = await bed.staff('closedRooms', 'culture', { query: { venue } });
  expect(deepIn(listed.body, 'rows')).toMatchObject([
    { reference: own(hit).reference, name: '吴**', closed: { reason: '屋面维修' } },
  ]);
  const cancelled = await bed.staff('cancelRoom', 'culture', {
    ...{ params: { reference: own(hit).reference }, body: { reason: '场馆维修' }, ifMatch: 1 },
  });
  expect(outcome(cancelled)).toBe('200');
  await bed.project(own(hit).reference);
  const after = await bed.staff('closedRooms', 'culture', { query: { venue } });
  expect(deepIn(after.body, 'rows')).toEqual([]);
  expect(await lookUp(own(hit))).toMatchObject({ state: 'cancelled', note: '场馆维修' });
});

test('who asks again after a lost answer gets the booking that was made, even if the venue announced a closure meanwhile', async () => {
  const venue = await bed.venue();
  const request = await asking(venue, {
    ...{ day: monday, from: '10:00', to: '11:00', room: '2', phone: nextPhone() },
  });
  const first = await bed.resident('requestRoom', request);
  await announce(venue, { from: '2026-11-30', to: '2026-11-30', reason: '停电' });
  const again = await bed.resident('requestRoom', request);
  expect(outcome(again)).toBe('201');
  expect(own(again)).toEqual(own(first));
  const another = await bed.resident('requestRoom', { ...request, key: newKey() });
  expect(outcome(another)).toMatch(/^4/);
});

test('a request that falls into a closure announced since says so where it is decided', async () => {
  const [venue, other] = [await bed.venue(), await bed.venue()];
  const asked = await Promise.all([
    book(venue, { room: '1' }),
    book(venue, { room: '1', day: addDays(monday, 3) }),
    book(other, { room: '1' }),
  ]);
  await announce(venue, { from: '2026-11-30', to: '2026-12-01', reason: '屋面维修' });
  const [hit = '', spared = '', elsewhere = ''] = asked.map((answer) => own(answer).reference);
  await bed.project(hit, spared, elsewhere);
  const { body } = await bed.staff('roomRequests', 'culture', { query: { node: places.town } });
  const rows = deepIn(body, 'rows');
  const closedOf = (reference: string) =>
    Array.isArray(rows) &&
    rows.filter((row) => deepIn(row, 'reference') === reference).map((row) => deepIn(row, 'closed'));
  expect([hit, spared, elsewhere].map(closedOf)).toEqual([
    [{ reason: '屋面维修' }],
    [undefined],
    [undefined],
  ]);
});

test('whoever enrolled for a course is told on which of its dates the venue will be closed', async () => {
  const venue = await bed.venue();
  const evening = (no: number, day: string) => ({
    ...{ no, from: parseInstant(`${day}T18:00:00+08:00`), to: parseInstant(`${day}T20:00:00+08:00`) },
    ...{ place: '东村文化服务中心', venue, calledOff: false },
  });
  const offer = course('PPPP234567', {
    dates: [evening(1, '2026-11-28'), evening(2, '2026-11-30'), evening(3, '2026-12-02')],
  });
  await bed.putUp(bed.deps, offer);
  const enrolled = await bed.resident('enrol', {
    body: {
      offer: offer.offer,
      attendee: { who: 'self', name: '王六', phone: nextPhone() },
      ...{ consent: consentVersion, proof: await bed.proof() },
    },
  });
  await announce(venue, { from: '2026-11-30', to: '2026-12-01', reason: '屋面维修' });
  const dates = deepIn(await lookUp(own(enrolled)), 'dates');
  expect(Array.isArray(dates) && dates.map((date) => deepIn(date, 'closed'))).toEqual([
    undefined,
    { reason: '屋面维修' },
    undefined,
  ]);
});

test('a venue given up for good shows to whoever booked one of its rooms', async () => {
  const venue = await bed.venue();
  const booked = await book(venue);
  const { principal } = bed.district.accounts.culture;
  await endVenue(
    bed.platform.core,
    { ...intentOf(principal, bed.platform.core), params: { venue }, ifMatch: 1 },
    '并入新馆',
  );
  expect(deepIn(await lookUp(own(booked)), 'closed')).toEqual({ reason: '并入新馆' });
});

/** What a calendar is told, unfolded. */
const calendarOf = async (pair: object): Promise<string[]> => {
  const answer = await bed.resident('calendar', { body: pair });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  return String(answer.body)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
};

test('the calendar of a room says when and where, and that it was given up as a newer version of the same', async () => {
  const venue = await bed.venue();
  const booked = own(await book(venue));
  const before = await calendarOf(booked);
  const uid = `UID:${booked.reference}@huimin`;
  expect(before).toEqual(
    expect.arrayContaining([
      uid,
      'SEQUENCE:0',
      'DTSTART:20261130T020000Z',
      'DTEND:20261130T030000Z',
      'STATUS:CONFIRMED',
      'LOCATION:东村文化服务中心 阅览室',
    ]),
  );
  const { reference, code } = booked;
  await bed.resident('cancel', { params: { reference }, body: { code } });
  expect(await calendarOf(booked)).toEqual(expect.arrayContaining([uid, 'SEQUENCE:1', 'STATUS:CANCELLED']));
  const stranger = await bed.resident('calendar', { body: { reference, code: '22222222' } });
  expect(outcome(stranger)).toBe('404 booking.reference_or_code_wrong');
});

test('the calendar of an enrolment has every date, and a cancelled one says so with its reason', async () => {
  const offer = course('MMMM234567');
  await bed.putUp(bed.deps, offer);
  const enrolled = await bed.resident('enrol', {
    body: {
      offer: offer.offer,
      attendee: { who: 'self', name: '王五', phone: nextPhone() },
      ...{ consent: consentVersion, proof: await bed.proof() },
    },
  });
  const before = await calendarOf(own(enrolled));
  const [sequence = ''] = before.filter((line) => line.startsWith('SEQUENCE:'));
  expect(before).toContain('STATUS:CONFIRMED');
  await bed.putUp(bed.deps, {
    ...offer,
    version: 2,
    dates: offer.dates.map((date) => ({ ...date, calledOff: true, reason: '老师生病' })),
  });
  const after = await calendarOf(own(enrolled));
  expect(after).toContain('STATUS:CANCELLED');
  expect(after.join('\n')).toContain('已取消：老师生病');
  const [newer = ''] = after.filter((line) => line.startsWith('SEQUENCE:'));
  expect(Number(newer.slice(9))).toBe(Number(sequence.slice(9)) + 1);
});
