import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { donationRoutes } from './donations.contract.ts';
import type { Batch, Receipt } from './donations.states.ts';
import { batchPage, batchType, receiptPage, receiptType } from './donations.store.ts';
import {
  batchView,
  correctBatch,
  createBatch,
  receiptView,
  receiveGoods,
  takeGoodsBack,
} from './donations.usecases.ts';
import type { servicesContract } from './services.contract.ts';
import { batchesList, receiptsList } from './services.lists.ts';
import { readRecord } from './services.usecases.ts';

type Routes = Pick<Handlers<typeof servicesContract>, keyof typeof donationRoutes>;

interface By {
  readonly caller: Principal;
}

const shown = ({ caller }: By, stored: Stored<Receipt>) => ({
  body: receiptView(stored, caller),
  version: stored.version,
});

export const donationHandlers = (deps: Core, cursors: Cursors): Routes => {
  const { store } = deps;
  const counted = async ({ caller }: By, stored: Stored<Batch>) => ({
    body: await batchView(deps, stored, caller),
    version: stored.version,
  });
  return {
    batches: async ({ query: { node, cursor }, caller, now }) => {
      admitNode(node, caller);
      const asked = { list: batchesList(node), cursor, now };
      return { body: await pageOf(cursors, asked, (from) => batchPage(store, node, from)) };
    },
    createBatch: async (request) => counted(request, await createBatch(deps, request, request.body)),
    readBatch: async (request) =>
      counted(request, await readRecord(deps, batchType, request.params.batch, request.caller)),
    correctBatch: async (request) => counted(request, await correctBatch(deps, request, request.body)),
    receiptsOfBatch: async ({ params, query: { state, cursor }, caller, now }) => {
      const { id } = await readRecord(deps, batchType, params.batch, caller);
      const list = receiptsList(id, state);
      return { body: await pageOf(cursors, { list, cursor, now }, (from) => receiptPage(store, list, from)) };
    },
    receive: async (request) => shown(request, await receiveGoods(deps, request, request.body)),
    receipts: async ({ query: { node, state, cursor }, caller, now }) => {
      admitNode(node, caller);
      const list = receiptsList(node, state);
      return { body: await pageOf(cursors, { list, cursor, now }, (from) => receiptPage(store, list, from)) };
    },
    readReceipt: async (request) =>
      shown(request, await readRecord(deps, receiptType, request.params.receipt, request.caller)),
    takeBack: async (request) => shown(request, await takeGoodsBack(deps, request, request.body)),
  };
};
