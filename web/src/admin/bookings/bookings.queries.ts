import { query, revalidate } from '@solidjs/router';
import type { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import { codeOf, type LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof bookingsContract.routes;
type Read = 'roster' | 'read' | 'rooms' | 'closedRooms' | 'roomRequests' | 'readRoom';

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in Read]: LightRow<Routes[Name]> } = {
  roster: { method: 'GET', path: '/api/rosters/{offer}' },
  read: { method: 'GET', path: '/api/enrolments/{reference}' },
  rooms: { method: 'GET', path: '/api/room-bookings' },
  closedRooms: { method: 'GET', path: '/api/closed-rooms' },
  roomRequests: { method: 'GET', path: '/api/room-requests' },
  readRoom: { method: 'GET', path: '/api/room-bookings/{reference}' },
};

type Venues = typeof venuesContract.routes.list;
const venues: LightRow<Venues> = { method: 'GET', path: '/api/venues' };

export type Roster = ResponseOf<Routes['roster']>;
export type RosterRow = Roster['rows'][number];
export type OfferView = Roster['offer'];
export type OfferDate = OfferView['dates'][number];
export type EnrolmentView = ResponseOf<Routes['read']>;
export type RoomPage = ResponseOf<Routes['rooms']>;
export type RoomBookingView = RoomPage['rows'][number];
export type ClosedRoom = ResponseOf<Routes['closedRooms']>['rows'][number];

const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export const readRoster = query(
  async (offer: string, cursor: string | undefined): Promise<Roster> =>
    (await readLight(routes.roster, { params: { offer }, query: at(cursor) })).body,
  'booking-roster',
);

/**
 * What a session's places belong to: as the address says, or the session itself, or its whole activity. The first
 * guess that is right.
 */
export const readOfferOfSession = query(
  async (session: string, named: string | undefined): Promise<OfferView> => {
    const read = async (offer: string) =>
      (await readLight(routes.roster, { params: { offer }, query: {} })).body;
    if (named !== undefined) return (await read(named)).offer;
    try {
      return (await read(session)).offer;
    } catch (thrown) {
      if (codeOf(thrown) !== 'booking.offer_unknown') throw thrown;
      return (await read(activityOf(session))).offer;
    }
  },
  'booking-session',
);

export const readEnrolment = query(
  async (reference: string): Promise<EnrolmentView> =>
    (await readLight(routes.read, { params: { reference } })).body,
  'enrolment-now',
);

export const readRooms = query(
  async (venue: string, from: string, cursor: string | undefined): Promise<RoomPage> =>
    (await readLight(routes.rooms, { query: { venue, from, ...at(cursor) } })).body,
  'room-bookings-of-venue',
);

/** @param _version of the venue: with every change of its hours, others can be closed. */
export const readClosedRooms = query(
  async (venue: string, _version?: number): Promise<readonly ClosedRoom[]> =>
    (await readLight(routes.closedRooms, { query: { venue } })).body.rows,
  'closed-rooms',
);

export const readRoomRequests = query(
  async (node: string, cursor: string | undefined): Promise<ResponseOf<Routes['roomRequests']>> =>
    (await readLight(routes.roomRequests, { query: { node, ...at(cursor) } })).body,
  'room-requests',
);

export const readRoomBooking = query(
  async (reference: string): Promise<RoomBookingView> =>
    (await readLight(routes.readRoom, { params: { reference } })).body,
  'room-booking-now',
);

/** Venues of a place with rooms that can be booked. */
export const readRoomVenues = query(
  async (node: string) =>
    (await readLight(venues, { query: { node } })).body.rows.filter(({ bookableRooms }) => bookableRooms > 0),
  'room-venues',
);

/** The activity an offer or a session, `<activity>.<number>`, belongs to. */
export const activityOf = (offer: string): string => offer.split('.')[0] ?? offer;

export const renewRosters = (): Promise<void> => revalidate([readRoster.key, readOfferOfSession.key]);

/** Shows an enrolment as a command just answered it; the roster follows a moment later. */
export const showChangedEnrolment = (view: EnrolmentView): void => {
  const key = readEnrolment.keyFor(view.reference);
  query.set(key, view);
  void revalidate(key, false);
  void renewRosters();
};

export const renewRooms = (): Promise<void> =>
  revalidate([readRooms.key, readRoomRequests.key, readClosedRooms.key]);

export const showChangedRoom = (view: RoomBookingView): void => {
  const key = readRoomBooking.keyFor(view.reference);
  query.set(key, view);
  void revalidate(key, false);
  void renewRooms();
};
