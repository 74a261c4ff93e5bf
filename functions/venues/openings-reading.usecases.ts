import type { Stored } from '../platform/ledger/steps.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { plannedSpans } from './day-plan.rules.ts';
import { openingAmong } from './hours.usecases.ts';
import { unclosed } from './openings.rules.ts';
import type { Opening } from './openings.states.ts';
import { openingKey } from './openings.store.ts';
import type { Venue } from './venues.states.ts';
import { venueType } from './venues.store.ts';
import { holidaysOf, type VenueDependencies, venueMissing } from './venues.usecases.ts';
import type { OpeningView } from './venues.views.ts';

interface Shown {
  readonly id: string;
  readonly day: LocalDate;
  readonly venue: Venue;
  readonly opening: Stored<Opening> | undefined;
}

/** What is shown of one day; the day is planned by the calendar as it is. */
export const openingView = async (
  deps: VenueDependencies,
  { id, day, venue, opening }: Shown,
  now: Instant,
): Promise<OpeningView> => {
  const isLeftOpen = unclosed(opening?.state) !== undefined;
  const isToday = day === localDateOf(now);
  return {
    venue: id,
    version: opening?.version ?? 0,
    day,
    spans: opening?.state.spans ?? [],
    corrections: opening?.state.corrections ?? [],
    open: isToday && isLeftOpen,
    noClosing: !isToday && isLeftOpen,
    planned: plannedSpans(venue, day, holidaysOf(await deps.calendars.current(now))),
    asOf: now,
  };
};

/** When a venue was open on each day of a period. One read, of an item for each day. @throws Problem `venue.not_found`. */
export const readOpenings = async (
  deps: VenueDependencies,
  id: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  now: Instant,
): Promise<OpeningView[]> => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const { stored, beside } = await deps.ledger.readBeside(
    venueType,
    id,
    days.map((day) => openingKey(id, day)),
  );
  if (!stored) throw venueMissing();
  return Promise.all(
    days.map((day) =>
      openingView(deps, { id, day, venue: stored.state, opening: openingAmong(beside, id, day) }, now),
    ),
  );
};
