import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Problem } from '../platform/contract/problems.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import { plannedSpans } from '../venues/day-plan.rules.ts';
import { slotsOn } from '../venues/room-slots.rules.ts';
import { claimedSlots, claimSlots, freeSlots } from '../venues/room-slots.usecases.ts';
import type { Room, Span, Venue } from '../venues/venues.states.ts';
import { holidaysOf, readVenue } from '../venues/venues.usecases.ts';
import { type BookingRefusal, bookingProblem } from './bookings.problems.ts';
import type { bookingsPublicContract } from './bookings-public.contract.ts';
import { codeOf, type Person, sealPerson } from './enrolments.store.ts';
import { bookingMissing } from './enrolments.usecases.ts';
import type { BookingDependencies } from './offers.usecases.ts';
import * as rules from './rooms.rules.ts';
import type { RoomBooking } from './rooms.states.ts';
import { roomBookingType, roomBookingView, slotsTaken } from './rooms.store.ts';

export interface RoomDependencies extends BookingDependencies {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
}

const refuse = (refusal: BookingRefusal, detail?: string): Problem =>
  bookingProblem(refusal, detail === undefined ? {} : { detail });

interface OpenRoom {
  readonly venue: Stored<Venue>;
  readonly room: Room;
  readonly open: readonly Span[];
}

/** A room that can be booked, with the hours its venue plans to be open that day. */
const openRoom = async (
  deps: RoomDependencies,
  { venue: id, room: no, day }: { readonly venue: string; readonly room: string; readonly day: LocalDate },
  now: Instant,
): Promise<OpenRoom> => {
  const [venue, calendar] = await Promise.all([readVenue(deps, id), deps.calendars.current(now)]);
  const found = rules.bookableRoom(venue?.state, Number(no));
  if (!venue) throw bookingProblem('booking.room_unknown');
  if ('refusal' in found) throw refuse(found.refusal);
  return { venue, room: found.room, open: plannedSpans(venue.state, day, holidaysOf(calendar)) };
};

/** When a room is free on a day: two reads. */
export const readSlots = async (
  deps: RoomDependencies,
  asked: { readonly venue: string; readonly room: string; readonly day: LocalDate },
  now: Instant,
): Promise<ResponseInputOf<typeof bookingsPublicContract.routes.slots>> => {
  const { day } = asked;
  if (!rules.isBookableDay(day, now)) throw bookingProblem('booking.room_past');
  const { venue, room, open } = await openRoom(deps, asked, now);
  const taken = await claimedSlots(deps.store, { venue: venue.id, room: room.no, day });
  return {
    ...{ venue: venue.id, venueName: venue.state.name, room: room.no, roomName: room.name },
    ...{ capacity: room.capacity, approval: room.approval, slot: room.slot, longest: room.longest, day },
    slots: slotsOn(room, open).map(({ from, to }) => ({
      ...{ from, to },
      free: !taken.has(from) && rules.instantOn(day, from) > now,
    })),
    asOf: now,
  };
};

export interface RequestingRoom extends rules.RoomAsked {
  readonly venue: string;
  readonly room: string;
  readonly purpose: string;
  readonly organisation?: string | undefined;
  readonly contact: Person;
  readonly source: RoomBooking['source'];
  readonly consent: string;
}

/**
 * Books a room, or asks for it where the venue decides. Its slots are claimed in the commit that makes it, so two
 * bookings of one slot cannot both exist. Two reads, one transaction.
 * @param admit throws when the caller may not book at this node.
 */
export const requestRoom = async (
  deps: RoomDependencies,
  command: Command,
  asked: RequestingRoom,
  by: Officer | undefined,
  companions: readonly Companion<BookingRefusal>[] = [],
  admit: (node: string) => void = () => undefined,
): Promise<{ readonly stored: Stored<RoomBooking>; readonly code: string }> => {
  const { keyring, ledger } = deps;
  const { now } = command;
  const seed = await keyring.mac('room-booking', `${by?.id ?? 'resident'} ${command.key}`);
  const { venue, room, open } = await openRoom(deps, asked, now);
  admit(venue.state.node);
  const found = rules.roomSlots(room, open, asked, now);
  if ('refusal' in found) throw refuse(found.refusal, found.detail);
  const { purpose, organisation, people, day, from, to, consent, source, contact } = asked;
  const stored = await createCase<RoomBooking, BookingRefusal>({
    ledger,
    type: roomBookingType,
    command,
    refuse,
    idFor: (attempt) => referenceFrom(`${seed} ${attempt}`),
    make: async (id) => {
      const person = await sealPerson(keyring, roomBookingType.kind, id, contact);
      const next: RoomBooking = {
        state: room.approval && !by ? 'requested' : 'booked',
        ...{ venue: venue.id, venueName: venue.state.name, node: venue.state.node },
        ...{ room: room.no, roomName: room.name, day, from, to, slots: [...found.slots], purpose, people },
        ...{ startsAt: rules.instantOn(day, from), endsAt: rules.instantOn(day, to) },
        ...(organisation === undefined ? {} : { organisation }),
        ...{ name: maskName(contact.name), phone: maskPhone(contact.phone), consent, source },
        requestedAt: now,
        ...(by ? { requestedBy: by } : {}),
      };
      return {
        next,
        events: [{ type: next.state, data: { source, person: person.digest } }],
        companions: [
          person.companion,
          ...claimSlots(slotsTaken(id, next), 'booking.room_taken' as const),
          ...companions,
        ],
      };
    },
  });
  return { stored, code: await codeOf(keyring, stored.id) };
};

export interface ChangingRoom {
  readonly reference: string;
  readonly command: Command;
  readonly ifMatch: number | undefined;
  /** Throws when the caller may not change this one. */
  readonly admit?: (stored: Stored<RoomBooking>) => void;
  readonly decide: (booking: RoomBooking) => rules.RoomDecision | undefined;
}

/** Changes one booking; what no longer takes its slots gives them back in the same commit. */
export const changeRoom = (
  { ledger }: Pick<RoomDependencies, 'ledger'>,
  { reference, command, ifMatch, admit, decide }: ChangingRoom,
): Promise<Stored<RoomBooking>> =>
  changeCase<RoomBooking, BookingRefusal>({
    ledger,
    type: roomBookingType,
    id: reference,
    command,
    ifMatch,
    missing: bookingMissing,
    refuse,
    admit: admit ?? (() => undefined),
    view: roomBookingView,
    decide: ({ state }) => {
      const decision = decide(state);
      if (!decision || 'refusal' in decision) return decision;
      const gives = rules.takesSlots(state) && !rules.takesSlots(decision.next);
      return gives ? { ...decision, companions: freeSlots(slotsTaken(reference, state)) } : decision;
    },
  });

type RoomProgress = ResponseInputOf<typeof bookingsPublicContract.routes.requestRoom>['booking'];

/** A booking as whoever made it is shown it. */
export const roomProgress = (
  { id, version, state: booking }: Stored<RoomBooking>,
  now: Instant,
): RoomProgress => {
  const { venue, venueName, room, roomName, day, from, to, startsAt, endsAt, purpose, people } = booking;
  return {
    kind: 'room',
    reference: id,
    version,
    state: booking.state,
    ...{ venue, venueName, room, roomName, day, from, to, startsAt, endsAt, purpose, people },
    requestedAt: booking.requestedAt,
    note: booking.decision?.note,
    mayCancel: rules.takesSlots(booking) && now < startsAt,
    asOf: now,
  };
};
