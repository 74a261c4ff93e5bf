import { maskName, maskPhone } from '../platform/contract/masks.ts';
import { officerOf } from '../platform/contract/officer.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Answer, Handlers } from '../platform/http/api-function.ts';
import type { Cursors } from '../platform/http/cursor.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { commandOf } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { apply } from './applying.usecases.ts';
import { changeFundOf, readFunds, setFundOf } from './funds.usecases.ts';
import { assignLot, lotPage, lotsList, lotsOfContractor, payLot, readLot } from './lots.usecases.ts';
import { appointAssessor, approveHome, peopleFor, planHome } from './planning.usecases.ts';
import type { RenovationAction } from './renovation.actions.ts';
import type { renovationContract } from './renovation.contract.ts';
import { caseView } from './renovation.presentation.ts';
import { orderOf } from './renovation.projector.ts';
import { seesArea } from './renovation.roles.ts';
import * as rules from './renovation.rules.ts';
import type { In, Renovation, RenovationState } from './renovation.states.ts';
import { rejectionSteps } from './renovation.states.ts';
import {
  jobPage,
  jobsList,
  listName,
  renovationCounts,
  renovationPage,
  renovationType,
} from './renovation.store.ts';
import {
  actOnRenovation,
  admitNode,
  disclose,
  objecting,
  positionOf,
  type RenovationCommand,
  type RenovationDependencies,
  signFor,
} from './renovation.usecases.ts';
import { decideObjection } from './renovation-notice.rules.ts';
import { answerPlan, assess, findFeasible } from './renovation-planning.rules.ts';
import { homesToAssess, readRenovation } from './renovation-reading.usecases.ts';
import { appeal, decideAppeal, reject, withdraw } from './renovation-stopping.rules.ts';
import { complete, findDefect, followUp, showBefore } from './renovation-works.rules.ts';

type CaseAnswer = Answer<ResponseInputOf<typeof renovationContract.routes.read>>;

const answerCase = async (
  deps: Pick<Core, 'store'>,
  { caller, now }: { readonly caller: Principal; readonly now: Instant },
  stored: Stored<Renovation>,
): Promise<CaseAnswer> => ({
  body: caseView(stored, caller, now, await positionOf(deps, stored)),
  version: stored.version,
});

type Routes = Handlers<typeof renovationContract>;

