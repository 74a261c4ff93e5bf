import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../platform/runtime/time.ts';
import { slotsOfBooking } from '../venues/room-slots.rules.ts';
import { minuteOf } from '../venues/spans.rules.ts';
import type { Room, Span, Venue } from '../venues/venues.states.ts';
import type { BookingRefusal } from './bookings.problems.ts';
import { limits } from './bookings.words.ts';
import type { RoomBooking } from './rooms.states.ts';

export type RoomDecision = Decision<RoomBooking, BookingRefusal>;

export interface RoomAsked {
  readonly day: LocalDate;
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

/** A time of a local day as an instant. */
export const instantOn = (day: LocalDate, time: string): Instant =>
  addMinutes(startOfDay(day), minuteOf(time));

/** A room that can be booked at all, or why there is none. */
export const bookableRoom = (
  venue: Venue | undefined,
  no: number,
): { readonly room: Room } | { readonly refusal: BookingRefusal } => {
  const room = venue?.rooms.find((one) => one.no === no);
  if (!room) return { refusal: 'booking.room_unknown' };
  return room.bookable && venue?.state === 'open' ? { room } : { refusal: 'booking.room_not_bookable' };
};

/** Days on which a room can be asked for: from today, and not too far ahead for the venue to know its own plans. */
export const isBookableDay = (day: LocalDate, now: Instant): boolean => {
  const today = localDateOf(now);
  return day >= today && day <= addDays(today, limits.roomDays);
};

/** The slots such a booking takes, or why it cannot be had. Whether they are free the commit decides. */
export const roomSlots = (
  room: Room,
  open: readonly Span[],
  asked: RoomAsked,
  now: Instant,
): { readonly slots: readonly string[] } | { readonly refusal: BookingRefusal; readonly detail?: string } => {
  if (!isBookableDay(asked.day, now)) return { refusal: 'booking.room_past' };
  if (asked.people > room.capacity)
    return { refusal: 'booking.room_too_small', detail: String(room.capacity) };
  const found = slotsOfBooking(room, open, asked);
  if ('refusal' in found) {
    return found.refusal === 'time'
      ? { refusal: 'booking.room_time', detail: open.map(({ from, to }) => `${from}–${to}`).join(' ') }
      : { refusal: 'booking.room_too_long', detail: String(room.longest) };
  }
  if (instantOn(asked.day, asked.from) <= now) return { refusal: 'booking.room_past' };
  return found.slots.length > limits.slots ? { refusal: 'booking.room_too_long' } : found;
};

/** When and where a booking is, and how it stands. */
export type RoomTime = Pick<RoomBooking, 'state' | 'room' | 'day' | 'from' | 'to' | 'startsAt'>;

/** Why a booking cannot take place by the hours its venue plans now; undefined when it can. */
export const closedFor = (
  venue: Venue,
  { room, day, from, to }: Pick<RoomTime, 'room' | 'day' | 'from' | 'to'>,
  open: readonly Span[],
): { readonly reason?: string } | undefined => {
  if (venue.state === 'ended') return { reason: venue.ended.reason };
  const isOpen = open.some((span) => span.from <= from && to <= span.to);
  if (isOpen && venue.rooms.some(({ no }) => no === room)) return undefined;
  const closure = venue.exceptions.find(
    (one) =>
      one.kind === 'closed' &&
      one.from <= day &&
      day <= one.to &&
      (!one.span || (one.span.from < to && from < one.span.to)),
  );
  return closure ? { reason: closure.reason } : {};
};

/** Whether it takes up its slots. */
export const takesSlots = ({ state }: Pick<RoomBooking, 'state'>): boolean =>
  state === 'requested' || state === 'booked';

/** Whether it counts among the rooms its phone may have: what the counter gives somebody is the counter's to judge. */
export const isCounted = ({ source }: RoomBooking): boolean => source === 'form';

const decided = (
  booking: RoomBooking,
  state: RoomBooking['state'],
  type: string,
  {
    by,
    now,
    note,
  }: { readonly by?: Officer | undefined; readonly now: Instant; readonly note?: string | undefined },
): RoomDecision => ({
  next: {
    ...booking,
    state,
    decision: { at: now, ...(by ? { by } : {}), ...(note === undefined ? {} : { note }) },
  },
  events: [{ type, data: note === undefined ? {} : { note } }],
});

/** Grants or refuses what was asked for, with a reason. */
export const decide = (
  booking: RoomBooking,
  refusedBecause: string | undefined,
  by: Officer,
  now: Instant,
): RoomDecision => {
  if (booking.state !== 'requested' || booking.startsAt <= now) {
    return { refusal: 'booking.transition_not_allowed', detail: booking.state };
  }
  return refusedBecause === undefined
    ? decided(booking, 'booked', 'granted', { by, now })
    : decided(booking, 'refused', 'refused', { by, now, note: refusedBecause });
};

/** Gives the room back before it begins. */
export const cancelRoom = (
  booking: RoomBooking,
  { by, now, note }: { readonly by?: Officer; readonly now: Instant; readonly note?: string },
): RoomDecision => {
  if (!takesSlots(booking)) return { refusal: 'booking.already_cancelled', detail: booking.state };
  if (booking.startsAt <= now) return { refusal: 'booking.cutoff_passed', detail: booking.startsAt };
  return decided(booking, 'cancelled', 'cancelled', { by, now, note });
};

/** Undefined unless nobody decided on it before it began. */
export const lapseRoom = (booking: RoomBooking, now: Instant): RoomDecision | undefined =>
  booking.state === 'requested' && booking.startsAt <= now
    ? decided(booking, 'lapsed', 'lapsed', { now })
    : undefined;
