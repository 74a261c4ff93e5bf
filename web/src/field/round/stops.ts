import { localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';
import type { DoneWords, KeptEntry, SentEntry } from '../phone/kept.ts';
import type { Round, Stop } from '../service.ts';

/** A household in a campaign: what one visit form is about. */
export const stopId = ({ campaign, household }: Pick<Stop, 'campaign' | 'household'>): string =>
  `${campaign}.${household}`;

/**
 * How the round has a household now. A visit changes it: as long as it is the same as when a visit was made, the
 * list does not know of that visit yet.
 */
export const stateOf = ({ day, slot, why, tries }: Stop): string => [day, slot, why, tries].join(' ');

type Made = KeptEntry | SentEntry;

export interface DoneStop extends DoneWords {
  /** The entry on this phone; undefined when the visit was made on another. */
  readonly entryId: string | undefined;
  readonly isSent: boolean;
  readonly isRefused: boolean;
}

export interface Stops {
  readonly overdue: readonly Stop[];
  readonly today: readonly Stop[];
  readonly later: readonly Stop[];
  /** The day's own, the latest first. */
  readonly done: readonly DoneStop[];
}

const doneOnPhone = (made: Made): DoneStop => ({
  ...{ entryId: made.entryId, stop: made.stop, address: made.address },
  visit: 'sentAt' in made ? made.visit : '',
  at: 'sentAt' in made ? made.at : made.visit.at,
  outcome: 'sentAt' in made ? made.outcome : made.visit.outcome,
  isSent: 'sentAt' in made,
  isRefused: 'refusal' in made && made.refusal !== undefined,
});

const dayOf = (instant: string): string => localDateOf(parseInstant(instant));

/**
 * The round with what was done on this phone laid over it: a household just visited is ticked at once, signal or not,
 * and one the list shows anew since (an appointment for the evening) is to be visited again.
 * @param today the day now, which may be later than the round's
 */
export const stopsOf = (
  { rows, later }: Pick<Round, 'rows' | 'later'>,
  knownDone: readonly DoneWords[],
  made: readonly Made[],
  today: string,
): Stops => {
  const seen = new Set(made.map((each) => `${each.stop} ${each.seen}`));
  const open = [...rows, ...later].filter((stop) => !seen.has(`${stopId(stop)} ${stateOf(stop)}`));
  const here = made.map(doneOnPhone);
  const known = new Set(here.map(({ visit }) => visit));
  const elsewhere = knownDone
    .filter(({ visit }) => !known.has(visit))
    .map((each): DoneStop => ({ ...each, entryId: undefined, isSent: true, isRefused: false }));
  return {
    overdue: open.filter(({ day }) => day < today),
    today: open.filter(({ day }) => day === today),
    later: open.filter(({ day }) => day > today),
    done: [...here, ...elsewhere]
      .filter(({ at }) => dayOf(at) === today)
      .sort((one, other) => other.at.localeCompare(one.at)),
  };
};
