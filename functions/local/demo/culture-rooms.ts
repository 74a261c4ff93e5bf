import { consentVersion } from '../../bookings/bookings.words.ts';
import { programmeOffers } from '../../bookings/programme-offers.usecases.ts';
import { requestRoom } from '../../bookings/rooms.usecases.ts';
import { Problem } from '../../platform/contract/problems.ts';
import { addDays, addMinutes, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { plannedSpans } from '../../venues/day-plan.rules.ts';
import { slotsOn } from '../../venues/room-slots.rules.ts';
import { holidaysOf } from '../../venues/venues.usecases.ts';
import { type CultureLoading, cultureAtOnce } from './culture-loading.ts';
import type { StandingVenue } from './culture-venues.ts';
import { forEach } from './for-each.ts';
import { nameFor } from './personas.ts';

const purposes = [
  ['社区舞蹈队排练', '夕阳红舞蹈队'],
  ['读书会', '半亩方塘读书会'],
  ['合唱练习', '职工合唱团'],
  ['志愿者培训', '青年志愿者协会'],
  ['书画交流', '老年书画研究会'],
] as const;

/** The days ahead and the rooms asked for: the first anybody may book, the third is decided by the venue. */
const asked = [
  { days: 2, room: 0 },
  { days: 5, room: 2 },
] as const;

/** Rooms of stations and studies that people have booked for the last hours of a day, or asked for. */
export const bookRooms = async (loading: CultureLoading, venues: readonly StandingVenue[]): Promise<void> => {
  const { deps, now, signal } = loading;
  const isHoliday = holidaysOf(await deps.calendars.current(now));
  const requests = venues
    .filter(({ village }) => village === undefined)
    .flatMap((venue, index) => asked.map((one, n) => ({ ...one, venue, number: index * asked.length + n })));
  const request = async ({ venue, days, room: at, number }: (typeof requests)[number]): Promise<void> => {
    const { state: stored, id } = venue.stored;
    const room = stored.rooms[at];
    const day = addDays(localDateOf(now), days);
    const [from, to] = room ? slotsOn(room, plannedSpans(stored, day, isHoliday)).slice(-2) : [];
    // Closed on that day, or announced to be.
    if (signal.aborted || !room || !from || !to || from.to !== to.from) return;
    const [purpose, organisation] = purposes[number % purposes.length] ?? purposes[0];
    const key = `room-${venue.key}-${room.no}`;
    const command = {
      ...{ key: `demo-${key}`, request: key, actor: { kind: 'resident' as const } },
      now: addMinutes(startOfDay(addDays(localDateOf(now), -2)), 9 * 60 + number * 11),
    };
    const contact = { name: nameFor(key), phone: `1999010${1_000 + number}` };
    try {
      await requestRoom(
        { ...deps, offers: programmeOffers },
        command,
        {
          ...{ venue: id, room: String(room.no), day, from: from.from, to: to.to, purpose, organisation },
          ...{ people: 10, contact, source: 'form', consent: consentVersion },
        },
        undefined,
      );
    } catch (error) {
      // Whoever looks at the site may have been faster.
      if (!(error instanceof Problem) || error.code !== 'booking.room_taken') throw error;
    }
  };
  await forEach(requests, request, cultureAtOnce);
  signal.throwIfAborted();
};
