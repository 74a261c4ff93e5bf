import type { Instant } from '../platform/runtime/time.ts';

/**
 * The line for places. Nobody counts places while enrolling: everybody takes a number and stands in line with items
 * of their own, and one settler at a time, whoever sees a free place, moves people from its head onto the places.
 * Giving places back works the same way: they are left beside the line until a settler counts them.
 */

/** Somebody who waits: their number is their rank. */
export interface LineEntry {
  readonly n: number;
  readonly enrolment: string;
  readonly places: number;
  /** When the number was taken. */
  readonly at: Instant;
}

/** Places somebody gave back that nobody has counted yet. */
export interface Freed {
  /** What tells it from every other one. */
  readonly key: string;
  readonly places: number;
}

/** The count of an offer. Only settlers write it, each on the version it read. */
export interface Places {
  readonly capacity: number;
  /** Places of everybody confirmed or held, and those given back that are not counted yet: never too few. */
  readonly taken: number;
  /** The last number a settler has come to: whoever waits with a lower one was passed over for want of room. */
  readonly settled: number;
  readonly version: number;
}

export interface Settlement {
  /** Whom to place, in order. */
  readonly placed: readonly LineEntry[];
  readonly taken: number;
  readonly settled: number;
  /** Whether somebody further back could still be placed; the line has to be read on. */
  readonly goesOn: boolean;
}

/** Milliseconds somebody has from taking a number to standing in line, before those behind stop waiting for them. */
export const inFlight = 2_000;

const ageOf = (at: Instant, now: Instant): number => Date.parse(now) - Date.parse(at);

export const freePlaces = ({ capacity, taken }: Pick<Places, 'capacity' | 'taken'>): number =>
  Math.max(0, capacity - taken);

/**
 * Who can be placed now. The order is that of the numbers. A missing number may be somebody whose commit is still
 * under way, so nobody goes past it for a moment; after that it is taken for given up, and if it turns up later it
 * has its rank all the same. A party that needs more than is free keeps its rank, and smaller ones behind it go in:
 * no chair stays empty.
 * @param entries the line from its head on, in order, as far as it was read.
 * @param most so many at once.
 */
export const settle = (
  places: Places,
  freed: readonly Freed[],
  entries: readonly LineEntry[],
  now: Instant,
  most: number,
): Settlement => {
  let taken = places.taken - freed.reduce((sum, one) => sum + one.places, 0);
  let settled = places.settled;
  const placed: LineEntry[] = [];
  for (const entry of entries) {
    const isFull = taken >= places.capacity || placed.length === most;
    const mayBeMissed = entry.n > settled + 1 && ageOf(entry.at, now) < inFlight;
    if (isFull || mayBeMissed) return { placed, taken, settled, goesOn: false };
    settled = Math.max(settled, entry.n);
    if (taken + entry.places > places.capacity) continue;
    placed.push(entry);
    taken += entry.places;
  }
  return { placed, taken, settled, goesOn: taken < places.capacity && placed.length < most };
};
