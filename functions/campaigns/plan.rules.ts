import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { addDays, type LocalDate } from '../platform/runtime/time.ts';
import type { Campaign } from './campaigns.states.ts';

/** A household as far as planning needs it; they come in the order of the register, neighbours beside each other. */
export interface Door {
  readonly household: string;
  readonly area?: string | undefined;
}

/** Somebody households are given to, with what they have already. */
export interface Taker extends Officer {
  /** Areas whose households are theirs before anybody else's. */
  readonly areas: readonly string[];
  /** Households of this plan they have had so far, visited or not. */
  readonly has: number;
  /** Households they have on a day already. */
  readonly onDay: ReadonlyMap<LocalDate, number>;
}

export interface Given<D extends Door> {
  readonly door: D;
  readonly taker: Taker;
  readonly day: LocalDate;
}

/** Why it does not fit, in numbers a person can act on. */
export interface Lacking {
  readonly households: number;
  /** Households that fit: for each person and day what is still free of `perDay`. */
  readonly places: number;
  readonly people: number;
  readonly days: number;
  readonly perDay: number;
}

export type VillagePlanned<D extends Door> =
  | { readonly given: readonly Given<D>[] }
  | { readonly lacking: Lacking };

/** The days of a campaign, from `today` on, that households are planned for. */
export const planningDays = (
  { from, to, includeRestDays }: Pick<Campaign, 'from' | 'to' | 'includeRestDays'>,
  today: LocalDate,
  calendar: WorkingCalendar,
): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from > today ? from : today; day <= to; day = addDays(day, 1)) {
    if (includeRestDays || isWorkingDay(calendar, day).working) days.push(day);
  }
  return days;
};

interface Share<D extends Door> {
  readonly taker: Taker;
  readonly doors: { readonly door: D; readonly at: number }[];
  /** How many more fit into the days. */
  room: number;
}

const freeOn = ({ onDay }: Taker, day: LocalDate, perDay: number): number =>
  Math.max(perDay - (onDay.get(day) ?? 0), 0);

/** The one with the least so far who has room, the first of equals; undefined when nobody has. */
const least = <D extends Door>(shares: readonly Share<D>[], more: readonly number[]): number | undefined => {
  let found: number | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [index, { taker, doors, room }] of shares.entries()) {
    const gets = more[index] ?? 0;
    const load = taker.has + doors.length + gets;
    if (gets < room && load < fewest) {
      found = index;
      fewest = load;
    }
  }
  return found;
};

/**
 * Gives doors out in runs of neighbours, so that everybody comes to the same number as far as whole doors and room
 * allow. What has no room stays.
 * @returns the doors nobody had room for.
 */
const giveOut = <D extends Door>(
  doors: readonly { readonly door: D; readonly at: number }[],
  shares: readonly Share<D>[],
): readonly { readonly door: D; readonly at: number }[] => {
  const more = shares.map(() => 0);
  let placed = 0;
  for (; placed < doors.length; placed++) {
    const index = least(shares, more);
    if (index === undefined) break;
    more[index] = (more[index] ?? 0) + 1;
  }
  let from = 0;
  for (const [index, share] of shares.entries()) {
    const until = from + (more[index] ?? 0);
    share.doors.push(...doors.slice(from, until));
    share.room -= until - from;
    from = until;
  }
  return doors.slice(placed);
};

/** Spreads one person's doors over the days, as evenly as their days allow, the first doors on the first days. */
const overDays = <D extends Door>(
  { taker, doors }: Share<D>,
  days: readonly LocalDate[],
  perDay: number,
): (Given<D> & { readonly at: number })[] => {
  const has = days.map((day) => taker.onDay.get(day) ?? 0);
  const more = days.map(() => 0);
  for (let left = doors.length; left > 0; left--) {
    let best: number | undefined;
    for (const [index, already] of has.entries()) {
      const count = already + (more[index] ?? 0);
      const isFewer = best === undefined || count < (has[best] ?? 0) + (more[best] ?? 0);
      if (count < perDay && isFewer) best = index;
    }
    if (best !== undefined) more[best] = (more[best] ?? 0) + 1;
  }
  const inOrder = [...doors].sort((a, b) => a.at - b.at);
  let from = 0;
  return days.flatMap((day, index) => {
    const until = from + (more[index] ?? 0);
    const theirs = inOrder.slice(from, until).map(({ door, at }) => ({ door, at, taker, day }));
    from = until;
    return theirs;
  });
};

/** Households a village's people can still be given in these days. */
export const placesOf = (takers: readonly Taker[], days: readonly LocalDate[], perDay: number): number =>
  takers.reduce(
    (sum, taker) => sum + days.reduce((places, day) => places + freeOn(taker, day, perDay), 0),
    0,
  );

/**
 * Gives every household one person and one day: first those of an area to whoever has that area, then all others so
 * that the people come to the same number, give or take one, as far as areas and what they have already leave it
 * open. Each walks runs of neighbouring doors, spread evenly over the days in the order of the register. Asked again
 * after a part was carried out, it gives the rest as it would have before. In the order of the register.
 */
export const planVillage = <D extends Door>(
  doors: readonly D[],
  takers: readonly Taker[],
  days: readonly LocalDate[],
  perDay: number,
): VillagePlanned<D> => {
  const places = placesOf(takers, days, perDay);
  if (doors.length > places) {
    const lacking = { households: doors.length, places, people: takers.length, days: days.length, perDay };
    return { lacking };
  }
  const shares = takers.map(
    (taker): Share<D> => ({ taker, doors: [], room: placesOf([taker], days, perDay) }),
  );
  const placed = doors.map((door, at) => ({ door, at }));
  const owned = new Set(takers.flatMap(({ areas }) => areas));
  const rest = placed.filter(({ door }) => door.area === undefined || !owned.has(door.area));
  for (const area of owned) {
    const owners = shares.filter(({ taker }) => taker.areas.includes(area));
    rest.push(
      ...giveOut(
        placed.filter(({ door }) => door.area === area),
        owners,
      ),
    );
  }
  giveOut(
    rest.sort((a, b) => a.at - b.at),
    shares,
  );
  const given = shares.flatMap((share) => overDays(share, days, perDay));
  return { given: given.sort((a, b) => a.at - b.at).map(({ at: _, ...one }) => one) };
};
