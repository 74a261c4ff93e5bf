import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { daysOfWeek, mondayOf } from '../calendar/iso-weeks.rules.ts';
import { canonicalJson } from '../platform/ledger/chain.ts';
import { type Counts, counterKey, countsOf, type Reading, readCounter } from '../platform/ledger/counters.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { type Command, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import { type HoursOfWeek, weekHours } from './hours.rules.ts';
import type { HoursWeek, Opening } from './openings.states.ts';
import {
  hoursSubject,
  hoursWeekId,
  hoursWeekType,
  openingKey,
  openingType,
  readHoursWeeks,
} from './openings.store.ts';
import type { Venue } from './venues.states.ts';
import { venueType } from './venues.store.ts';
import { type VenueDependencies, venueMissing } from './venues.usecases.ts';
import type { HoursReport, WeekHours } from './venues.views.ts';
import { venuePolicies } from './venues.words.ts';

/** The Monday of a week that was checked to be one. */
export const startOf = (week: string): LocalDate => {
  const monday = mondayOf(week);
  if (!monday) throw new RangeError(`not a week: ${week}`);
  return monday;
};

/** Everything a venue's week is worked out from, but for the venue itself. */
export const recordKeys = (venue: string, week: string): ItemKey[] =>
  daysOfWeek(startOf(week)).map((day) => openingKey(venue, day));

export const openingAmong = (beside: Beside, venue: string, day: LocalDate): Stored<Opening> | undefined => {
  const item = beside(openingKey(venue, day));
  return item && parseStored(openingType, item);
};

interface Week {
  readonly id: string;
  readonly venue: Venue;
  readonly week: string;
  /** What is recorded, by day. */
  readonly openingOn: (day: LocalDate) => Opening | undefined;
}

export const hoursOf = (
  { venue, week, openingOn }: Omit<Week, 'id'>,
  calendar: WorkingCalendar,
  now: Instant,
): HoursOfWeek =>
  weekHours(venue, startOf(week), (day) => openingOn(day)?.spans ?? [], venuePolicies[venue.kind], {
    calendar,
    now,
  });

/** What the check keeps of a week. */
export const hoursWeekOf = (
  { id, venue, week }: Pick<Week, 'id' | 'venue' | 'week'>,
  hours: HoursOfWeek,
  now: Instant,
): HoursWeek => {
  const { planned, actual, extra, ahead, explained, missing, gap, meets, policy, over } = hours;
  const { offPeakPlanned, offPeakActual, offPeakAhead, offPeakExplained } = hours;
  return {
    ...{ venue: id, name: venue.name, node: venue.node, kind: venue.kind, week },
    stage: over ? 'over' : 'ahead',
    ...{ policy, planned, actual, extra, ahead, explained },
    ...{ offPeakPlanned, offPeakActual, offPeakAhead, offPeakExplained },
    ...{ missing, gap, meets, at: now },
  };
};

/** Everything but when it was looked at. */
const contentOf = ({ at: _, ...content }: HoursWeek): string => canonicalJson(content);

/** The next version of what is kept of a week; undefined when nothing in it changes. */
export const hoursWeekStep = (
  command: Command,
  before: Stored<HoursWeek> | undefined,
  next: HoursWeek,
): Step<HoursWeek> | undefined => {
  if (before && contentOf(before.state) === contentOf(next)) return undefined;
  const { stage, planned, actual, gap } = next;
  return stepOf<HoursWeek>(command, {
    type: hoursWeekType,
    id: hoursWeekId(next.venue, next.week),
    before,
    next,
    events: [{ type: before ? 'counted-again' : 'counted', data: { stage, planned, actual, gap } }],
  });
};

/** A venue's week as it stands now. One read of at most eight items. @throws Problem `venue.not_found`. */
export const readHours = async (
  deps: VenueDependencies,
  id: string,
  week: string,
  now: Instant,
): Promise<WeekHours> => {
  const [{ stored, beside }, calendar] = await Promise.all([
    deps.ledger.readBeside(venueType, id, recordKeys(id, week)),
    deps.calendars.current(now),
  ]);
  if (!stored) throw venueMissing();
  const openingOn = (day: LocalDate) => openingAmong(beside, id, day)?.state;
  return {
    venue: id,
    week,
    ...hoursOf({ venue: stored.state, week, openingOn }, calendar, now),
    asOf: now,
  };
};

const totalsOf = (counts: Counts): HoursReport['totals'] => {
  const count = (field: string): number => counts[field] ?? 0;
  return {
    venues: count('venues'),
    meeting: count('meeting'),
    planned: count('planned'),
    actual: count('actual'),
  };
};

/** The Monday check of a place's venues, the worst first. One read and one query; eventually consistent. */
export const readHoursReport = async (
  store: Store,
  node: string,
  week: string,
  now: Instant,
): Promise<HoursReport> => {
  const [counts, rows] = await Promise.all([
    readCounter(store, hoursSubject(node), week),
    readHoursWeeks(store, node, week),
  ]);
  return {
    week,
    totals: totalsOf(counts),
    rows,
    asOf: now,
  };
};

/** How many venues of a node kept a week, and its minutes, to be read with others. */
export const hoursFigures = (node: string, week: string): Reading<HoursReport['totals']> => {
  const key = counterKey(hoursSubject(node), week);
  return { keys: [key], read: (found) => totalsOf(countsOf(found(key))) };
};
