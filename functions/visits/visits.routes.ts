import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import type { ListOrder } from '../platform/ledger/lists.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { addCounts, noCounts } from './day-ledgers.rules.ts';
import { countsByDay } from './day-ledgers.store.ts';
import { amendDay, type DayLedgerDependencies, handInDay, readDay } from './day-ledgers.usecases.ts';
import { readDayOfAll } from './day-ledgers-overview.usecases.ts';
import type { visitsContract } from './visits.contract.ts';
import { visitView } from './visits.presentation.ts';
import { settleVisit } from './visits.usecases.ts';
import { conflictList, ownList, visitPage } from './visits-lists.store.ts';
import { readVisit } from './visits-reading.usecases.ts';
import type { VisitDependencies } from './visits-recording.usecases.ts';
import { readRound } from './visits-round.usecases.ts';
import { syncVisits } from './visits-syncing.usecases.ts';

export type VisitsDependencies = VisitDependencies & DayLedgerDependencies;

export const visitsRoutes = (deps: VisitsDependencies, cursors: Cursors): Handlers<typeof visitsContract> => {
  const visitsOf = (list: string, order: ListOrder, cursor: string | undefined, now: Instant) =>
    pageOf(cursors, { list, cursor, now }, (start) => visitPage(deps.store, list, order, start));
  return {
    round: async ({ caller, now }) => ({ body: await readRound(deps, caller, now) }),
    done: async ({ query, caller, now }) => ({
      body: await visitsOf(ownList(caller.staffId), 'newest first', query.cursor, now),
    }),
    record: async ({ body, caller, now }) => ({
      body: { results: await syncVisits(deps, body.entries, { caller, now }), asOf: now },
    }),
    read: async ({ params, caller }) => {
      const stored = await readVisit(deps, params.visit, caller);
      return { body: visitView(stored, caller), version: stored.version };
    },
    conflicts: async ({ query, caller, now }) => {
      admitNode(query.node, caller);
      return { body: await visitsOf(conflictList(query.node), 'oldest first', query.cursor, now) };
    },
    settlement: async (request) => {
      const stored = await settleVisit(deps, request);
      return { body: visitView(stored, request.caller), version: stored.version };
    },
    figures: async ({ query, caller, now }) => {
      admitNode(query.node, caller);
      const days = await countsByDay(deps.store, query.node, query.from, query.to);
      return {
        body: { days, total: days.map(({ counts }) => counts).reduce(addCounts, noCounts), asOf: now },
      };
    },
    dayLedgers: async ({ query, caller, now }) => {
      admitNode(query.node, caller);
      return { body: await readDayOfAll(deps, query.node, query.day, now) };
    },
    dayLedger: async ({ params, caller, now }) => {
      const view = await readDay(deps, params, { caller, now });
      return { body: view, version: view.version };
    },
    handIn: async (request) => {
      const view = await handInDay(deps, request);
      return { body: view, version: view.version };
    },
    amendment: async (request) => {
      const view = await amendDay(deps, request);
      return { body: view, version: view.version };
    },
  };
};
