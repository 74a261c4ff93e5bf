import { maySeeCheck } from '../findings/findings.actions.ts';
import { checkNames } from '../findings/findings.words.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import { partsFor } from './desks.actions.ts';
import type { desksContract } from './desks.contract.ts';
import { type DeskDependencies, readDesk } from './desks.usecases.ts';
import { reportPage } from './reports.store.ts';
import { readReport } from './reports.usecases.ts';

export const desksRoutes = (deps: DeskDependencies, cursors: Cursors): Handlers<typeof desksContract> => ({
  desk: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const checks = checkNames.filter((check) => maySeeCheck(check, caller));
    return { body: await readDesk(deps, { node: query.node, parts: partsFor(caller), checks }, now) };
  },
  reports: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const list = `reports/${query.node}`;
    return {
      body: await pageOf(cursors, { list, cursor: query.cursor, now }, (start) =>
        reportPage(deps.store, query.node, start),
      ),
    };
  },
  report: async ({ params, caller }) => ({ body: await readReport(deps, params.report, caller) }),
});
