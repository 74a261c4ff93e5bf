import { platformProblem } from '../platform/contract/problems.ts';
import { holdsOneOf, type Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { checkType } from './checks.store.ts';
import { recordFindings } from './checks.usecases.ts';
import { readCheck } from './checks-reading.usecases.ts';
import { inspectors } from './inspections.actions.ts';
import type { inspectionsContract } from './inspections.contract.ts';
import { checkView, inspectionView, rectificationView } from './inspections.presentation.ts';
import { inspectionType } from './inspections.store.ts';
import {
  drawInspection,
  finishInspection,
  type InspectionDependencies,
  readInspection,
  readWholeInspection,
  startInspection,
  type WholeInspection,
} from './inspections.usecases.ts';
import {
  inspectionList,
  inspectionPage,
  inspectionsStarted,
  ownRectifications,
  rectificationList,
  rectificationPage,
} from './inspections-lists.store.ts';
import { drawAgain, populationNow, previewOf } from './population.usecases.ts';
import { ratesOf } from './rates.rules.ts';
import * as rules from './rectifications.rules.ts';
import type { Rectification } from './rectifications.states.ts';
import { actOnRectification } from './rectifications.usecases.ts';
import { readRectification } from './rectifications-reading.usecases.ts';
import { responsiblePeople } from './responsible-people.usecases.ts';

interface Asked {
  readonly caller: Principal;
  readonly now: Instant;
}

const answerInspection = ({ caller }: Asked, { stored, checks }: WholeInspection) => ({
  body: inspectionView(stored, checks, caller),
  version: stored.version,
});

const answerRectification = ({ caller, now }: Asked, stored: Stored<Rectification>) => ({
  body: rectificationView(stored, caller, now),
  version: stored.version,
});

export const inspectionsRoutes = (
  deps: InspectionDependencies,
  cursors: Cursors,
): Handlers<typeof inspectionsContract> => ({
  list: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    if (query.list === 'drawn' && !holdsOneOf(caller, inspectors)) throw platformProblem('access.role');
    const list = inspectionList(query.node, query.list);
    const asked = { list, cursor: query.cursor, now };
    return {
      body: await pageOf(cursors, asked, (cursor) =>
        inspectionPage(deps.store, { list, order: 'newest first', cursor }),
      ),
    };
  },
  population: async ({ query, caller, now }) => {
    const { villages } = await populationNow(deps, query, caller, now);
    return { body: { ...previewOf(villages, query.size), asOf: now } };
  },
  draw: async (request) => {
    const stored = await drawInspection(deps, { ...request, ifMatch: undefined }, request.body);
    return answerInspection(request, { stored, checks: [] });
  },
  read: async (request) =>
    answerInspection(request, await readInspection(deps, request.params.inspection, request.caller)),
  history: async ({ params, caller }) => {
    const stored = await readWholeInspection(deps, params.inspection, caller);
    return { body: await readHistory(deps.ledger, inspectionType.kind, stored), version: stored.version };
  },
  verification: async ({ params, caller, now }) => {
    const { state } = await readWholeInspection(deps, params.inspection, caller);
    return { body: { ...(await drawAgain(deps, state, now)), asOf: now } };
  },
  start: async (request) => answerInspection(request, await startInspection(deps, request)),
  check: async (request) => {
    const stored = await recordFindings(deps, request);
    return { body: checkView(stored, true, request.caller), version: stored.version };
  },
  checkHistory: async ({ params, caller }) => {
    const stored = await readCheck(deps, params, caller);
    return { body: await readHistory(deps.ledger, checkType.kind, stored), version: stored.version };
  },
  finish: async (request) => answerInspection(request, await finishInspection(deps, request)),
  people: async ({ query, caller }) => ({
    body: { people: await responsiblePeople(deps, query.village, caller) },
  }),
  rates: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const rows = await inspectionsStarted(deps.store, query.node, query.from, query.to);
    const results = rows.flatMap((row) => row.results ?? []);
    return { body: { inspections: results.length, rates: ratesOf(results), asOf: now } };
  },
  rectifications: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const overdue = query.list === 'overdue';
    const list = rectificationList(query.node, query.list === 'overdue' ? 'open' : query.list);
    const book = `${query.list} ${list}`;
    const body = await pageOf(cursors, { list: book, cursor: query.cursor, now }, (cursor) =>
      rectificationPage(deps.store, {
        list,
        order: query.list === 'all' ? 'newest first' : 'oldest first',
        // What is due at this very instant is overdue: its key goes on with its id, so it sorts before `~`.
        ...(overdue ? { within: { before: `${now}~` } } : {}),
        cursor,
      }),
    );
    return { body };
  },
  mine: async ({ query, caller, now }) => {
    const list = ownRectifications(caller.staffId);
    const asked = { list, cursor: query.cursor, now };
    return {
      body: await pageOf(cursors, asked, (cursor) =>
        rectificationPage(deps.store, { list, order: 'oldest first', cursor }),
      ),
    };
  },
  rectification: async (request) =>
    answerRectification(request, await readRectification(deps, request.params.rectification, request.caller)),
  completion: async (request) => {
    const { what, photos } = request.body;
    const stored = await actOnRectification(deps, 'completion', request, (rectification, act) =>
      rules.complete(rectification, what, photos, act),
    );
    return answerRectification(request, stored);
  },
  acceptance: async (request) => {
    const stored = await actOnRectification(deps, 'acceptance', request, (rectification, act) =>
      rules.accept(rectification, request.body.note, act),
    );
    return answerRectification(request, stored);
  },
  return: async (request) => {
    const { reason, workingDays } = request.body;
    const stored = await actOnRectification(deps, 'return', request, (rectification, act) =>
      rules.sendBack(rectification, reason, workingDays, act),
    );
    return answerRectification(request, stored);
  },
});
