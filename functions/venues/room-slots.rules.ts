import { minuteOf, minutesPerDay, timeOf } from './spans.rules.ts';
import type { Room, Span } from './venues.states.ts';

type Slotted = Pick<Room, 'slot' | 'longest'>;

/** Starts of the slots from one minute to another; slots begin at whole multiples of their length. */
const starts = (from: number, to: number, slot: number): string[] => {
  const found: string[] = [];
  for (let minute = from; minute + slot <= to; minute += slot) found.push(timeOf(minute));
  return found;
};

/** Every slot of a room on a day on which its venue is open at these hours; what is no whole slot is none. */
export const slotsOn = ({ slot }: Slotted, hours: readonly Span[]): Span[] =>
  hours.flatMap(({ from, to }) =>
    starts(Math.ceil(minuteOf(from) / slot) * slot, minuteOf(to), slot).map((start) => ({
      from: start,
      to: timeOf(minuteOf(start) + slot),
    })),
  );

export type SlotRefusal = 'time' | 'too-long';

/** Starts of the slots a booking from one time to another takes, or why there is no such booking on a day with these hours. */
export const slotsOfBooking = (
  room: Slotted,
  hours: readonly Span[],
  { from, to }: Span,
): { readonly slots: readonly string[] } | { readonly refusal: SlotRefusal } => {
  const minutes = minuteOf(to) - minuteOf(from);
  if (minutes <= 0 || minutes % room.slot !== 0) return { refusal: 'time' };
  if (minutes > room.longest) return { refusal: 'too-long' };
  const there = new Set(slotsOn(room, hours).map((slot) => slot.from));
  const slots = starts(minuteOf(from), minuteOf(to), room.slot);
  return slots.every((start) => there.has(start)) ? { slots } : { refusal: 'time' };
};

/** Starts of every slot of a day that a span touches, whatever the opening hours: what a session of the venue's own takes. */
export const slotsTouched = ({ slot }: Slotted, { from, to }: Span): string[] =>
  starts(
    Math.floor(minuteOf(from) / slot) * slot,
    Math.min(minutesPerDay, Math.ceil(minuteOf(to) / slot) * slot),
    slot,
  );
