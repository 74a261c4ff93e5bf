import type { Officer } from '../platform/contract/officer.ts';
import type { Accepted, Decision } from '../platform/ledger/change.ts';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import { addDays, dayOfWeek, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { timetableOn } from './day-plan.rules.ts';
import type {
  ExceptionFields,
  NewVenue,
  RoomFields,
  TimetableFields,
  VenueDetails,
} from './venues.fields.ts';
import type { VenueRefusal } from './venues.problems.ts';
import type { Timetable, Venue, VenueException } from './venues.states.ts';
import { limits } from './venues.words.ts';

/** Who acts, and when. */
export interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

export type VenueDecision = Decision<Venue, VenueRefusal>;

const decided = (
  next: Venue,
  type: string,
  data: Readonly<Record<string, unknown>> = {},
): Accepted<Venue> => ({
  next,
  events: [{ type, data }],
});

/** Numbers those that have none yet, from the last one given out. */
const numbered = <T extends { readonly no?: number | undefined }>(
  listed: readonly T[],
  last: number,
): { readonly all: (T & { readonly no: number })[]; readonly last: number } => {
  let given = last;
  const all = listed.map((one) => {
    if (one.no !== undefined) return { ...one, no: one.no };
    given += 1;
    return { ...one, no: given };
  });
  return { all, last: given };
};

const byFrom = <T extends { readonly from: LocalDate }>(listed: readonly T[]): T[] =>
  [...listed].sort((a, b) => (a.from < b.from ? -1 : 1));

const withTimetables = (venue: Venue, timetables: readonly TimetableFields[]): Venue => {
  const { all, last } = numbered(timetables, venue.last.timetable);
  return { ...venue, timetables: byFrom(all), last: { ...venue.last, timetable: last } };
};

const withRooms = (venue: Venue, rooms: readonly RoomFields[]): Venue => {
  const { all, last } = numbered(rooms, venue.last.room);
  return { ...venue, rooms: all, last: { ...venue.last, room: last } };
};

/** A venue nobody has written down before. A planned one may still be without hours. */
export const writeDown = (
  { open, rooms, timetables, ...details }: NewVenue,
  { now }: Act,
): Accepted<Venue> | { readonly refusal: 'venue.no_timetable' } => {
  if (open && timetables.length === 0) return { refusal: 'venue.no_timetable' };
  const bare: Venue = {
    state: open ? 'open' : 'planned',
    ...details,
    photos: [],
    rooms: [],
    timetables: [],
    exceptions: [],
    last: { room: 0, timetable: 0, exception: 0 },
    createdAt: now,
  };
  return decided(withRooms(withTimetables(bare, timetables), rooms), 'written-down', { name: details.name });
};

type Rule<T> = (venue: Venue, what: T, act: Act) => VenueDecision;

/** A rule for venues that are not given up. */
const unlessEnded =
  <T>(rule: Rule<T>): Rule<T> =>
  (venue, what, act) =>
    venue.state === 'ended' ? { refusal: 'venue.ended' } : rule(venue, what, act);

export const changeDetails = unlessEnded<VenueDetails>((venue, details) =>
  decided({ ...venue, phone: undefined, ...details }, 'changed', {}),
);

export const launch = unlessEnded<undefined>((venue) => {
  if (venue.state !== 'planned') return { refusal: 'venue.not_planned' };
  if (venue.timetables.length === 0) return { refusal: 'venue.no_timetable' };
  return decided({ ...venue, state: 'open' }, 'launched');
});

/** The usual hours of a day and its rule for holidays, as text to compare. */
const hoursOn = (timetables: readonly Timetable[], day: LocalDate): string | undefined => {
  const timetable = timetableOn(timetables, day);
  return timetable && JSON.stringify([timetable.week[dayOfWeek(day) - 1], timetable.holidays]);
};

/** Whether a day before today, as far back as hours are asked about, would be planned otherwise than it was. */
const changesPast = (
  before: readonly Timetable[],
  after: readonly Timetable[],
  today: LocalDate,
): boolean => {
  for (let daysAgo = 1; daysAgo <= limits.exceptionKeptDays; daysAgo++) {
    const day = addDays(today, -daysAgo);
    const was = hoursOn(before, day);
    if (was !== undefined && was !== hoursOn(after, day)) return true;
  }
  return false;
};

export const setTimetables = unlessEnded<readonly TimetableFields[]>((venue, timetables, { now }) => {
  const next = withTimetables(venue, timetables);
  if (venue.state === 'open' && changesPast(venue.timetables, next.timetables, localDateOf(now))) {
    return { refusal: 'venue.past_changed' };
  }
  return decided(next, 'timetables-set');
});

/** Announces a closure or an additional opening; a closure is short when nobody could have planned by it. */
export const announce = unlessEnded<ExceptionFields>((venue, fields, { by, now }) => {
  const today = localDateOf(now);
  const oldest = addDays(today, -limits.exceptionKeptDays);
  const kept = venue.exceptions.filter(({ to }) => to >= oldest);
  if (kept.length >= limits.exceptions) return { refusal: 'venue.closures_full' };
  const no = venue.last.exception + 1;
  const short = fields.kind === 'closed' && fields.from < addDays(today, limits.noticeDays);
  const exception: VenueException = { ...fields, no, announcedAt: now, by, short };
  return decided(
    { ...venue, exceptions: byFrom([...kept, exception]), last: { ...venue.last, exception: no } },
    'announced',
    { no, kind: fields.kind, short },
  );
});

/** Takes an announcement back: whole before its first day, otherwise from today on. */
export const withdraw = unlessEnded<number>((venue, no, { now }) => {
  const today = localDateOf(now);
  const exception = venue.exceptions.find((one) => one.no === no);
  if (!exception) return { refusal: 'venue.closure_not_found' };
  if (exception.to < today) return { refusal: 'venue.closure_over' };
  const others = venue.exceptions.filter((one) => one !== exception);
  const left = exception.from < today ? [{ ...exception, to: addDays(today, -1) }] : [];
  return decided({ ...venue, exceptions: byFrom([...others, ...left]) }, 'withdrawn', { no });
});

export const setRooms = unlessEnded<readonly RoomFields[]>((venue, rooms) =>
  decided(withRooms(venue, rooms), 'rooms-set'),
);

export const setKeeper = unlessEnded<Officer | undefined>((venue, keeper) =>
  decided({ ...venue, keeper }, 'keeper-set', keeper ? { keeper } : {}),
);

export const setPhotos = unlessEnded<readonly PhotoId[]>((venue, photos) =>
  decided({ ...venue, photos: [...photos] }, 'photos-set', { photos: photos.length }),
);

/** What of a period lies before or on its last day. */
const until = <T extends { readonly from: LocalDate; readonly to?: LocalDate | undefined }>(
  periods: readonly T[],
  last: LocalDate,
): T[] =>
  periods
    .filter(({ from }) => from <= last)
    .map((period) => (period.to !== undefined && period.to <= last ? period : { ...period, to: last }));

/** Gives a venue up: today is the last day anything is promised. */
export const end = unlessEnded<string>((venue, reason, { by, now }) => {
  const today = localDateOf(now);
  return decided(
    {
      ...venue,
      state: 'ended',
      timetables: until(venue.timetables, today),
      exceptions: until(venue.exceptions, today),
      ended: { at: now, by, reason },
    },
    'ended',
    { reason },
  );
});
