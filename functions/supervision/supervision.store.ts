import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { supervisionKeptUntil } from './supervision.retention.ts';
import { leftOf } from './supervision.rules.ts';
import { type SupervisionList, supervisionListSchema } from './supervision.states.ts';
import { type SupervisionRow, supervisionRowSchema } from './supervision.views.ts';
import { limits } from './supervision.words.ts';

/** The id is the day: one list a day by construction. */
export const supervisionType: CaseType<SupervisionList> = {
  kind: 'SUPERVISION',
  schema: supervisionListSchema,
  raisedAt: ({ drawnAt }) => drawnAt,
  dueAt: ({ state, dueAt }) => (state === 'open' ? dueAt : undefined),
  keptUntil: supervisionKeptUntil,
};

/** A table serves one district. */
export const supervisionLists = 'supervision';

export const supervisionProjector: Projector<SupervisionList> = {
  type: supervisionType,
  project: ({ version, state: list }) => {
    const row: SupervisionRow = {
      ...{ date: list.date, version, state: list.state, dueAt: list.dueAt },
      ...{ items: list.items.length, left: leftOf(list) },
      unresolved: list.items.filter(({ entry }) => entry && entry.verdict !== 'resolved').length,
    };
    return { entries: [{ list: supervisionLists, sort: list.date, row }], counts: [] };
  },
};

/** Access pattern 5: the latest first. */
export const supervisionPage = (
  store: Store,
  cursor: ItemKey | undefined,
  size: number = limits.perPage,
): Promise<Page<SupervisionRow>> =>
  readListPage(store, supervisionRowSchema, {
    ...{ list: supervisionLists, order: 'newest first' as const, cursor, size },
  });
