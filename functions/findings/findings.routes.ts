import { platformProblem } from '../platform/contract/problems.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readCounters } from '../platform/ledger/counters.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import { maySeeCheck } from './findings.actions.ts';
import type { findingsContract } from './findings.contract.ts';
import { findingFigures, findingView } from './findings.presentation.ts';
import { findingList, findingPage, findingsOf, findingsSubject, findingType } from './findings.store.ts';
import { exceptFinding, readFinding } from './findings.usecases.ts';
import { checkNames } from './findings.words.ts';
import type { FindingDependencies } from './settling.usecases.ts';

export const findingsRoutes = (
  deps: FindingDependencies,
  cursors: Cursors,
): Handlers<typeof findingsContract> => ({
  list: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    if (!maySeeCheck(query.check, caller)) throw platformProblem('access.role');
    const list = findingList(query.node, query);
    return {
      body: await pageOf(cursors, { list, cursor: query.cursor, now }, (start) =>
        findingPage(deps.store, list, query.state, start),
      ),
    };
  },
  mine: async ({ query, caller, now }) => {
    const list = findingsOf(caller.staffId);
    return {
      body: await pageOf(cursors, { list, cursor: query.cursor, now }, (start) =>
        findingPage(deps.store, list, 'open', start),
      ),
    };
  },
  figures: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const checks = checkNames.filter((check) => maySeeCheck(check, caller));
    const counted = await readCounters(deps.store, findingsSubject(query.node), { from: query.month });
    return { body: findingFigures(counted, { checks, month: query.month, asOf: now }) };
  },
  read: async ({ params, caller }) => {
    const stored = await readFinding(deps, params.finding, caller);
    return { body: findingView(stored, caller), version: stored.version };
  },
  history: async ({ params, caller }) => {
    const stored = await readFinding(deps, params.finding, caller);
    return { body: await readHistory(deps.ledger, findingType.kind, stored), version: stored.version };
  },
  exception: async (request) => {
    const stored = await exceptFinding(deps, request, request.body);
    return { body: findingView(stored, request.caller), version: stored.version };
  },
});
