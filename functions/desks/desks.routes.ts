import type { Handlers } from '../platform/http/api-function.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import { partsFor } from './desks.actions.ts';
import type { desksContract } from './desks.contract.ts';
import { type DeskDependencies, readDesk } from './desks.usecases.ts';

export const desksRoutes = (deps: DeskDependencies): Handlers<typeof desksContract> => ({
  desk: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    return { body: await readDesk(deps, { node: query.node, parts: partsFor(caller) }, now) };
  },
});
