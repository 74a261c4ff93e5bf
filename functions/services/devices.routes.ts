import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import type { deviceRoutes } from './devices.contract.ts';
import { daysLateOf } from './devices.rules.ts';
import type { Handout, Stock } from './devices.states.ts';
import { handoutPage, handoutType, loanPage, stockPage, stockType } from './devices.store.ts';
import {
  correctStock,
  createStock,
  deliverTo,
  extendLoan,
  handOut,
  handoutView,
  mendDevices,
  stockView,
  takeDeviceBack,
} from './devices.usecases.ts';
import type { servicesContract } from './services.contract.ts';
import { handoutsList, loansList, stocksList } from './services.lists.ts';
import { readRecord } from './services.usecases.ts';

type Routes = Pick<Handlers<typeof servicesContract>, keyof typeof deviceRoutes>;

interface By {
  readonly caller: Principal;
  readonly now: Instant;
}

const shown = ({ caller, now }: By, stored: Stored<Handout>) => ({
  body: handoutView(stored, caller, now),
  version: stored.version,
});

export const deviceHandlers = (deps: Core, cursors: Cursors): Routes => {
  const { store } = deps;
  const counted = async ({ caller }: By, stored: Stored<Stock>) => ({
    body: await stockView(deps, stored, caller),
    version: stored.version,
  });
  return {
    stocks: async ({ query: { node, cursor }, caller, now }) => {
      admitNode(node, caller);
      const asked = { list: stocksList(node), cursor, now };
      return { body: await pageOf(cursors, asked, (from) => stockPage(store, node, from)) };
    },
    createStock: async (request) => counted(request, await createStock(deps, request, request.body)),
    readStock: async (request) =>
      counted(request, await readRecord(deps, stockType, request.params.stock, request.caller)),
    deliver: async (request) => counted(request, await deliverTo(deps, request, request.body)),
    correctStock: async (request) => counted(request, await correctStock(deps, request, request.body)),
    mend: async (request) => counted(request, await mendDevices(deps, request, request.body)),
    handouts: async ({ query: { node, state, cursor }, caller, now }) => {
      admitNode(node, caller);
      const list = handoutsList(node, state);
      return { body: await pageOf(cursors, { list, cursor, now }, (from) => handoutPage(store, list, from)) };
    },
    loans: async ({ query: { node, only, cursor }, caller, now }) => {
      admitNode(node, caller);
      const today = localDateOf(now);
      const before = only === 'late' ? today : undefined;
      const asked = { list: `${loansList(node)} ${only ?? 'all'}`, cursor, now };
      const page = await pageOf(cursors, asked, (from) => loanPage(store, node, before, from));
      return {
        body: { ...page, rows: page.rows.map((row) => ({ ...row, daysLate: daysLateOf(row.until, today) })) },
      };
    },
    handOut: async (request) => shown(request, await handOut(deps, request, request.body)),
    readHandout: async (request) =>
      shown(request, await readRecord(deps, handoutType, request.params.handout, request.caller)),
    extendLoan: async (request) => shown(request, await extendLoan(deps, request, request.body)),
    returnDevice: async (request) => shown(request, await takeDeviceBack(deps, request, request.body)),
  };
};
