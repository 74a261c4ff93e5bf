import type { Tree } from '../access/access.views.ts';
import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { daysOfWeek, weekOf } from '../calendar/iso-weeks.rules.ts';
import { commitEach } from '../platform/ledger/commit-each.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Command, Step, Stored } from '../platform/ledger/steps.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import { addDays, endOfDay, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { hoursOf, hoursWeekOf, hoursWeekStep, startOf } from './hours.usecases.ts';
import { openingId } from './openings.rules.ts';
import type { HoursWeek } from './openings.states.ts';
import { hoursWeekId, hoursWeekType, openingType } from './openings.store.ts';
import type { Venue } from './venues.states.ts';
import { readVenues, venueType } from './venues.store.ts';
import type { VenueDependencies } from './venues.usecases.ts';
import { venuePolicies } from './venues.words.ts';

export interface WatchDependencies extends VenueDependencies {
  readonly nodes: { readonly tree: (now: Instant) => Promise<Tree> };
}

/** Weeks looked back, so that an outage leaves none uncounted. */
const weeksBack = 4;
/** Venues counted at once: their openings are some hundred items. */
const atOnce = 50;

/** Every venue with a promise, as it is now. One given up is no longer judged. */
const promised = async (deps: WatchDependencies, now: Instant): Promise<Stored<Venue>[]> => {
  const district = (await deps.nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
  const rows = district ? await readVenues(deps.store, district.path) : [];
  const ids = rows.map(({ venue }) => venue);
  const venues = await readCases(deps.store, venueType, ids);
  return venues.filter(({ state }) => state.state === 'open' && venuePolicies[state.kind] !== undefined);
};

/** Whether there was anything to promise yet: not before it stood in the list, nor before its first timetable. */
const hadBegun = ({ createdAt, timetables }: Venue, monday: LocalDate): boolean => {
  const sunday = addDays(monday, 6);
  return (
    createdAt < endOfDay(sunday) && (timetables.length === 0 || timetables.some(({ from }) => from <= sunday))
  );
};

interface Counting {
  readonly week: string;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

const stepsFor = async (
  deps: WatchDependencies,
  venues: readonly Stored<Venue>[],
  { week, calendar, now }: Counting,
): Promise<Step<HoursWeek>[]> => {
  const days = daysOfWeek(startOf(week));
  const isOver = week < weekOf(localDateOf(now));
  const known = await readCases(
    deps.store,
    hoursWeekType,
    venues.map(({ id }) => hoursWeekId(id, week)),
  );
  const countedBefore = new Map(known.map((stored) => [stored.id, stored]));
  const toCount = venues.filter(({ id }) => {
    const before = countedBefore.get(hoursWeekId(id, week));
    return !before || (isOver && before.state.stage === 'ahead');
  });
  const recorded = isOver ? toCount.flatMap(({ id }) => days.map((day) => openingId(id, day))) : [];
  const openings = new Map(
    (await readCases(deps.store, openingType, recorded)).map(({ id, state }) => [id, state]),
  );
  return toCount.flatMap(({ id, state: venue }) => {
    const openingOn = (day: LocalDate) => openings.get(openingId(id, day));
    // A week that begins is counted as it is planned, also by a run that comes late.
    const at = isOver ? now : justBefore(startOf(week));
    const hours = hoursOf({ venue, week, openingOn }, calendar, at);
    const command: Command = {
      key: `venue-hours ${hoursWeekId(id, week)} ${isOver ? 'over' : 'ahead'}`,
      request: '',
      actor: { kind: 'schedule', name: 'venue-hours' },
      now,
    };
    return (
      hoursWeekStep(
        command,
        countedBefore.get(hoursWeekId(id, week)),
        hoursWeekOf({ id, venue, week }, hours, now),
      ) ?? []
    );
  });
};

/** Just before a week begins. */
const justBefore = (monday: LocalDate): Instant => endOfDay(addDays(monday, -1));

const isBelow = ({ after: { state } }: Step<HoursWeek>): boolean =>
  !(state.stage === 'ahead' ? state.meets.planned : state.meets.hours) || !state.meets.offPeak;

/**
 * Counts the week that begins as it is planned and every week that ended and was not counted yet, once for each venue:
 * a run after an outage counts all that was missed, one after a run that broke off what that left, a second run or one
 * beside it nothing. Found are venues below the promise.
 */
export const checkHours = async (deps: WatchDependencies, now: Instant): Promise<Run> => {
  const [venues, calendar] = await Promise.all([promised(deps, now), deps.calendars.current(now)]);
  const today = localDateOf(now);
  let examined = 0;
  let found = 0;
  let known = 0;
  let failed = 0;
  for (let back = weeksBack; back >= 0; back--) {
    const week = weekOf(addDays(today, -7 * back));
    const begun = venues.filter(({ state }) => hadBegun(state, startOf(week)));
    for (let from = 0; from < begun.length; from += atOnce) {
      const part = begun.slice(from, from + atOnce);
      examined += part.length;
      try {
        const steps = await stepsFor(deps, part, { week, calendar, now });
        known += part.length - steps.length;
        const outcomes = await commitEach(
          deps.store,
          steps.map((step) => ({ step, companions: [] })),
        );
        // Counted by a run beside this one, or corrected meanwhile: not this run's.
        found += steps.filter((step, n) => outcomes[n]?.outcome === 'committed' && isBelow(step)).length;
      } catch (error) {
        failed += part.length;
        deps.log.error('sweep.record_failed', { id: week }, error);
      }
    }
  }
  return { examined, found, skipped: { 'counted-before': known }, failed };
};
