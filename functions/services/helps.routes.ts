import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { helpRoutes } from './helps.contract.ts';
import type { Help } from './helps.states.ts';
import { helpPage, helpType } from './helps.store.ts';
import { beginHelp, breakOffHelp, completeHelp, helpView } from './helps.usecases.ts';
import type { servicesContract } from './services.contract.ts';
import { helpsList } from './services.lists.ts';
import { readRecord } from './services.usecases.ts';

type Routes = Pick<Handlers<typeof servicesContract>, keyof typeof helpRoutes>;

const shown = ({ caller }: { readonly caller: Principal }, stored: Stored<Help>) => ({
  body: helpView(stored, caller),
  version: stored.version,
});

export const helpHandlers = (deps: Core, cursors: Cursors): Routes => ({
  helps: async ({ query: { node, state, cursor }, caller, now }) => {
    admitNode(node, caller);
    const list = helpsList(node, state);
    return { body: await pageOf(cursors, { list, cursor, now }, (from) => helpPage(deps.store, list, from)) };
  },
  help: async (request) => shown(request, await beginHelp(deps, request, request.body)),
  readHelp: async (request) =>
    shown(request, await readRecord(deps, helpType, request.params.help, request.caller)),
  completeHelp: async (request) => shown(request, await completeHelp(deps, request, request.body)),
  breakOffHelp: async (request) => shown(request, await breakOffHelp(deps, request, request.body)),
});
