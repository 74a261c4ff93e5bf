import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { CaseType, Fields } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { centreHandlers } from './centres.routes.ts';
import { attendanceType, centreType } from './centres.store.ts';
import { deviceHandlers } from './devices.routes.ts';
import { stockType } from './devices.store.ts';
import { donationHandlers } from './donations.routes.ts';
import { batchType } from './donations.store.ts';
import { eventPage, eventRow, eventType } from './events.store.ts';
import { recordEvent, withdrawEvent } from './events.usecases.ts';
import { readServiceFigures, readServiceFiguresBelow } from './figures.usecases.ts';
import { helpHandlers } from './helps.routes.ts';
import { changePerson, openingsOf, openPerson, readAboutPerson } from './service-people.usecases.ts';
import type { servicesContract } from './services.contract.ts';
import { eventsList } from './services.lists.ts';
import { readRecord } from './services.usecases.ts';
import type { ThingLedger } from './services.words.ts';

type Routes = Handlers<typeof servicesContract>;

/** The history of a record in which nobody is named. */
const historyOf = (deps: Core, ledger: ThingLedger, record: string, caller: Principal) => {
  const read = async <S extends Fields & { readonly node: string }>(type: CaseType<S>) => {
    const stored = await readRecord(deps, type, record, caller);
    return { body: await readHistory(deps.ledger, type.kind, stored), version: stored.version };
  };
  switch (ledger) {
    case 'stocks':
      return read(stockType);
    case 'centres':
      return read(centreType);
    case 'attendance':
      return read(attendanceType);
    case 'batches':
      return read(batchType);
    case 'events':
      return read(eventType);
  }
};

export const servicesRoutes = (deps: Core, cursors: Cursors): Routes => ({
  ...deviceHandlers(deps, cursors),
  ...centreHandlers(deps, cursors),
  ...donationHandlers(deps, cursors),
  ...helpHandlers(deps, cursors),
  events: async ({ query: { node, year, cursor }, caller, now }) => {
    admitNode(node, caller);
    const list = eventsList(node, year);
    return {
      body: await pageOf(cursors, { list, cursor, now }, (from) => eventPage(deps.store, list, from)),
    };
  },
  recordEvent: async (request) => {
    const stored = await recordEvent(deps, request, request.body);
    return { body: eventRow(stored), version: stored.version };
  },
  withdrawEvent: async (request) => {
    const stored = await withdrawEvent(deps, request);
    return { body: eventRow(stored), version: stored.version };
  },
  serviceFigures: async ({ query, caller, now }) => ({
    body: await readServiceFigures(deps, query, caller, now),
  }),
  serviceFiguresBelow: async ({ query, caller, now }) => ({
    body: await readServiceFiguresBelow(deps, query, caller, now),
  }),
  openPerson: async (request) => ({ body: await openPerson(deps, request) }),
  changePerson: async (request) => {
    const body = await changePerson(deps, request);
    return { body, version: body.version };
  },
  openings: async (request) => ({ body: { openings: await openingsOf(deps, request) } }),
  personHistory: async ({ params, caller }) => {
    const { kind, stored } = await readAboutPerson(deps, params, caller);
    return { body: await readHistory(deps.ledger, kind, stored), version: stored.version };
  },
  thingHistory: ({ params, caller }) => historyOf(deps, params.ledger, params.record, caller),
});
