import type { StaffRow } from '../access/access.views.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import { counterKey, countsOf, type Reading } from '../platform/ledger/counters.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { countsUnder, coverageSubject, noCounts, peopleSubject } from './assignments.store.ts';
import type { campaignsContract } from './campaigns.contract.ts';
import type { CoverageCounts, PersonRow } from './campaigns.views.ts';
import { assignableIn } from './people.store.ts';

type Coverage = ResponseInputOf<typeof campaignsContract.routes.coverage>;

const sumOf = (all: readonly CoverageCounts[]): CoverageCounts =>
  all.reduce(
    (sum, counts) => ({
      assigned: sum.assigned + counts.assigned,
      visited: sum.visited + counts.visited,
      planned: sum.planned + counts.planned,
      refused: sum.refused + counts.refused,
      empty: sum.empty + counts.empty,
      excluded: sum.excluded + counts.excluded,
      missed: sum.missed + counts.missed,
      tried: sum.tried + counts.tried,
      waitingOffPeak: sum.waitingOffPeak + counts.waitingOffPeak,
    }),
    noCounts,
  );

/** How far a node's parts are, and all of them together; one query, which is a moment behind what was done. */
export const coverageOf = async (
  store: Store,
  campaign: string,
  node: string,
  now: Instant,
): Promise<Coverage> => {
  const under = await countsUnder(store, coverageSubject(campaign, node));
  const children = [...under]
    .map(([child, counts]) => ({ node: child, counts }))
    // What nobody is assigned in any more keeps a line of zeros.
    .filter(({ counts }) => counts.assigned > 0);
  return { node, total: sumOf(children.map(({ counts }) => counts)), children, asOf: now };
};

/** Who can be given households of a village, with what they have. */
export const peopleOf = async (store: Store, campaign: string, village: string): Promise<PersonRow[]> => {
  const [people, counts] = await Promise.all([
    assignableIn(store, village),
    countsUnder(store, peopleSubject(campaign, village)),
  ]);
  return people.map(({ staffId, name, roles, scope }: StaffRow) => {
    const { assigned, visited, excluded } = counts.get(staffId) ?? noCounts;
    return { staffId, name, roles: [...roles], scope, assigned: assigned - excluded, visited };
  });
};

/** The coverage of a node by its parts, each counted under what it hangs on, to be read with others. */
export const coverageOfParts = (campaign: string, parts: readonly string[]): Reading<CoverageCounts> => {
  const keys = parts.map((part) => counterKey(coverageSubject(campaign, parentOf(part) ?? part), part));
  return {
    keys,
    read: (found) => sumOf(keys.map((key) => ({ ...noCounts, ...countsOf(found(key)) }))),
  };
};
