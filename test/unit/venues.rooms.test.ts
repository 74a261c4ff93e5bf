import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slotsOfBooking, slotsOn, slotsTouched } from '../../functions/venues/room-slots.rules.ts';
import { minuteOf, timeOf } from '../../functions/venues/spans.rules.ts';

const hour = { slot: 60, longest: 180 };
const half = { slot: 30, longest: 90 };
const open = [
  { from: '08:45', to: '12:00' },
  { from: '14:00', to: '17:30' },
];
const starts = (room: typeof hour) => slotsOn(room, open).map(({ from }) => from);

describe('slots of a room', () => {
  test('are whole ones within the opening hours, on the hour or half hour', () => {
    expect(starts(hour)).toEqual(['09:00', '10:00', '11:00', '14:00', '15:00', '16:00']);
    expect(starts(half)).toHaveLength(6 + 7);
  });

  test.each([
    ['one slot', '09:00', '10:00', { slots: ['09:00'] }],
    ['three slots', '14:00', '17:00', { slots: ['14:00', '15:00', '16:00'] }],
    ['longer than the room is given', '08:00', '12:00', { refusal: 'too-long' }],
    ['over the lunch break', '11:00', '14:00', { refusal: 'time' }],
    ['not on the hour', '09:30', '10:30', { refusal: 'time' }],
    ['before opening', '08:00', '09:00', { refusal: 'time' }],
    ['nothing', '09:00', '09:00', { refusal: 'time' }],
    ['turned round', '10:00', '09:00', { refusal: 'time' }],
    ['until midnight', '23:00', '24:00', { refusal: 'time' }],
  ])('a booking of %s', (_, from, to, expected) => {
    expect(slotsOfBooking(hour, open, { from, to })).toEqual(expected);
  });

  test('a session takes every slot it touches, whatever the hours', () => {
    expect(slotsTouched(hour, { from: '18:50', to: '20:10' })).toEqual(['18:00', '19:00', '20:00']);
    expect(slotsTouched(half, { from: '23:40', to: '24:00' })).toEqual(['23:30']);
  });

  test('two bookings that share a minute share a slot, and two that do not share none', () => {
    const time = fc.integer({ min: 0, max: 48 }).map((n) => n * 30);
    const booking = fc
      .tuple(time, time)
      .filter(([a, b]) => a < b)
      .map(([a, b]) => ({ from: timeOf(a), to: timeOf(b) }));
    const always = [{ from: '00:00', to: '24:00' }];
    const room = { slot: 30, longest: 24 * 60 };
    const taken = (span: { from: string; to: string }): readonly string[] => {
      const result = slotsOfBooking(room, always, span);
      return 'slots' in result ? result.slots : [];
    };
    fc.assert(
      fc.property(booking, booking, (a, b) => {
        const overlap = minuteOf(a.from) < minuteOf(b.to) && minuteOf(b.from) < minuteOf(a.to);
        expect(taken(a).some((slot) => taken(b).includes(slot))).toBe(overlap);
        expect(taken(a)).toEqual(slotsTouched(room, a));
      }),
    );
  });
});
