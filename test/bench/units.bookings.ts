import * as v from 'valibot';
import type { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { addDays, addMinutes, type Instant, localDateOf } from '../../functions/platform/runtime/time.ts';
import { createVenue } from '../../functions/venues/venues.usecases.ts';
import { course, hall, type offerShelf } from '../support/bookings.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, intentOf, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { proofFor } from '../support/proof.ts';
import type { Plays } from './units.plays.ts';

const bookedSchema = v.object({ reference: v.string(), code: v.string() });
type Booked = v.InferOutput<typeof bookedSchema>;

export interface BookingPlays {
  readonly staff: Plays<typeof bookingsContract>;
  readonly residents: Plays<typeof bookingsPublicContract>;
}

/** What has to be there before each route of bookings; offers, people and rooms are new every time. */
export const bookingPlays = (
  { accounts, parts }: District,
  functions: Functions,
  shelf: ReturnType<typeof offerShelf>,
  wait: (minutes: number) => void,
): BookingPlays => {
  const { cookie, principal } = accounts.culture;
  const proofs = createProofOfWork(parts.keyring);
  let made = 0;
  const next = (): number => {
    made += 1;
    return made;
  };
  const contact = () => ({ name: '王小明', phone: `137${String(next()).padStart(8, '0')}` });

  /** Begins so many minutes from now; today's can be checked in to. */
  const offered = async (capacity: number, holdHours = 0, begins = 5 * 24 * 60): Promise<string> => {
    const now = parts.clock.now();
    const from: Instant = addMinutes(now, begins);
    const id = referenceFrom(`play ${next()}`);
    await shelf.putUp(
      parts,
      course(id, {
        ...{ capacity, holdHours, from, closesAt: from, until: addMinutes(from, 60) },
        ...{ opensAt: addMinutes(now, -3 * 24 * 60), cutoffAt: addMinutes(from, -10) },
        dates: [{ no: 1, from, to: addMinutes(from, 60), place: '文化服务中心', calledOff: false }],
      }),
    );
    return id;
  };
  const proof = async (): Promise<string> => proofFor(await proofs.challenge(parts.clock.now()));
  const formed = async (offer: string, party = 1): Promise<Call> => {
    const attendee =
      party === 1 ? { who: 'self', ...contact() } : { who: 'party', ...contact(), places: party };
    const sourceIp = `198.51.100.${next() % 250}`;
    return { sourceIp, body: { offer, attendee, consent: consentVersion, proof: await proof() } };
  };
  const booked = async (call: Call, room = false): Promise<Booked> => {
    const { enrol, requestRoom } = bookingsPublicContract.routes;
    const answer = await callRow(functions['bookings-public'], room ? requestRoom : enrol, call);
    return v.parse(bookedSchema, answer.body);
  };
  const enrolled = async (offer?: string, party = 1): Promise<Booked> =>
    booked(await formed(offer ?? (await offered(20)), party));

  const day = addDays(localDateOf(parts.clock.now()), 7);
  const venue = async (): Promise<string> => (await createVenue(parts, intentOf(principal, parts), hall)).id;
  const room = async (no: string, from?: string): Promise<object> => ({
    ...{ venue: from ?? (await venue()), room: no, day, from: '10:00', to: '12:00' },
    ...{ purpose: '排练', people: 12, contact: contact() },
  });
  const roomForm = async (no: string, from?: string): Promise<Call> => ({
    sourceIp: `198.51.100.${next() % 250}`,
    body: { ...(await room(no, from)), consent: consentVersion, proof: await proof() },
  });
  const ownRoom = async (no: string): Promise<Call> => {
    const { reference } = await booked(await roomForm(no), true);
    return { cookie, params: { reference } };
  };
  const own = ({ reference, code }: Booked, body: object = {}): Call => ({
    ...{ sourceIp: `198.51.100.${next() % 250}`, params: { reference }, body: { code, ...body } },
  });

  return {
    staff: {
      roster: async () => {
        const offer = await offered(20);
        await enrolled(offer);
        return { cookie, params: { offer } };
      },
      enrol: async () => ({
        cookie,
        body: {
          ...{ offer: await offered(20), attendee: { who: 'self', ...contact() } },
          ...{ source: 'counter', consent: true },
        },
      }),
      read: async () => ({ cookie, params: { reference: (await enrolled()).reference } }),
      cancel: async () => {
        const { reference } = await enrolled();
        return { cookie, params: { reference }, body: { reason: '本人来电取消' }, ifMatch: 2 };
      },
      contact: async () => {
        const { reference } = await enrolled();
        return { cookie, params: { reference }, body: { reason: '通知换教室' } };
      },
      callList: async () => ({
        cookie,
        body: { venue: await venue(), day: addDays(day, 1), reason: '通知换教室' },
      }),
      checkIn: async () => {
        const offer = await offered(20, 0, 30);
        const { reference } = await enrolled(offer);
        return { cookie, body: { by: 'reference', session: `${offer}.1`, reference } };
      },
      attendance: async () => {
        const offer = await offered(20, 0, 30);
        const { reference } = await enrolled(offer);
        return { cookie, params: { session: `${offer}.1` }, body: { present: [reference] } };
      },
      rooms: async () => ({ cookie, query: { venue: await venue(), from: day } }),
      closedRooms: async () => ({ cookie, query: { venue: await venue() } }),
      roomRequests: async () => ({ cookie, query: { node: places.town } }),
      requestRoom: async () => ({
        cookie,
        body: { ...(await room('1')), source: 'counter', consent: true },
      }),
      readRoom: () => ownRoom('1'),
      decideRoom: async () => ({ ...(await ownRoom('1')), body: { granted: true }, ifMatch: 1 }),
      cancelRoom: async () => ({ ...(await ownRoom('2')), body: { reason: '来电取消' }, ifMatch: 1 }),
      roomContact: async () => ({ ...(await ownRoom('2')), body: { reason: '送钥匙' } }),
    },
    residents: {
      offer: async () => ({ params: { offer: await offered(20) } }),
      enrol: async () => formed(await offered(20)),
      progress: async () => ({ body: await enrolled() }),
      calendar: async () => ({ body: await enrolled() }),
      cancel: async () => own(await enrolled()),
      accept: async () => {
        const offer = await offered(1, 12);
        const [first, second] = [await enrolled(offer), await enrolled(offer)];
        // Whoever has only just asked is not asked again.
        wait(15);
        await callRow(functions['bookings-public'], bookingsPublicContract.routes.cancel, own(first));
        return own(second);
      },
      shrink: async () => own(await enrolled(undefined, 3), { places: 2 }),
      slots: async () => ({ params: { venue: await venue(), room: '2' }, query: { day } }),
      requestRoom: () => roomForm('2'),
    },
  };
};
