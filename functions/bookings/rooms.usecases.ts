import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { addDays, type Instant, type LocalDate } from '../platform/runtime/time.ts';
import { plannedSpans } from '../venues/day-plan.rules.ts';
import { slotsOn } from '../venues/room-slots.rules.ts';
import { claimedSlots, claimSlots, freeSlots } from '../venues/room-slots.usecases.ts';
import type { Room, Span, Venue } from '../venues/venues.states.ts';
import { holidaysOf, readVenue, venuesById } from '../venues/venues.usecases.ts';
import { type BookingRefusal, bookingProblem } from './bookings.problems.ts';
import { limits } from './bookings.words.ts';
import type { bookingsPublicContract } from './bookings-public.contract.ts';
import { codeOf, marksIn, type Person, personKey, sealPerson } from './enrolments.store.ts';
import { bookingMissing } from './enrolments.usecases.ts';
import type { BookingDependencies } from './offers.usecases.ts';
import * as rules from './rooms.rules.ts';
import type { RoomBooking } from './rooms.states.ts';
import { roomBookingType, roomBookingView, slotsTaken } from './rooms.store.ts';
import { holdRoom, releaseRoom } from './rooms-held.store.ts';

export interface RoomDependencies extends BookingDependencies {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
}

const refuse = (refusal: BookingRefusal, detail?: string): Problem =>
  bookingProblem(refusal, detail === undefined ? {} : { detail });

interface OpenRoom {
  readonly venue: Stored<Venue>;
  readonly room: Room;
  /** The hours its venue plans to be open on a day. */
  readonly openOn: (day: LocalDate) => readonly Span[];
}

/** A room that can be booked. */
const openRoom = async (
  deps: RoomDependencies,
  { venue: id, room: no }: { readonly venue: string; readonly room: string },
  now: Instant,
): Promise<OpenRoom> => {
  const [venue, calendar] = await Promise.all([readVenue(deps, id), deps.calendars.current(now)]);
  const found = rules.bookableRoom(venue?.state, Number(no));
  if (!venue) throw bookingProblem('booking.room_unknown');
  if ('refusal' in found) throw refuse(found.refusal);
  const isHoliday = holidaysOf(calendar);
  return { venue, room: found.room, openOn: (day) => plannedSpans(venue.state, day, isHoliday) };
};

type Slots = ResponseInputOf<typeof bookingsPublicContract.routes.slots>;

/** When a room is free on a day: two reads, and one more for every day looked ahead when nothing is. */
export const readSlots = async (
  deps: RoomDependencies,
  asked: { readonly venue: string; readonly room: string; readonly day: LocalDate },
  now: Instant,
): Promise<Slots> => {
  const { day } = asked;
  if (!rules.isBookableDay(day, now)) throw bookingProblem('booking.room_past');
  const { venue, room, openOn } = await openRoom(deps, asked, now);
  const slotsOf = async (on: LocalDate): Promise<Slots['slots']> => {
    const there = slotsOn(room, openOn(on));
    if (there.length === 0) return [];
    const taken = await claimedSlots(deps.store, { venue: venue.id, room: room.no, day: on });
    return there.map(({ from, to }) => ({
      ...{ from, to },
      free: !taken.has(from) && rules.instantOn(on, from) > now,
    }));
  };
  const nextDay = async (): Promise<LocalDate | undefined> => {
    for (let ahead = 1; ahead <= limits.slotDays; ahead++) {
      const on = addDays(day, ahead);
      if (!rules.isBookableDay(on, now)) return undefined;
      if ((await slotsOf(on)).some(({ free }) => free)) return on;
    }
    return undefined;
  };
  const slots = await slotsOf(day);
  return {
    ...{ venue: venue.id, venueName: venue.state.name, room: room.no, roomName: room.name },
    ...{ capacity: room.capacity, approval: room.approval, slot: room.slot, longest: room.longest, day },
    slots,
    next: slots.some(({ free }) => free) ? undefined : await nextDay(),
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

interface Requested {
  readonly stored: Stored<RoomBooking>;
  readonly code: string;
  /** As it was read to decide. */
  readonly venue: Stored<Venue>;
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
): Promise<Requested> => {
  const { keyring, ledger } = deps;
  const { now } = command;
  const seed = await keyring.mac('room-booking', `${by?.id ?? 'resident'} ${command.key}`);
  const { venue, room, openOn } = await openRoom(deps, asked, now);
  admit(venue.state.node);
  const idFor = (attempt: number): string => referenceFrom(`${seed} ${attempt}`);
  const found = rules.roomSlots(room, openOn(asked.day), asked, now);
  if ('refusal' in found) {
    // The hours may have changed since: who asks again after a lost answer is told what was booked, not what holds now.
    const earlier = await ledger.earlier(roomBookingType, idFor(1), command);
    if (!earlier) throw refuse(found.refusal, found.detail);
    if (earlier === 'key-reused') throw platformProblem('request.key_reused');
    return { stored: earlier, code: await codeOf(keyring, earlier.id), venue };
  }
  const { purpose, organisation, people, day, from, to, consent, source, contact } = asked;
  const stored = await createCase<RoomBooking, BookingRefusal>({
    ledger,
    type: roomBookingType,
    command,
    refuse,
    idFor,
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
          ...(rules.isCounted(next) ? holdRoom(person.marks, day) : []),
          ...companions,
        ],
      };
    },
  });
  return { stored, code: await codeOf(keyring, stored.id), venue };
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
): Promise<Stored<RoomBooking>> => {
  const person = personKey(roomBookingType.kind, reference);
  return changeCase<RoomBooking, BookingRefusal>({
    ledger,
    type: roomBookingType,
    id: reference,
    command,
    ifMatch,
    missing: bookingMissing,
    refuse,
    admit: admit ?? (() => undefined),
    view: roomBookingView,
    beside: [person],
    decide: ({ state }, beside) => {
      const decision = decide(state);
      if (!decision || 'refusal' in decision) return decision;
      const gives = rules.takesSlots(state) && !rules.takesSlots(decision.next);
      if (!gives) return decision;
      const counted = rules.isCounted(state) ? releaseRoom(marksIn(beside(person)), state.day) : [];
      return { ...decision, companions: [...freeSlots(slotsTaken(reference, state)), ...counted] };
    },
  });
};

