import { query, revalidate } from '@solidjs/router';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import type {
  InspectionList,
  RectificationList,
} from '../../../../functions/inspections/inspections.words.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { read } from '../queries.ts';

const { routes } = inspectionsContract;

export type InspectionPage = ResponseOf<typeof routes.list>;
export type InspectionRow = InspectionPage['rows'][number];
export type InspectionView = ResponseOf<typeof routes.read>;
export type CheckItem = InspectionView['items'][number];
export type Rates = InspectionView['rates'];
export type RectificationPage = ResponseOf<typeof routes.rectifications>;
export type RectificationRow = RectificationPage['rows'][number];
export type RectificationView = ResponseOf<typeof routes.rectification>;

const page = (cursor: string | undefined): { cursor?: string } => (cursor ? { cursor } : {});

export const readInspections = query(
  async (node: string, list: InspectionList, cursor: string | undefined): Promise<InspectionPage> =>
    (await read(routes.list, { query: { node, list, ...page(cursor) } })).body,
  'inspection-list',
);

export const readInspection = query(
  async (inspection: string): Promise<InspectionView> =>
    (await read(routes.read, { params: { inspection } })).body,
  'inspection-now',
);

export const readPopulation = query(
  async (node: string, from: string, to: string, size: string) =>
    (await read(routes.population, { query: { node, from, to, size } })).body,
  'inspection-population',
);

export const readPeople = query(
  async (village: string) => (await read(routes.people, { query: { village } })).body.people,
  'inspection-people',
);

export const readRates = query(
  async (node: string, from: string, to: string) =>
    (await read(routes.rates, { query: { node, from, to } })).body,
  'inspection-rates',
);

export const readRectifications = query(
  async (node: string, list: RectificationList, cursor: string | undefined): Promise<RectificationPage> =>
    (await read(routes.rectifications, { query: { node, list, ...page(cursor) } })).body,
  'rectification-list',
);

export const readMine = query(
  async (cursor: string | undefined): Promise<RectificationPage> =>
    (await read(routes.mine, { query: page(cursor) })).body,
  'my-rectifications',
);

export const readRectification = query(
  async (rectification: string): Promise<RectificationView> =>
    (await read(routes.rectification, { params: { rectification } })).body,
  'rectification-now',
);

/** What a command of an inspection may have moved. */
export const renewInspection = (): Promise<void> =>
  revalidate([readInspection.key, readInspections.key, readRectifications.key, readMine.key]);

export const renewRectification = (): Promise<void> =>
  revalidate([readRectification.key, readRectifications.key, readMine.key]);
