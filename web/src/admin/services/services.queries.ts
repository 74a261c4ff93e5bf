import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { servicesContract } from '../../../../functions/services/services.contract.ts';
import type { PersonalLedger, ThingLedger } from '../../../../functions/services/services.words.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof servicesContract.routes;
type Reading = 'personHistory' | 'openings' | 'thingHistory' | 'serviceFigures' | 'serviceFiguresBelow';

/** What is read of whichever ledger; without the schemas, which no reading needs. */
const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  personHistory: { method: 'GET', path: '/api/services/people/{ledger}/{record}/history' },
  openings: { method: 'GET', path: '/api/services/people/{ledger}/{record}/openings' },
  thingHistory: { method: 'GET', path: '/api/services/history/{ledger}/{record}' },
  serviceFigures: { method: 'GET', path: '/api/services/figures' },
  serviceFiguresBelow: { method: 'GET', path: '/api/services/figures/below' },
};

export type RecordHistory = ResponseOf<Routes['thingHistory']>;
export type Opening = ResponseOf<Routes['openings']>['openings'][number];
export type ServiceFigures = ResponseOf<Routes['serviceFigures']>;
export type ServiceFiguresBelow = ResponseOf<Routes['serviceFiguresBelow']>;

export const pageQuery = (cursor: string | undefined): { cursor?: string } => (cursor ? { cursor } : {});

export const readPersonHistory = query(
  async (ledger: PersonalLedger, record: string): Promise<RecordHistory> =>
    (await readLight(routes.personHistory, { params: { ledger, record } })).body,
  'history-about-person',
);

export const readThingHistory = query(
  async (ledger: ThingLedger, record: string): Promise<RecordHistory> =>
    (await readLight(routes.thingHistory, { params: { ledger, record } })).body,
  'history-about-thing',
);

export const readOpenings = query(
  async (ledger: PersonalLedger, record: string): Promise<readonly Opening[]> =>
    (await readLight(routes.openings, { params: { ledger, record } })).body.openings,
  'openings-of-person',
);

export const readServiceFigures = query(
  async (node: string, year: number): Promise<ServiceFigures> =>
    (await readLight(routes.serviceFigures, { query: { node, year: String(year) } })).body,
  'figures-of-services',
);

export const readServiceFiguresBelow = query(
  async (node: string, year: number): Promise<ServiceFiguresBelow> =>
    (await readLight(routes.serviceFiguresBelow, { query: { node, year: String(year) } })).body,
  'figures-of-services-below',
);

/** Figures and histories follow any change. */
export const renewServices = (): Promise<void> =>
  revalidate([
    ...[readServiceFigures.key, readServiceFiguresBelow.key],
    ...[readPersonHistory.key, readThingHistory.key],
  ]);
