import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof visitsContract.routes;
type Read = 'dayLedgers' | 'dayLedger' | 'conflicts' | 'read';

/** What is read; without the schemas, which are most of a contract's weight and none of a reading's. */
const routes: { readonly [Name in Read]: LightRow<Routes[Name]> } = {
  dayLedgers: { method: 'GET', path: '/api/day-ledgers' },
  dayLedger: { method: 'GET', path: '/api/day-ledgers/{village}/{day}' },
  conflicts: { method: 'GET', path: '/api/visit-conflicts' },
  read: { method: 'GET', path: '/api/visits/{visit}' },
};

export type DayLedgers = ResponseOf<Routes['dayLedgers']>;
export type DayLedgerRow = DayLedgers['rows'][number];
export type DayLedgerView = ResponseOf<Routes['dayLedger']>;
export type VisitView = ResponseOf<Routes['read']>;
export type VisitRow = DayLedgerView['visits'][number];

export const readDayLedgers = query(
  async (node: string, day: string): Promise<DayLedgers> =>
    (await readLight(routes.dayLedgers, { query: { node, day } })).body,
  'day-ledger-list',
);

/** @param village its own code */
export const readDayLedger = query(
  async (village: string, day: string): Promise<DayLedgerView> =>
    (await readLight(routes.dayLedger, { params: { village, day } })).body,
  'day-ledger-now',
);

export const readConflicts = query(
  async (node: string, cursor: string | undefined) =>
    (await readLight(routes.conflicts, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'visit-conflicts',
);

export const readVisit = query(
  async (visit: string): Promise<VisitView> => (await readLight(routes.read, { params: { visit } })).body,
  'visit-now',
);

/** Shows a village's day as a command just answered it. */
export const showChangedLedger = (view: DayLedgerView): void => {
  const village = view.village.slice(view.village.lastIndexOf('/') + 1);
  const key = readDayLedger.keyFor(village, view.day);
  query.set(key, view);
  // Without force: the answer is here already and need not be asked for again.
  void revalidate(key, false);
  void revalidate(readDayLedgers.key);
};

export const showChangedVisit = (view: VisitView): void => {
  const key = readVisit.keyFor(view.visit);
  query.set(key, view);
  void revalidate(key, false);
  void revalidate([readConflicts.key, readDayLedger.key, readDayLedgers.key]);
};
