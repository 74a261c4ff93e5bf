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
import type { Opening, Recorded } from './openings.states.ts';
import { minutesOf } from './spans.rules.ts';
import type { VenueRefusal } from './venues.problems.ts';
import type { Span, Venue } from './venues.states.ts';
import { limits } from './venues.words.ts';
import { venueFieldProblem } from './venues-checks.rules.ts';

export type OpeningDecision = Decision<Opening, VenueRefusal>;

/** One a venue and day. */
export const openingId = (venue: string, day: LocalDate): string => `${venue}.${day}`;

export const noOpening = (venue: string, { node }: Pick<Venue, 'node'>, day: LocalDate): Opening => ({
  ...{ venue, node, day, spans: [], corrections: [] },
});

/** The opening nobody has closed yet: only the last can be one. */
export const unclosed = (opening: Pick<Opening, 'spans'> | undefined): Recorded | undefined =>
  opening?.spans.find(({ to }) => to === undefined);

interface Recording {
  readonly what: 'open' | 'close';
  readonly at: Instant;
  readonly by: Officer;
  readonly how: Recorded['how'];
  /** Whether the day before has an opening that was never closed. */
  readonly forgotten: boolean;
}

/** Why this time of an opening or closing cannot be recorded now; nothing when it can. */
export const timeProblems = (at: Instant, now: Instant) => {
  if (at > now) return [venueFieldProblem('at', 'venue.time_future')];
  const isLongAgo = at < addMinutes(now, -limits.enteredHours * 60);
  return isLongAgo ? [venueFieldProblem('at', 'venue.time_long_ago', limits.enteredHours)] : [];
};

const opened = (opening: Opening, { at, by, how }: Recording): OpeningDecision => {
  if (unclosed(opening)) return { refusal: 'venue.opened_already' };
  if (opening.spans.some(({ to }) => to !== undefined && at < to)) return { refusal: 'venue.time_taken' };
  if (opening.spans.length >= limits.recorded) return { refusal: 'venue.recorded_full' };
  return {
    next: { ...opening, spans: [...opening.spans, { from: at, by, how }] },
    events: [{ type: 'opened', data: { at, how } }],
  };
};

const closed = (opening: Opening, { at, how, forgotten }: Recording): OpeningDecision => {
  const open = unclosed(opening);
  if (!open) return { refusal: forgotten ? 'venue.closing_forgotten' : 'venue.not_open' };
  if (at <= open.from) return { refusal: 'venue.not_open' };
  const spans = opening.spans.map((span) => (span === open ? { ...span, to: at } : span));
  return { next: { ...opening, spans }, events: [{ type: 'closed', data: { at, how } }] };
};

/** One tap at the door, or what is entered shortly afterwards. */
export const record = (opening: Opening, recording: Recording): OpeningDecision =>
  recording.what === 'open' ? opened(opening, recording) : closed(opening, recording);

interface Correcting {
  readonly spans: readonly Span[];
  readonly reason: string;
  readonly by: Officer;
  readonly now: Instant;
}

/** Puts a day right; what stood there stays beside it with the reason. */
export const correct = (opening: Opening, { spans, reason, by, now }: Correcting): OpeningDecision => {
  const { day } = opening;
  if (day < addDays(localDateOf(now), -limits.correctionDays)) return { refusal: 'venue.day_too_old' };
  if (opening.corrections.length >= limits.corrections) return { refusal: 'venue.corrections_full' };
  const midnight = startOfDay(day);
  const after = spans
    .map(minutesOf)
    .sort((a, b) => a.from - b.from)
    .map(
      ({ from, to }): Recorded => ({
        from: addMinutes(midnight, from),
        to: addMinutes(midnight, to),
        by,
        how: 'entered',
      }),
    );
  return {
    next: {
      ...opening,
      spans: after,
      corrections: [...opening.corrections, { at: now, by, reason, before: opening.spans, after }],
    },
    events: [{ type: 'corrected', data: { reason } }],
  };
};
