import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { mayRead, mayReadSite } from './criticism.actions.ts';
import type { criticismContract } from './criticism.contract.ts';
import type { Criticism } from './criticism.states.ts';
import {
  criticismList,
  criticismPage,
  criticismType,
  exemplaryList,
  exemplaryPage,
} from './criticism.store.ts';
import {
  type CriticismDependencies,
  criticismView,
  draftCriticism,
  publishCriticism,
  readCriticism,
  replyToCriticism,
  withdrawCriticism,
} from './criticism.usecases.ts';
import type { Exemplary } from './exemplary.states.ts';
import { approveSite, exemplaryView, proposeSite, readSite, withdrawSite } from './exemplary.usecases.ts';
import { drawFigures } from './figures.usecases.ts';

interface By {
  readonly caller: Principal;
  readonly now: Instant;
}

export const criticismRoutes = (
  deps: CriticismDependencies,
  cursors: Cursors,
): Handlers<typeof criticismContract> => {
  const { store } = deps;
  const notice = async ({ caller, now }: By, stored: Stored<Criticism>) => ({
    body: await criticismView(deps, stored, caller, now),
    version: stored.version,
  });
  const site = ({ caller }: By, stored: Stored<Exemplary>) => ({
    body: exemplaryView(stored, caller),
    version: stored.version,
  });
  return {
    list: async ({ query: { node, state, cursor }, caller, now }) => {
      admitNode(node, caller);
      if (!mayRead({ node, state }, caller)) throw platformProblem('access.role');
      const list = criticismList(node, state);
      const page = await pageOf(cursors, { list, cursor, now }, (from) => criticismPage(store, list, from));
      // Whoever replies for a place sees what is about it before it is published, not what is about those below.
      return { body: { ...page, rows: page.rows.filter((row) => mayRead(row, caller)) } };
    },
    figures: async ({ query: { node, from, to }, caller, now }) => {
      admitNode(node, caller);
      const period = { from, to };
      return { body: { node, period, figures: await drawFigures(deps, { node, period }, now) } };
    },
    draft: async (request) => notice(request, await draftCriticism(deps, request, request.body)),
    read: async (request) =>
      notice(request, await readCriticism(deps, request.params.criticism, request.caller)),
    history: async ({ params, caller }) => {
      const stored = await readCriticism(deps, params.criticism, caller);
      return { body: await readHistory(deps.ledger, criticismType.kind, stored), version: stored.version };
    },
    reply: async (request) => notice(request, await replyToCriticism(deps, request, request.body)),
    publication: async (request) => notice(request, await publishCriticism(deps, request)),
    withdrawal: async (request) => notice(request, await withdrawCriticism(deps, request, request.body)),
    sites: async ({ query: { node, state, cursor }, caller, now }) => {
      admitNode(node, caller);
      if (!mayReadSite({ node, state }, caller)) throw platformProblem('access.role');
      const list = exemplaryList(node, state);
      return {
        body: await pageOf(cursors, { list, cursor, now }, (from) => exemplaryPage(store, list, from)),
      };
    },
    propose: async (request) => site(request, await proposeSite(deps, request, request.body)),
    site: async (request) => site(request, await readSite(deps, request.params.site, request.caller)),
    approval: async (request) => site(request, await approveSite(deps, request)),
    siteWithdrawal: async (request) => site(request, await withdrawSite(deps, request, request.body)),
  };
};
