import { query, revalidate } from '@solidjs/router';
import { householdsContract } from '../../../../functions/households/households.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { read } from '../queries.ts';

const { routes } = householdsContract;

export type HouseholdPage = ResponseOf<typeof routes.list>;
export type HouseholdRow = HouseholdPage['rows'][number];
export type HouseholdView = ResponseOf<typeof routes.read>;
export type AreaView = ResponseOf<typeof routes.areas>['areas'][number];
export type ImportView = ResponseOf<typeof routes.readImport>;
export type TimelinePage = ResponseOf<typeof routes.timeline>;
export type HouseholdHistory = ResponseOf<typeof routes.history>;

export type Standing = 'active' | 'gone';

export const readHouseholds = query(
  async (
    node: string,
    area: string | undefined,
    status: Standing,
    cursor: string | undefined,
  ): Promise<HouseholdPage> =>
    (
      await read(routes.list, {
        query: { node, status, ...(area ? { area } : {}), ...(cursor ? { cursor } : {}) },
      })
    ).body,
  'household-list',
);

export const readHouseholdFigures = query(
  async (node: string) => (await read(routes.figures, { query: { node } })).body,
  'household-figures',
);

export const readAreas = query(
  async (node: string): Promise<readonly AreaView[]> =>
    (await read(routes.areas, { query: { node } })).body.areas,
  'household-areas',
);

export const readHousehold = query(
  async (household: string): Promise<HouseholdView> =>
    (await read(routes.read, { params: { household } })).body,
  'household-now',
);

export const readTimeline = query(
  async (household: string, cursor: string | undefined): Promise<TimelinePage> =>
    (await read(routes.timeline, { params: { household }, query: cursor ? { cursor } : {} })).body,
  'household-timeline',
);

export const readHouseholdHistory = query(
  async (household: string): Promise<HouseholdHistory> =>
    (await read(routes.history, { params: { household } })).body,
  'household-history',
);

export const readImports = query(
  async (node: string, cursor: string | undefined) =>
    (await read(routes.imports, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'household-imports',
);

export const readImport = query(
  async (id: string): Promise<ImportView> => (await read(routes.readImport, { params: { import: id } })).body,
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
