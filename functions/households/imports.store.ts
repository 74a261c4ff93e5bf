import { trailOf } from '../platform/contract/node-path.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { importView } from './households.presentation.ts';
import { type HouseholdImport, householdImportSchema } from './households.states.ts';
import { type ImportView, importViewSchema } from './households.views.ts';

export const importType: CaseType<HouseholdImport> = {
  kind: 'IMPORT',
  schema: householdImportSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const importList = (node: string): string => `household-imports/${node}`;

const pageSize = 20;

/** Access pattern 5: the newest first, with what each was told about its columns. */
export const importPage = (
  store: Store,
  node: string,
  cursor: ItemKey | undefined,
): Promise<Page<ImportView>> =>
  readListPage(store, importViewSchema, {
    ...{ list: importList(node), order: 'newest first', cursor, size: pageSize },
  });

/** In the list of its village and of everything above it. */
export const importProjector: Projector<HouseholdImport> = {
  type: importType,
  project: (stored) => ({
    entries: trailOf(stored.state.village).map((node) => ({
      list: importList(node),
      sort: stored.state.createdAt,
      row: importView(stored),
    })),
    counts: [],
  }),
};
