import { weekOf } from '../calendar/iso-weeks.rules.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { type Accepted, changeCase, createCase } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { hoursOf, hoursWeekOf, hoursWeekStep, openingAmong, recordKeys } from './hours.usecases.ts';
import {
  correct,
  noOpening,
  type OpeningDecision,
  openingId,
  record,
  timeProblems,
  unclosed,
} from './openings.rules.ts';
import type { Opening } from './openings.states.ts';
import { hoursWeekKey, hoursWeekType, openingKey, openingType } from './openings.store.ts';
import { openingView } from './openings-reading.usecases.ts';
import { minuteOn } from './spans.rules.ts';
import { type VenueRefusal, venueProblem } from './venues.problems.ts';
import type { Span, Venue } from './venues.states.ts';
import { venueKey, venueType } from './venues.store.ts';
import { refuseInvalid, type VenueDependencies, venueAmong, venueMissing } from './venues.usecases.ts';
import type { OpeningView } from './venues.views.ts';
import { recordProblems } from './venues-checks.rules.ts';

interface OpeningOf {
  readonly venue: string;
  readonly day: LocalDate;
}

type Decide = (opening: Opening, venue: Venue, beside: Beside) => OpeningDecision | Accepted<Opening>;

/** The venue beside its opening, in the caller's area. @throws Problem when it is not there or not theirs. */
const venueBeside = (beside: Beside, id: string, { caller }: Pick<StaffCommand, 'caller'>): Venue => {
  const venue = venueAmong(beside, id)?.state;
  if (!venue) throw venueMissing();
  admitNode(venue.node, caller);
  if (venue.state === 'planned') throw venueProblem('venue.not_launched');
  return venue;
};

interface DayChange {
  readonly of: OpeningOf;
  /** What else it is decided on. */
  readonly keys: readonly ItemKey[];
  /** Whether most days have no record yet when this comes: that decides what is tried first, and nothing else. */
  readonly isFirst: boolean;
  readonly decide: Decide;
}

interface DayChanged {
  readonly stored: Stored<Opening>;
  /** Not there for a repeat, which decides nothing. */
  readonly venue: Venue | undefined;
}

/**
 * Changes what is recorded of a day, or records the first of it; of two at once one does, and the other sees it. One
 * read and one transaction, and a read more when the day is not as it mostly is.
 */
const changeDay = async (
  { ledger }: Pick<VenueDependencies, 'ledger'>,
  command: StaffCommand,
  { of: { venue: id, day }, keys, isFirst, decide }: DayChange,
): Promise<DayChanged> => {
  const own = openingId(id, day);
  const all = [venueKey(id), ...keys];
  const nothingYet = venueMissing();
  const taken = venueMissing();
  let venue: Venue | undefined;
  const common = {
    ...{ ledger, type: openingType, command: commandOf(command) },
    refuse: (refusal: VenueRefusal) => venueProblem(refusal),
  };
  const change = async (): Promise<DayChanged> => ({
    stored: await changeCase<Opening, VenueRefusal>({
      ...{ ...common, id: own, ifMatch: undefined, admit: () => undefined, view: () => undefined },
      missing: () => nothingYet,
      beside: all,
      decide: ({ state }, beside) => {
        venue = venueBeside(beside, id, command);
        return decide(state, venue, beside);
      },
    }),
    venue,
  });
  const create = async (): Promise<DayChanged> => ({
    stored: await createCase<Opening, VenueRefusal>({
      ...{ ...common, idFor: () => own, occupied: () => taken },
      make: async () => {
        const { stored, beside } = await ledger.readBeside(openingType, own, all);
        if (stored) throw taken;
        venue = venueBeside(beside, id, command);
        const decided = decide(noOpening(id, venue, day), venue, beside);
        if ('refusal' in decided) throw venueProblem(decided.refusal);
        return decided;
      },
    }),
    venue,
  });
  try {
    return await (isFirst ? create() : change());
  } catch (error) {
    if (error === taken) return change();
    if (error !== nothingYet) throw error;
  }
  try {
    return await create();
  } catch (error) {
    // Somebody else recorded the first of this day in between.
    if (error === taken) return change();
    throw error;
  }
};

interface Recording extends StaffCommand {
  readonly params: { readonly venue: string };
  readonly body: { readonly what: 'open' | 'close'; readonly at?: Instant | undefined };
}

/** What is shown of a day that was just changed; a repeat has not read the venue. */
const shown = async (
  deps: VenueDependencies,
  { venue: id, day }: OpeningOf,
  changed: DayChanged,
  now: Instant,
): Promise<OpeningView> => {
  const venue = changed.venue ?? (await deps.ledger.read(venueType, id))?.state;
  if (!venue) throw venueMissing();
  return openingView(deps, { id, day, venue, opening: changed.stored }, now);
};

/**
 * Records that a venue was opened or closed, now or at the time that is said. Nothing is ever closed by itself: who
 * forgot yesterday's closing is asked for it. Two reads at most and one transaction.
 */
export const recordOpening = async (deps: VenueDependencies, request: Recording): Promise<OpeningView> => {
  const { caller, now, params, body } = request;
  const at = body.at ?? now;
  refuseInvalid(timeProblems(at, now));
  const day = localDateOf(at);
  const of = { venue: params.venue, day };
  const yesterday = addDays(day, -1);
  const changed = await changeDay(deps, request, {
    of,
    keys: [openingKey(params.venue, yesterday)],
    isFirst: body.what === 'open',
    decide: (opening, venue, beside) => {
      if (venue.state === 'ended') return { refusal: 'venue.ended' };
      return record(opening, {
        ...{ what: body.what, at, by: officerOf(caller), how: body.at === undefined ? 'tap' : 'entered' },
        forgotten: unclosed(openingAmong(beside, params.venue, yesterday)?.state) !== undefined,
      });
    },
  });
  return shown(deps, of, changed, now);
};

interface Correcting extends StaffCommand {
  readonly params: { readonly venue: string; readonly day: LocalDate };
  readonly body: { readonly spans: readonly Span[]; readonly reason: string };
}

/**
 * Corrects when a venue was open on a day. Where the Monday check has counted that week already, its figures follow in
 * the same commit.
 */
export const correctOpening = async (deps: VenueDependencies, request: Correcting): Promise<OpeningView> => {
  const { caller, now, params, body } = request;
  const { venue: id, day } = params;
  refuseInvalid(recordProblems(body.spans, minuteOn(day, now)));
  const week = weekOf(day);
  const calendar = await deps.calendars.current(now);
  const changed = await changeDay(deps, request, {
    of: params,
    keys: [hoursWeekKey(id, week), ...recordKeys(id, week)],
    isFirst: false,
    decide: (opening, venue, beside) => {
      const decision = correct(opening, { ...body, by: officerOf(caller), now });
      if ('refusal' in decision) return decision;
      const item = beside(hoursWeekKey(id, week));
      const counted = item && parseStored(hoursWeekType, item);
      if (counted?.state.stage !== 'over') return decision;
      const openingOn = (other: LocalDate) =>
        other === day ? decision.next : openingAmong(beside, id, other)?.state;
      const hours = hoursOf({ venue, week, openingOn }, calendar, now);
      const step = hoursWeekStep(commandOf(request), counted, hoursWeekOf({ id, venue, week }, hours, now));
      return { ...decision, alongside: step ? [step] : [] };
    },
  });
  return shown(deps, params, changed, now);
};
