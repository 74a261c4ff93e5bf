import { readWholeList } from '../platform/ledger/lists.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { unvisitedList } from './assignments.store.ts';
import { assignmentRowSchema } from './campaigns.views.ts';
import { startedSince } from './campaigns-started.usecases.ts';

/** What a village is late with in a campaign. */
export interface LateVillage {
  readonly campaign: string;
  readonly name: string;
  readonly village: string;
  /** Households whose planned day is over and whom nobody met. */
  readonly households: number;
  /** The first of those days. */
  readonly oldest: LocalDate;
  /** Of them, those where somebody has been and met nobody. */
  readonly tried: number;
}

/**
 * Every village of a running campaign with households that were to be visited before today. One query for each
 * campaign, which reads what is late and nothing else.
 */
export const lateVisits = async (store: Store, today: LocalDate): Promise<LateVillage[]> => {
  const running = (await startedSince(store, today)).filter(({ state }) => state.state === 'running');
  const ofCampaign = async ({ id, state }: (typeof running)[number]): Promise<LateVillage[]> => {
    const rows = await readWholeList(store, assignmentRowSchema, {
      list: unvisitedList(id, state.scope),
      within: { before: today },
    });
    const byVillage = Map.groupBy(
      rows.filter(({ status }) => status === 'planned'),
      ({ village }) => village,
    );
    return [...byVillage].map(([village, late]) => ({
      ...{ campaign: id, name: state.name, village, households: late.length },
      oldest: late.map(({ day, next }) => next?.day ?? day).reduce((a, b) => (a < b ? a : b)),
      tried: late.filter(({ tried }) => tried > 0).length,
    }));
  };
  return (await Promise.all(running.map(ofCampaign))).flat();
};
