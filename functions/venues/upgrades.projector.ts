import { trailOf } from '../platform/contract/node-path.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { Upgrade } from './upgrades.states.ts';
import { upgradeList, upgradeSubject, upgradeType } from './upgrades.store.ts';

/** Lists and figures of projects; one given up stays in the list and counts nowhere. */
export const upgradeProjector: Projector<Upgrade> = {
  type: upgradeType,
  project: ({ id, version, state }) => {
    const { node, year, kind, createdAt } = state;
    const nodes = trailOf(node);
    const fields = [
      ...(state.state === 'given-up' ? [] : [kind]),
      ...(state.state === 'done' ? [`${kind}-done`] : []),
    ];
    return {
      entries: nodes.map((at) => ({
        list: upgradeList(at, year),
        sort: createdAt,
        row: { upgrade: id, version, ...state },
      })),
      counts: nodes.flatMap((at) =>
        fields.map((field): Count => ({ subject: upgradeSubject(at), period: String(year), field, by: 1 })),
      ),
    };
  },
};
