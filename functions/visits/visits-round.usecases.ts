import type { Principal } from '../platform/contract/roles.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addDays, type Instant, localDateOf } from '../platform/runtime/time.ts';
import type { Round, RoundRow } from './visits.views.ts';
import { limits } from './visits.words.ts';
import { readTodo, roundCampaigns } from './visits-plan.usecases.ts';

/**
 * What a person is to visit, with all a phone needs to do it without a signal: today's and what is overdue in the
 * order to be walked, and the next two days. One query, and one read of the campaigns it belongs to.
 */
export const readRound = async (
  deps: Pick<Core, 'store'>,
  caller: Principal,
  now: Instant,
): Promise<Round> => {
  const day = localDateOf(now);
  const { rows, more } = await readTodo(deps.store, caller.staffId, addDays(day, limits.laterDays));
  const isDue = (row: RoundRow): boolean => row.day <= day;
  return {
    ...{ day, asOf: now, more },
    rows: rows.filter(isDue),
    later: rows.filter((row) => !isDue(row)),
    campaigns: await roundCampaigns(deps.store, [...new Set(rows.map(({ campaign }) => campaign))]),
  };
};
