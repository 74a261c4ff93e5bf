import { readWholeList } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { type Target, targetSchema } from './targets.states.ts';
import { type TargetRow, targetRowSchema } from './targets.views.ts';

export const targetType: CaseType<Target> = {
  kind: 'TARGET',
  schema: targetSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

/** The targets of a place itself: what is set for a town is no part of what is set for its district. */
const targetList = (node: string, year: number): string => `targets/${node}/${year}`;

export const targetRow = ({ id, version, state }: Stored<Target>): TargetRow => ({
  target: id,
  version,
  ...state,
});

export const targetProjector: Projector<Target> = {
  type: targetType,
  project: (stored) => {
    const { node, year, subject, unit } = stored.state;
    const list = targetList(node, year);
    return { entries: [{ list, sort: `${subject}#${unit}`, row: targetRow(stored) }], counts: [] };
  },
};

/** Access pattern 5, whole: some dozens. */
export const readTargets = (store: Store, node: string, year: number): Promise<TargetRow[]> =>
  readWholeList(store, targetRowSchema, { list: targetList(node, year) });