export const renovationRoutes = (deps: RenovationDependencies, cursors: Cursors): Routes => {
  /** A command that is one rule, in the states it exists in. */
  const act = async <K extends RenovationState>(
    action: RenovationAction,
    request: RenovationCommand,
    states: readonly K[],
    rule: (renovation: In<K>, by: rules.Act) => rules.RenovationDecision,
  ): Promise<CaseAnswer> => {
    const stored = await actOnRenovation(deps, action, request, ({ stored: found, act: by }) =>
      rules.from(states, (renovation: In<K>) => rule(renovation, by))(found.state),
    );
    return answerCase(deps, request, stored);
  };

  return {
    register: async (request) => {
      const { body, caller, now } = request;
      admitNode(body.home.village, caller);
      const { stored, code } = await apply(deps, commandOf(request), body, officerOf(caller));
      return {
        body: { reference: stored.id, code, renovation: caseView(stored, caller, now) },
        version: stored.version,
      };
    },
    list: async ({ query, caller, now }) => {
      admitNode(query.node, caller);
      const list = listName(query.node, query.list);
      const start = await cursors.open(list, query.cursor, now);
      const { rows, last } = await renovationPage(deps.store, list, orderOf(query.list), start);
      return { body: { rows, next: await cursors.seal(list, last, now), asOf: now } };
    },
    jobs: async ({ query, caller, now }) => {
      const list = jobsList(caller.staffId, query.done === 'true');
      const start = await cursors.open(list, query.cursor, now);
      const order = query.done === 'true' ? 'newest first' : 'oldest first';
      const { rows, last } = await jobPage(deps.store, list, order, start);
      return { body: { rows, next: await cursors.seal(list, last, now), asOf: now } };
    },
    toAssess: async ({ caller, now }) => ({ body: await homesToAssess(deps, caller, now) }),
    read: async (request) =>
      answerCase(deps, request, await readRenovation(deps, request.params.reference, request.caller)),
    history: async ({ params, caller }) => {
      const stored = await readRenovation(deps, params.reference, caller);
      return { body: await readHistory(deps.ledger, renovationType.kind, stored), version: stored.version };
    },
    people: async ({ query, caller }) => {
      admitNode(query.node, caller);
      return { body: { people: await peopleFor(deps, query.node, caller) } };
    },
    figures: async ({ query, caller, now }) => {
      admitNode(query.node, caller);
      const counts = await renovationCounts(deps.store, query.node, query.from, query.to);
      return { body: { ...counts, asOf: now } };
    },
    check: (request) =>
      act('check', request, ['applied'], (one, by) => rules.check(one, by, request.body.note)),
    review: (request) =>
      act('review', request, ['checked'], (one, by) => rules.review(one, by, request.body.note)),
    papers: (request) =>
      act('papers', request, ['applied', 'checked', 'reviewed'], (one, by) =>
        rules.askForPapers(one, by, request.body.papers),
      ),
    'papers-answer': (request) =>
      act('papers-answer', request, ['papers'], (one, by) =>
        rules.bringPapers(one, { ...by, how: undefined }, request.body),
      ),
    appointment: async (request) => answerCase(deps, request, await appointAssessor(deps, request)),
    assessment: (request) =>
      act('assessment', request, ['reviewed'], (one, by) => assess(one, by, request.body)),
    feasibility: (request) =>
      act('feasibility', request, ['assessed'], (one, by) => findFeasible(one, by, request.body)),
    plan: async (request) => answerCase(deps, request, await planHome(deps, request)),
    agreement: (request) => {
      const { how, ...answer } = request.body;
      return act('agreement', request, ['planned'], (one, by) => answerPlan(one, { ...by, how }, answer));
    },
    approval: async (request) => answerCase(deps, request, await approveHome(deps, request)),
    rejection: (request) =>
      act('rejection', request, rejectionSteps, (one, by) => reject(one, by, request.body)),
    objection: async (request) => {
      const { name, phone } = request.body;
      const masked = { name: maskName(name), phone: maskPhone(phone) };
      const stored = await actOnRenovation(deps, 'objection', request, ({ stored: found, act: by }) =>
        objecting(deps, found, by, request.body, masked),
      );
      return answerCase(deps, request, stored);
    },
    'objection-decision': (request) =>
      act('objection-decision', request, ['noticed'], (one, by) => decideObjection(one, by, request.body)),
    before: (request) => act('before', request, ['building'], (one, by) => showBefore(one, by, request.body)),
    completion: (request) =>
      act('completion', request, ['building'], (one, by) => complete(one, by, request.body)),
    signature: async (request) => answerCase(deps, request, await signFor(deps, request)),
    defect: (request) => {
      const { side, ...found } = request.body;
      return act('defect', request, ['finished'], (one, by) =>
        findDefect(one, { ...by, how: undefined }, side, found),
      );
    },
    'follow-up': (request) =>
      act('follow-up', request, ['paid'], (one, by) => followUp(one, by, request.body)),
    appeal: (request) => {
      const { text, how } = request.body;
      return act('appeal', request, ['rejected'], (one, by) => appeal(one, { ...by, how }, text));
    },
    'appeal-decision': (request) =>
      act('appeal-decision', request, ['appealed'], (one, by) => decideAppeal(one, by, request.body)),
    withdrawal: async (request) => {
      const { how, ...why } = request.body;
      const stored = await actOnRenovation(deps, 'withdrawal', request, ({ stored: found, act: by }) =>
        withdraw(found.state, { ...by, how }, why),
      );
      return answerCase(deps, request, stored);
    },
    disclosure: async (request) => ({ body: await disclose(deps, request) }),
    funds: async ({ query, caller }) => ({
      body: { funds: await readFunds(deps, Number(query.year), caller) },
    }),
    setFund: async (request) => {
      const body = await setFundOf(deps, request, request.body);
      return { body, version: body.version };
    },
    changeFund: async (request) => {
      const body = await changeFundOf(deps, request, request.body);
      return { body, version: body.version };
    },
    lots: async ({ query, caller, now }) => {
      if (seesArea(caller)) admitNode(query.node, caller);
      const list = seesArea(caller) ? lotsList(query.node) : lotsOfContractor(caller.staffId);
      const start = await cursors.open(list, query.cursor, now);
      const { rows, last } = await lotPage(deps.store, list, start);
      return { body: { rows, next: await cursors.seal(list, last, now), asOf: now } };
    },
    readLot: async ({ params, caller }) => {
      const { view, version } = await readLot(deps, params.lot, caller);
      return { body: view, version };
    },
    assign: async (request) => {
      const { view, version } = await assignLot(deps, request, request.body);
      return { body: view, version };
    },
    pay: async (request) => {
      const { view, version } = await payLot(deps, request, request.body);
      return { body: view, version };
    },
  };
};
