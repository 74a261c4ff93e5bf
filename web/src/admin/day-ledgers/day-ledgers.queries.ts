import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import { read } from '../queries.ts';

const { routes } = visitsContract;

export type DayLedgers = ResponseOf<typeof routes.dayLedgers>;
export type DayLedgerRow = DayLedgers['rows'][number];
export type DayLedgerView = ResponseOf<typeof routes.dayLedger>;
export type VisitView = ResponseOf<typeof routes.read>;
export type VisitRow = DayLedgerView['visits'][number];

export const readDayLedgers = query(
  async (node: string, day: string): Promise<DayLedgers> =>
    (await read(routes.dayLedgers, { query: { node, day } })).body,
  'day-ledger-list',
);

/** @param village its own code */
export const readDayLedger = query(
  async (village: string, day: string): Promise<DayLedgerView> =>
    (await read(routes.dayLedger, { params: { village, day } })).body,
  'day-ledger-now',
);

export const readConflicts = query(
  async (node: string, cursor: string | undefined) =>
    (await read(routes.conflicts, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'visit-conflicts',
);

export const readVisit = query(
  async (visit: string): Promise<VisitView> => (await read(routes.read, { params: { visit } })).body,
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
