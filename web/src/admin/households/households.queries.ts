import { query, revalidate } from '@solidjs/router';
import type { householdsContract } from '../../../../functions/households/households.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof householdsContract.routes;
type Read = 'list' | 'figures' | 'areas' | 'read' | 'timeline' | 'history' | 'imports' | 'readImport';

/** What is read; without the schemas, which are most of a contract's weight and none of a reading's. */
const routes: { readonly [Name in Read]: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/households' },
  figures: { method: 'GET', path: '/api/household-figures' },
  areas: { method: 'GET', path: '/api/areas' },
  read: { method: 'GET', path: '/api/households/{household}' },
  timeline: { method: 'GET', path: '/api/households/{household}/timeline' },
  history: { method: 'GET', path: '/api/households/{household}/history' },
  imports: { method: 'GET', path: '/api/household-imports' },
  readImport: { method: 'GET', path: '/api/household-imports/{import}' },
};

export type HouseholdPage = ResponseOf<Routes['list']>;
export type HouseholdRow = HouseholdPage['rows'][number];
export type HouseholdView = ResponseOf<Routes['read']>;
export type AreaView = ResponseOf<Routes['areas']>['areas'][number];
export type ImportView = ResponseOf<Routes['readImport']>;
export type TimelinePage = ResponseOf<Routes['timeline']>;
export type HouseholdHistory = ResponseOf<Routes['history']>;

export type Standing = 'active' | 'gone';

export const readHouseholds = query(
  async (
    node: string,
    area: string | undefined,
    status: Standing,
    cursor: string | undefined,
  ): Promise<HouseholdPage> =>
    (
      await readLight(routes.list, {
        query: { node, status, ...(area ? { area } : {}), ...(cursor ? { cursor } : {}) },
      })
    ).body,
  'household-list',
);

export const readHouseholdFigures = query(
  async (node: string) => (await readLight(routes.figures, { query: { node } })).body,
  'household-figures',
);

export const readAreas = query(
  async (node: string): Promise<readonly AreaView[]> =>
    (await readLight(routes.areas, { query: { node } })).body.areas,
  'household-areas',
);

export const readHousehold = query(
  async (household: string): Promise<HouseholdView> =>
    (await readLight(routes.read, { params: { household } })).body,
  'household-now',
);

export const readTimeline = query(
  async (household: string, cursor: string | undefined): Promise<TimelinePage> =>
    (await readLight(routes.timeline, { params: { household }, query: cursor ? { cursor } : {} })).body,
  'household-timeline',
);

export const readHouseholdHistory = query(
  async (household: string): Promise<HouseholdHistory> =>
    (await readLight(routes.history, { params: { household } })).body,
  'household-history',
);

export const readImports = query(
  async (node: string, cursor: string | undefined) =>
    (await readLight(routes.imports, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'household-imports',
);

export const readImport = query(
  async (id: string): Promise<ImportView> =>
    (await readLight(routes.readImport, { params: { import: id } })).body,
  'household-import',
);

/** Shows a household as a command just answered it; the lists follow a moment later. */
export const showChangedHousehold = (view: HouseholdView): void => {
  const key = readHousehold.keyFor(view.household);
  query.set(key, view);
  // Without force: the answer is here already and need not be asked for again.
  void revalidate(key, false);
  void revalidate([
    readHouseholdHistory.keyFor(view.household),
    readTimeline.key,
    readHouseholds.key,
    readHouseholdFigures.key,
  ]);
};
