import type { IssueDependencies } from '../issues/issues.usecases.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { supervisionContract } from './supervision.contract.ts';
import type { SupervisionList } from './supervision.states.ts';
import { supervisionLists, supervisionPage } from './supervision.store.ts';
import { enterItem, readSupervision, supervisionView, takeItem } from './supervision.usecases.ts';

export const supervisionRoutes = (
  deps: IssueDependencies,
  cursors: Cursors,
): Handlers<typeof supervisionContract> => {
  const answer = (stored: Stored<SupervisionList>, caller: Principal) => ({
    body: supervisionView(stored, caller),
    version: stored.version,
  });
  return {
    lists: async ({ query: { cursor }, now }) => ({
      body: await pageOf(cursors, { list: supervisionLists, cursor, now }, (from) =>
        supervisionPage(deps.store, from),
      ),
    }),
    read: async ({ params, caller }) => answer(await readSupervision(deps, params.date), caller),
    taking: async (request) => answer(await takeItem(deps, request, request.body), request.caller),
    entry: async (request) => answer(await enterItem(deps, request, request.body), request.caller),
  };
};
