import { addDays, addMinutes, type Instant, type LocalDate } from '../platform/runtime/time.ts';
import type { IsHoliday } from '../venues/day-plan.rules.ts';
import type { Venue } from '../venues/venues.states.ts';
import type { VenueRow } from '../venues/venues.views.ts';
import type { PublicActivity, PublicSession } from './culture-public.views.ts';
import type { Activity, Session } from './programme.states.ts';
import { limits, sessionIdOf } from './programme.words.ts';

/** Days ahead that opening hours are shown for with their holidays. */
const holidayDays = 62;
/** Days ahead a list or a map looks for the next opening; closures after that are on the venue's own page. */
const listedDays = 14;

export const holidaysFrom = (today: LocalDate, isHoliday: IsHoliday): LocalDate[] =>
  Array.from({ length: holidayDays }, (_, days) => addDays(today, days)).filter(isHoliday);

/** A venue's row with what a list or a map needs of its closures, and no more: there are hundreds of rows. */
export const withNearClosures = (row: VenueRow, today: LocalDate): VenueRow => {
  const last = addDays(today, listedDays);
  return { ...row, exceptions: row.exceptions.filter(({ from }) => from <= last) };
};

/** The row a list would have of a venue. */
export const rowOf = (id: string, version: number, venue: Venue): VenueRow => {
  const { state, kind, name, node, address, position, phone, capacity, facilities, access } = venue;
  return {
    ...{
      venue: id,
      version,
      state,
      kind,
      name,
      node,
      address,
      position,
      phone,
      capacity,
      facilities,
      access,
    },
    bookableRooms: venue.rooms.filter(({ bookable }) => bookable).length,
    timetables: venue.timetables,
    exceptions: venue.exceptions.map(({ by: _, ...exception }) => exception),
  };
};

/** Instants, the first included, the second not. */
export interface Period {
  readonly from: Instant;
  readonly before: Instant;
}

/** Everything that is not over begins in it. */
export const aheadOf = (now: Instant): Period => ({
  from: addMinutes(now, -limits.sessionHours * 60),
  before: addMinutes(now, (limits.aheadDays + 1) * 24 * 60),
});

const offerFor = (id: string, { enrolment }: Activity, no: number): string | undefined => {
  if (enrolment.per === 'none') return undefined;
  return enrolment.per === 'whole' ? id : sessionIdOf(id, no);
};

const publicSession = (id: string, activity: Activity, session: Session): PublicSession => {
  const { no, state, from, to, venue, room, place, moved } = session;
  return {
    ...{ session: sessionIdOf(id, no), no, state, from, to, venue, room, place, moved },
    cancelled: session.state === 'cancelled' ? session.cancelled : undefined,
    offer: offerFor(id, activity, no),
  };
};

/** An activity as everybody may see it; undefined when it was never published. */
export const publicActivity = (
  {
    id,
    version,
    state: activity,
  }: { readonly id: string; readonly version: number; readonly state: Activity },
  now: Instant,
): PublicActivity | undefined => {
  if (activity.state === 'draft' || activity.publishedAt === undefined) return undefined;
  const { state, category, level, title, summary, audience, organiser, teacher, node, villages, link } =
    activity;
  const { photos, enrolment, publishedAt } = activity;
  return {
    ...{ activity: id, version, state, category, level, title, summary, audience, organiser, teacher },
    ...{ node, villages, link, photos, enrolment, publishedAt },
    sessions: activity.sessions
      .map((session) => publicSession(id, activity, session))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    cancelled:
      activity.state === 'cancelled' ? { at: activity.over.at, reason: activity.over.reason } : undefined,
    asOf: now,
  };
};
