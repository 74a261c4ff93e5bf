import { officerOf } from '../platform/contract/officer.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readListPage, readWholeList } from '../platform/ledger/lists.ts';
import { admitNode, admitPersonal, commandOf } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { startOfDay } from '../platform/runtime/time.ts';
import { readVenue } from '../venues/venues.usecases.ts';
import { bookingProblem } from './bookings.problems.ts';
import { roomBookingViewSchema } from './bookings.views.ts';
import { consentVersion } from './bookings.words.ts';
import { roomsList, roomsToDecideList } from './bookings-lists.store.ts';
import type { StaffHandlers } from './enrolments.routes.ts';
import { openPerson, personKey, recordOpening } from './enrolments.store.ts';
import { bookingMissing } from './enrolments.usecases.ts';
import * as rules from './rooms.rules.ts';
import type { RoomBooking } from './rooms.states.ts';
import { roomBookingType, roomBookingView } from './rooms.store.ts';
import {
  changeRoom,
  closedAmong,
  closedAmongVenues,
  type RoomDependencies,
  requestRoom,
} from './rooms.usecases.ts';

/** Rows of one page of a list of rooms. */
const pageSize = 50;
/** After every instant there is. */
const everAfter = '~';

export const roomRoutes = (
  deps: RoomDependencies,
  cursors: Cursors,
): Pick<
  StaffHandlers,
  | 'rooms'
  | 'closedRooms'
  | 'roomRequests'
  | 'requestRoom'
  | 'readRoom'
  | 'decideRoom'
  | 'cancelRoom'
  | 'roomContact'
> => {
  const read = async (reference: string, caller: Principal): Promise<Stored<RoomBooking>> => {
    const found = await deps.ledger.read(roomBookingType, reference);
    if (!found) throw bookingMissing();
    admitNode(found.state.node, caller);
    return found;
  };
  const answer = (stored: Stored<RoomBooking>) => ({
    body: roomBookingView(stored),
    version: stored.version,
  });
  const admitting =
    (caller: Principal) =>
    ({ state }: Stored<RoomBooking>): void =>
      admitNode(state.node, caller);
  return {
    rooms: async ({ query, caller, now }) => {
      const venue = await readVenue(deps, query.venue);
      if (!venue) throw bookingProblem('booking.room_unknown');
      admitNode(venue.state.node, caller);
      const list = roomsList(query.venue);
      const bound = `${list} ${query.from}`;
      const within = { from: startOfDay(query.from), before: everAfter };
      const body = await pageOf(cursors, { list: bound, cursor: query.cursor, now }, (cursor) =>
        readListPage(deps.store, roomBookingViewSchema, { list, within, cursor, size: pageSize }),
      );
      return { body };
    },
    closedRooms: async ({ query, caller, now }) => {
      const venue = await readVenue(deps, query.venue);
      if (!venue) throw bookingProblem('booking.room_unknown');
      admitNode(venue.state.node, caller);
      const [booked, closedFor] = await Promise.all([
        readWholeList(deps.store, roomBookingViewSchema, {
          list: roomsList(query.venue),
          within: { from: now, before: everAfter },
        }),
        closedAmong(deps, venue, now),
      ]);
      const rows = booked.flatMap((row) => {
        const closed = closedFor(row);
        return closed ? [{ ...row, closed }] : [];
      });
      return { body: { rows, asOf: now } };
    },
    roomRequests: async ({ query, caller, now }) => {
      admitNode(query.node, caller);
      const list = roomsToDecideList(query.node);
      const body = await pageOf(cursors, { list, cursor: query.cursor, now }, (cursor) =>
        readListPage(deps.store, roomBookingViewSchema, { list, cursor, size: pageSize }),
      );
      const closedFor = await closedAmongVenues(deps, body.rows, now);
      return { body: { ...body, rows: body.rows.map((row) => ({ ...row, closed: closedFor(row) })) } };
    },
    requestRoom: async (request) => {
      const { body, caller } = request;
      const asked = { ...body, consent: consentVersion };
      const { stored, code } = await requestRoom(
        deps,
        commandOf(request),
        asked,
        officerOf(caller),
        [],
        (node) => admitNode(node, caller),
      );
      return {
        body: { reference: stored.id, code, booking: roomBookingView(stored) },
        version: stored.version,
      };
    },
    readRoom: async ({ params, caller }) => answer(await read(params.reference, caller)),
    decideRoom: async (request) => {
      const { params, body, caller, ifMatch, now } = request;
      const because = body.granted ? undefined : body.reason;
      return answer(
        await changeRoom(deps, {
          ...{ reference: params.reference, command: commandOf(request), ifMatch, admit: admitting(caller) },
          decide: (booking) => rules.decide(booking, because, officerOf(caller), now),
        }),
      );
    },
    cancelRoom: async (request) => {
      const { params, body, caller, ifMatch, now } = request;
      return answer(
        await changeRoom(deps, {
          ...{ reference: params.reference, command: commandOf(request), ifMatch, admit: admitting(caller) },
          decide: (booking) => rules.cancelRoom(booking, { by: officerOf(caller), now, note: body.reason }),
        }),
      );
    },
    roomContact: async ({ params, body, caller, now }) => {
      const { kind } = roomBookingType;
      const key = personKey(kind, params.reference);
      const { stored, beside } = await deps.ledger.readBeside(roomBookingType, params.reference, [key]);
      if (!stored) throw bookingMissing();
      admitNode(stored.state.node, caller);
      admitPersonal(stored.state);
      const opening = { at: now, staffId: caller.staffId, name: caller.name, reason: body.reason };
      await recordOpening(deps.store, kind, stored.id, opening);
      return { body: await openPerson(deps.keyring, kind, stored.id, beside(key)) };
    },
  };
};
