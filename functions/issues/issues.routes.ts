import type { Principal } from '../platform/contract/roles.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Answer, Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { issuesContract } from './issues.contract.ts';
import { orderOf } from './issues.lists.ts';
import { caseView } from './issues.presentation.ts';
import * as rules from './issues.rules.ts';
import type { Issue } from './issues.states.ts';
import { countedIssues, issueCounts, issuePage, issueType, listName, venueIssues } from './issues.store.ts';
import {
  actOnIssue,
  type IssueDependencies,
  linkIssue,
  openContact,
  resolveIssue,
  sendIssue,
} from './issues.usecases.ts';
import { consentVersion } from './issues.words.ts';
import * as handling from './issues-handling.rules.ts';
import { readIssue } from './issues-reading.usecases.ts';
import { issuesOfVenue, raiseByStaff } from './issues-venue.usecases.ts';
import type { Owner } from './owners.states.ts';
import { changeOwner, createOwner, leadCandidates, ownerView, readOwners } from './owners.usecases.ts';

type CaseAnswer = Answer<ResponseInputOf<typeof issuesContract.routes.read>>;

interface Asked {
  readonly caller: Principal;
  readonly now: Instant;
}

const answerCase = ({ caller, now }: Asked, stored: Stored<Issue>): CaseAnswer => ({
  body: caseView(stored, caller, now),
  version: stored.version,
});

const answerOwner = (
  stored: Stored<Owner>,
): Answer<ResponseInputOf<typeof issuesContract.routes.changeOwner>> => ({
  body: ownerView(stored),
  version: stored.version,
});

const { from } = rules;

export const issuesRoutes = (deps: IssueDependencies, cursors: Cursors): Handlers<typeof issuesContract> => ({
  register: async (request) => {
    const { body, caller, now } = request;
    const { stored, code } = await raiseByStaff(deps, request, { ...body, consent: consentVersion });
    return {
      body: { reference: stored.id, code, issue: caseView(stored, caller, now) },
      version: stored.version,
    };
  },
  ofVenue: async ({ params, query, caller, now }) => {
    const asked = { list: venueIssues(params.venue), cursor: query.cursor, now };
    return {
      body: await pageOf(cursors, asked, (start) => issuesOfVenue(deps, params.venue, caller, start)),
    };
  },
  owners: async ({ now }) => ({ body: { rows: await readOwners(deps), asOf: now } }),
  leadCandidates: async ({ query: { department, town }, caller }) => {
    admitNode(department, caller);
    return { body: { rows: await leadCandidates(deps, department, town) } };
  },
  createOwner: async (request) => answerOwner(await createOwner(deps, request, request.body)),
  changeOwner: async (request) =>
    answerOwner(await changeOwner(deps, request, { ...request.params, ...request.body })),
  list: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const list = listName(query.node, query.list);
    const asked = { list, cursor: query.cursor, now };
    return {
      body: await pageOf(cursors, asked, (start) => issuePage(deps.store, list, orderOf(query.list), start)),
    };
  },
  read: async (request) =>
    answerCase(request, await readIssue(deps, request.params.reference, request.caller)),
  history: async ({ params, caller }) => {
    const stored = await readIssue(deps, params.reference, caller);
    return { body: await readHistory(deps.ledger, issueType.kind, stored), version: stored.version };
  },
  figures: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    return { body: { ...(await issueCounts(deps.store, query.node, query.from, query.to)), asOf: now } };
  },
  counted: async ({ params: { figure }, query: { node, from, to, cursor }, caller, now }) => {
    admitNode(node, caller);
    // The place a link leads to holds for these months of this figure alone.
    const list = `${listName(node, 'all')}:${figure}:${from}:${to}`;
    return {
      body: await pageOf(cursors, { list, cursor, now }, (start) =>
        countedIssues(deps.store, { node, figure, from, to }, start),
      ),
    };
  },
  transfer: async (request) => {
    const { department, urgency } = request.body;
    const rule = from(['registered'], (issue, act) => rules.transfer(issue, act, department, urgency));
    return answerCase(request, await sendIssue(deps, 'transfer', request, rule));
  },
  claim: async (request) =>
    answerCase(request, await actOnIssue(deps, 'claim', request, from(['transferred'], rules.claim))),
  return: async (request) => {
    const rule = from(['transferred', 'claimed'], (issue, act) =>
      rules.giveBack(issue, act, request.body.reason),
    );
    return answerCase(request, await actOnIssue(deps, 'return', request, rule));
  },
  arbitration: async (request) => {
    const { department, reason } = request.body;
    const rule = from(['arbitration'], (issue, act) => rules.arbitrate(issue, act, department, reason));
    return answerCase(request, await sendIssue(deps, 'arbitration', request, rule));
  },
  extension: async (request) => {
    const { workingDays, reason } = request.body;
    const rule = from(['claimed'], (issue, act) =>
      handling.requestExtension(issue, act, workingDays, reason),
    );
    return answerCase(request, await actOnIssue(deps, 'extension', request, rule));
  },
  'extension-decision': async (request) => {
    const { approved, note } = request.body;
    const rule = from(['claimed'], (issue, act) => handling.decideExtension(issue, act, approved, note));
    return answerCase(request, await actOnIssue(deps, 'extension-decision', request, rule));
  },
  resolution: async (request) => {
    const rule = from(['claimed'], (issue, act) => handling.resolve(issue, act, request.body));
    return answerCase(request, await resolveIssue(deps, request, rule));
  },
  attempt: async (request) => {
    const { channel, note } = request.body;
    const rule = from(['resolved'], (issue, act) => handling.recordAttempt(issue, act, channel, note));
    return answerCase(request, await actOnIssue(deps, 'attempt', request, rule));
  },
  answer: async (request) => {
    const rule = from(['resolved'], (issue, act) => handling.answer(issue, act, request.body));
    return answerCase(request, await actOnIssue(deps, 'answer', request, rule));
  },
  'follow-up': async (request) => {
    const rule = from(['answered'], (issue, act) => handling.followUp(issue, act, request.body));
    return answerCase(request, await actOnIssue(deps, 'follow-up', request, rule));
  },
  reopening: async (request) => {
    const rule = from(['closed'], (issue, act) => handling.reopen(issue, act, request.body.reason));
    return answerCase(request, await actOnIssue(deps, 'reopening', request, rule));
  },
  link: async (request) => answerCase(request, await linkIssue(deps, request)),
  comment: async (request) => {
    const rule: rules.Rule = (issue) => rules.comment(issue, request.body.text);
    return answerCase(request, await actOnIssue(deps, 'comment', request, rule));
  },
  contact: async (request) => ({ body: await openContact(deps, request) }),
});
