import { readCounter } from '../platform/ledger/counters.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { type Upgrade, upgradeSchema } from './upgrades.states.ts';
import { type UpgradeView, upgradeViewSchema } from './venues.views.ts';

export const upgradeType: CaseType<Upgrade> = {
  kind: 'UPGRADE',
  schema: upgradeSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

/** Projects of a place and below it in one year's plan. */
export const upgradeList = (node: string, year: number): string => `upgrades/${node}/${year}`;
/** How many there are and how many are done, by year. */
export const upgradeSubject = (node: string): string => `upgrades/${node}`;

/** Access pattern 5, whole: some dozens in a year. */
export const readUpgrades = (store: Store, node: string, year: number): Promise<UpgradeView[]> =>
  readWholeList(store, upgradeViewSchema, { list: upgradeList(node, year), order: 'newest first' });

interface Counted {
  /** Not given up. */
  readonly planned: number;
  readonly done: number;
}

/** Access pattern 6: a year's projects of a place; one read, eventually consistent. */
export const readUpgradeCounts = async (
  store: Store,
  node: string,
  year: number,
): Promise<{ readonly equipment: Counted; readonly newVenues: Counted }> => {
  const counts = await readCounter(store, upgradeSubject(node), String(year));
  const of = (kind: Upgrade['kind']): Counted => ({
    planned: counts[kind] ?? 0,
    done: counts[`${kind}-done`] ?? 0,
  });
  return { equipment: of('equipment'), newVenues: of('new-venue') };
};
