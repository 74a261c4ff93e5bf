import { type Instant, type LocalDate, minutesBetween, startOfDay } from '../platform/runtime/time.ts';
import type { Span } from './venues.states.ts';

/** Minutes of one local day from 0 to 1440; `to` is the first that no longer belongs to it. */
export interface Minutes {
  readonly from: number;
  readonly to: number;
}

export const minutesPerDay = 24 * 60;

/** `HH:MM`, up to `24:00`, as minutes of the day. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const minutesOf = ({ from, to }: Span): Minutes => ({ from: minuteOf(from), to: minuteOf(to) });
export const spanOf = ({ from, to }: Minutes): Span => ({ from: timeOf(from), to: timeOf(to) });

/** The minute of a day, by its midnight, in which an instant lies: 0 before the day, 1440 after it. */
export const minuteSince = (midnight: Instant, at: Instant): number =>
  Math.min(minutesPerDay, Math.max(0, minutesBetween(midnight, at)));

export const minuteOn = (day: LocalDate, at: Instant): number => minuteSince(startOfDay(day), at);

/** Whether it is in order, without overlaps and without empty ones already: most of a venue's days are. */
const isTidy = (set: readonly Minutes[]): boolean =>
  set.every(({ from, to }, at) => from < to && from > (set[at - 1]?.to ?? -1));

/** In order, without overlaps and without empty ones; what touches is one. */
export const union = (...sets: readonly (readonly Minutes[])[]): readonly Minutes[] => {
  const [only = []] = sets;
  if (sets.length <= 1 && isTidy(only)) return only;
  const ordered = sets
    .flat()
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const joined: Minutes[] = [];
  for (const { from, to } of ordered) {
    const last = joined.at(-1);
    if (last && from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
};

export const intersection = (a: readonly Minutes[], b: readonly Minutes[]): readonly Minutes[] =>
  union(
    a.flatMap((one) =>
      b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })),
    ),
  );

/** What of the first lies in none of the second. */
export const without = (a: readonly Minutes[], b: readonly Minutes[]): readonly Minutes[] => {
  let left = union(a);
  for (const gone of b) {
    // Nothing is cut at a place that takes nothing away.
    if (gone.from >= gone.to) continue;
    left = left
      .flatMap(({ from, to }) => [
        { from, to: Math.min(to, gone.from) },
        { from: Math.max(from, gone.to), to },
      ])
      .filter(({ from, to }) => from < to);
  }
  return left;
};

/** Minutes in a set; those two of its spans share are counted once. */
export const lengthOf = (set: readonly Minutes[]): number =>
  union(set).reduce((sum, { from, to }) => sum + to - from, 0);
