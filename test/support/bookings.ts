import type { EnrolmentDecision } from '../../functions/bookings/attendance.rules.ts';
import type { Attendee } from '../../functions/bookings/bookings.fields.ts';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { type Enrolled, enrol } from '../../functions/bookings/enrolling.usecases.ts';
import type { Act } from '../../functions/bookings/enrolments.rules.ts';
import * as rules from '../../functions/bookings/enrolments.rules.ts';
import type { Enrolment } from '../../functions/bookings/enrolments.states.ts';
import { enrolmentType } from '../../functions/bookings/enrolments.store.ts';
import { changeEnrolment } from '../../functions/bookings/enrolments.usecases.ts';
import type { Places } from '../../functions/bookings/line.rules.ts';
import { placesKey, readPlaces } from '../../functions/bookings/line.store.ts';
import type { Offer } from '../../functions/bookings/offers.rules.ts';
import type { BookingDependencies, Offers } from '../../functions/bookings/offers.usecases.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import type { Command, Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { addMinutes, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import type { NewVenue } from '../../functions/venues/venues.fields.ts';
import { newKey } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { places as district } from './district.ts';

export const bookingDay = parseInstant('2026-11-23T09:00:00+08:00');

/** A course of one evening in five days, open now. */
export const course = (offer: string, change: Partial<Offer> = {}): Offer => {
  const from = addMinutes(bookingDay, 5 * 24 * 60);
  const until = addMinutes(from, 120);
  return {
    version: 1,
    offer,
    activity: offer.split('.')[0] ?? offer,
    title: '书法公益培训班',
    node: district.village,
    calledOff: false,
    capacity: 20,
    opensAt: addMinutes(bookingDay, -60),
    closesAt: from,
    cutoffAt: addMinutes(from, -120),
    from,
    until,
    perPhone: 4,
    party: 10,
    hasWaitingList: true,
    holdHours: 0,
    dates: [{ no: 1, from, to: until, place: '文化服务中心', calledOff: false }],
    ...change,
  };
};

/** What is put up to be enrolled for, without a programme behind it. */
export const offerShelf = () => {
  const known = new Map<string, Offer>();
  return {
    offers: {
      key: programmeOffers.key,
      of: (offer) => known.get(offer),
    } satisfies Offers,
    putUp: async ({ store }: Core, offer: Offer): Promise<void> => {
      known.set(offer.offer, offer);
      const { capacity } = offer;
      await store.put({ ...placesKey(offer.offer), capacity, taken: 0, settled: 0, version: 0 });
    },
  };
};

const room = { capacity: 30, bookable: true, slot: 60, longest: 180 } as const;
const everyDay = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }]);

/** A venue open from nine to five with a room the desk decides on, one anybody may have, and a store-room. */
export const hall: NewVenue = {
  ...{ kind: 'culture-centre', name: '东村文化服务中心', node: district.village, address: '东村1号' },
  ...{ position: { lat: 34.86, lng: 117.55 }, capacity: 200, facilities: [], access: [], open: true },
  rooms: [
    { ...room, name: '排练厅', approval: true, facilities: [] },
    { ...room, name: '阅览室', approval: false, facilities: [] },
    { ...room, name: '库房', approval: false, bookable: false, facilities: [] },
  ],
  timetables: [
    {
      ...{ name: '全年', from: parseLocalDate('2026-01-01'), holidays: { rule: 'as-week' } },
      week: everyDay,
    },
  ],
};

export const residentNamed = (n: number): Attendee => ({
  who: 'self',
  name: `王${n}`,
  phone: `138${String(n).padStart(8, '0')}`,
});

export interface LineBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly core: Core;
  /** Everything bookings need, on a core of the test's choice. */
  readonly on: (core: Core) => BookingDependencies;
  /** Puts something up that can be enrolled for. */
  readonly putUp: (offer: Offer) => Promise<void>;
  readonly enrol: (
    offer: string,
    attendee: Attendee,
    how?: {
      readonly deps?: BookingDependencies | undefined;
      readonly key?: string;
      readonly despiteClash?: boolean;
    },
  ) => Promise<Enrolled>;
  /** Changes an enrolment as its resident does. */
  readonly change: (
    reference: string,
    decide: (enrolment: Enrolment, offer: Offer, act: Act) => EnrolmentDecision | undefined,
    how?: { readonly deps?: BookingDependencies | undefined; readonly key?: string },
  ) => Promise<Stored<Enrolment>>;
  readonly cancel: (
    reference: string,
    how?: { readonly deps?: BookingDependencies | undefined; readonly key?: string },
  ) => Promise<Stored<Enrolment>>;
  /** Every enrolment of an offer by its number. */
  readonly all: (offer: string) => Promise<Stored<Enrolment>[]>;
  readonly places: (offer: string) => Promise<Places>;
}

export const openOffers = async () => ({ platform: await openPlatform(bookingDay), shelf: offerShelf() });

/** The line on a real engine; offers are put up by the test. */
export const openLine = async (): Promise<LineBed> => {
  const { platform, shelf } = await openOffers();
  const { core } = platform;
  const on = (other: Core): BookingDependencies => ({ ...other, offers: shelf.offers });
  const deps = on(core);
  const resident = (key: string, now = core.clock.now()): Command => ({
    ...{ key, request: key, actor: { kind: 'resident' }, now },
  });
  const change: LineBed['change'] = async (reference, decide, how = {}) => {
    const found = await core.ledger.read(enrolmentType, reference);
    if (!found) throw new Error(`no enrolment ${reference}`);
    const now = core.clock.now();
    const { stored } = await changeEnrolment(how.deps ?? deps, {
      found,
      command: resident(how.key ?? newKey()),
      ifMatch: undefined,
      decide: (enrolment, offer) => decide(enrolment, offer, { by: undefined, now }),
    });
    return stored;
  };
  return {
    platform,
    core,
    on,
    putUp: (offer) => shelf.putUp(core, offer),
    enrol: (offer, attendee, { deps: other = deps, key = newKey(), despiteClash = false } = {}) =>
      enrol(
        other,
        resident(key),
        { offer, attendee, despiteClash, source: 'form', consent: consentVersion },
        undefined,
      ),
    change,
    cancel: (reference, how) =>
      change(reference, (enrolment, { cutoffAt }, act) => rules.cancel(enrolment, cutoffAt, act), how),
    all: async (offer) => {
      const stored: Stored<Enrolment>[] = [];
      const items = await platform.everything();
      for (const { PK, SK } of items) {
        if (!String(PK).startsWith('ENROLMENT#') || SK !== 'STATE') continue;
        const one = await core.ledger.read(enrolmentType, String(PK).slice('ENROLMENT#'.length));
        if (one?.state.offer === offer) stored.push(one);
      }
      return stored.sort((a, b) => a.state.number - b.state.number);
    },
    places: async (offer) => {
      const places = await readPlaces(core.store, offer);
      if (!places) throw new Error(`no places of ${offer}`);
      return places;
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
