import { weekOf } from '../calendar/iso-weeks.rules.ts';
import { readCounters } from '../platform/ledger/counters.ts';
import type { Store } from '../platform/runtime/store.ts';
import { addDays, type Instant, localDateOf } from '../platform/runtime/time.ts';
import { hoursSubject } from './openings.store.ts';

/**
 * Weeks of a place's venues in a year that are over, each venue's counted by itself, and how many of them were at or
 * over their hours. One query, eventually consistent.
 */
export const hoursOfYear = async (
  store: Store,
  { node, year }: { readonly node: string; readonly year: number },
  now: Instant,
): Promise<{ readonly venues: number; readonly meeting: number }> => {
  const lastWeek = weekOf(addDays(localDateOf(now), -7));
  const last = `${year}-W53`;
  const weeks = await readCounters(store, hoursSubject(node), {
    ...{ from: `${year}-W01`, through: lastWeek < last ? lastWeek : last },
  });
  const sum = (field: string): number =>
    [...weeks.values()].reduce((total, counts) => total + (counts[field] ?? 0), 0);
  return { venues: sum('venues'), meeting: sum('meeting') };
};
