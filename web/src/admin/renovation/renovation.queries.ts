import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { PhotoId } from '../../../../functions/platform/photos/photo.contract.ts';
import type { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import type { RenovationList } from '../../../../functions/renovation/renovation.lists.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof renovationContract.routes;
type Reading = 'list' | 'jobs' | 'read' | 'history' | 'people' | 'figures' | 'funds' | 'lots' | 'readLot';

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/renovations' },
  jobs: { method: 'GET', path: '/api/renovation-jobs' },
  read: { method: 'GET', path: '/api/renovations/{reference}' },
  history: { method: 'GET', path: '/api/renovations/{reference}/history' },
  people: { method: 'GET', path: '/api/renovation-people' },
  figures: { method: 'GET', path: '/api/renovation-figures' },
  funds: { method: 'GET', path: '/api/renovation-funds' },
  lots: { method: 'GET', path: '/api/renovation-lots' },
  readLot: { method: 'GET', path: '/api/renovation-lots/{lot}' },
};

export type RenovationPage = ResponseOf<Routes['list']>;
export type RenovationRow = RenovationPage['rows'][number];
export type RenovationView = ResponseOf<Routes['read']>;
export type RenovationHistory = ResponseOf<Routes['history']>;
export type RenovationFigures = ResponseOf<Routes['figures']>;
export type JobPage = ResponseOf<Routes['jobs']>;
export type JobRow = JobPage['rows'][number];
export type FundView = ResponseOf<Routes['funds']>['funds'][number];
export type DistrictFund = Extract<FundView, { kind: 'district' }>;
export type TownFund = Extract<FundView, { kind: 'town' }>;
export type LotPage = ResponseOf<Routes['lots']>;
export type LotRow = LotPage['rows'][number];
export type LotView = ResponseOf<Routes['readLot']>;
export type LotHome = LotView['rows'][number];
export type Disclosed = ResponseOf<Routes['disclosure']>;
export type Person = ResponseOf<Routes['people']>['people'][number];

const page = (cursor: string | undefined): { cursor?: string } => (cursor ? { cursor } : {});

export const readRenovations = query(
  async (node: string, list: RenovationList, cursor: string | undefined): Promise<RenovationPage> =>
    (await readLight(routes.list, { query: { node, list, ...page(cursor) } })).body,
  'renovation-list',
);

export const readJobs = query(
  async (done: boolean, cursor: string | undefined): Promise<JobPage> =>
    (await readLight(routes.jobs, { query: { ...(done ? { done: 'true' } : {}), ...page(cursor) } })).body,
  'renovation-jobs',
);

export const readRenovation = query(
  async (reference: string): Promise<RenovationView> =>
    (await readLight(routes.read, { params: { reference } })).body,
  'renovation-now',
);

export const readRenovationHistory = query(
  async (reference: string): Promise<RenovationHistory> =>
    (await readLight(routes.history, { params: { reference } })).body,
  'history-of-renovation',
);

export const readRenovationPeople = query(
  async (node: string): Promise<readonly Person[]> =>
    (await readLight(routes.people, { query: { node } })).body.people,
  'people-for-renovation',
);

export const readRenovationFigures = query(
  async (node: string, month: string): Promise<RenovationFigures> =>
    (await readLight(routes.figures, { query: { node, from: month, to: month } })).body,
  'figures-of-renovation',
);

export const readFunds = query(
  async (year: number): Promise<readonly FundView[]> =>
    (await readLight(routes.funds, { query: { year: String(year) } })).body.funds,
  'funds-of-year',
);

export const readLots = query(
  async (node: string, cursor: string | undefined): Promise<LotPage> =>
    (await readLight(routes.lots, { query: { node, ...page(cursor) } })).body,
  'lot-list',
);

export const readLot = query(
  async (lot: string): Promise<LotView> => (await readLight(routes.readLot, { params: { lot } })).body,
  'one-lot',
);

/** Where a photo of an application is shown. */
export const photoAddress = (reference: string, photo: PhotoId): string =>
  `/api/renovations/${reference}/photos/${photo}`;

/** What any change of an application may move beside it. */
export const renewRenovations = (): Promise<void> =>
  revalidate([readRenovations.key, readRenovationFigures.key, readJobs.key, readFunds.key]);

/** Shows an application as a command just answered it; lists and figures follow a moment later. */
export const showChangedRenovation = (view: RenovationView): void => {
  const key = readRenovation.keyFor(view.reference);
  query.set(key, view);
  // Without force: the answer is here already and need not be asked for again.
  void revalidate(key, false);
  void revalidate(readRenovationHistory.keyFor(view.reference));
  void renewRenovations();
};

/** Shows a lot as a command just answered it; the homes of it have changed as well. */
export const showChangedLot = (view: LotView): void => {
  const key = readLot.keyFor(view.lot);
  query.set(key, view);
  void revalidate(key, false);
  void revalidate([readLots.key, readRenovation.key]);
  void renewRenovations();
};