export type Closed = ReturnType<typeof rules.closedFor>;

/** What of these bookings of one venue stands and is still to come, but cannot take place by its hours as they are now. */
export const closedAmong = async (
  deps: RoomDependencies,
  venue: Stored<Venue>,
  now: Instant,
): Promise<(booking: rules.RoomTime) => Closed> => {
  const isHoliday = holidaysOf(await deps.calendars.current(now));
  return (booking) =>
    rules.takesSlots(booking) && now < booking.startsAt
      ? rules.closedFor(venue.state, booking, plannedSpans(venue.state, booking.day, isHoliday))
      : undefined;
};

/** A booking of a room, with the venue it is of. */
interface PlacedTime extends rules.RoomTime {
  readonly venue: string;
}

/** The same of bookings of several venues; these are read together. */
export const closedAmongVenues = async (
  deps: RoomDependencies,
  bookings: readonly PlacedTime[],
  now: Instant,
): Promise<(booking: PlacedTime) => Closed> => {
  const named = [...new Set(bookings.map(({ venue }) => venue))];
  const venues = await venuesById(deps, named);
  const answers = new Map<string, (booking: rules.RoomTime) => Closed>();
  for (const venue of venues) answers.set(venue.id, await closedAmong(deps, venue, now));
  return (booking) => answers.get(booking.venue)?.(booking);
};

/** The same of one booking; one read, unless its venue was read already. */
export const closedNow = async (
  deps: RoomDependencies,
  { state }: Pick<Stored<RoomBooking>, 'state'>,
  now: Instant,
  known?: Stored<Venue>,
): Promise<Closed> => {
  if (!rules.takesSlots(state) || now >= state.startsAt) return undefined;
  const venue = known ?? (await readVenue(deps, state.venue));
  return venue ? (await closedAmong(deps, venue, now))(state) : undefined;
};

type RoomProgress = ResponseInputOf<typeof bookingsPublicContract.routes.requestRoom>['booking'];

/** A booking as whoever made it is shown it. */
export const roomProgress = async (
  deps: RoomDependencies,
  { id, version, state: booking }: Stored<RoomBooking>,
  now: Instant,
  venueRead?: Stored<Venue>,
): Promise<RoomProgress> => {
  const { venue, venueName, room, roomName, day, from, to, startsAt, endsAt, purpose, people } = booking;
  return {
    kind: 'room',
    reference: id,
    version,
    state: booking.state,
    ...{ venue, venueName, room, roomName, day, from, to, startsAt, endsAt, purpose, people },
    requestedAt: booking.requestedAt,
    note: booking.decision?.note,
    closed: await closedNow(deps, { state: booking }, now, venueRead),
    mayCancel: rules.takesSlots(booking) && now < startsAt,
    anonymisedAt: booking.anonymisedAt,
    asOf: now,
  };
};
