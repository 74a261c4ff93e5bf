import { platformProblem } from '../platform/contract/problems.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import {
  assignmentView,
  excludeHousehold,
  reinstateHousehold,
  replanHousehold,
  seeAssignment,
} from './assignment-changes.usecases.ts';
import { assignedList, assignmentPage, unvisitedList } from './assignments.store.ts';
import type { campaignsContract } from './campaigns.contract.ts';
import { campaignProblem } from './campaigns.problems.ts';
import { campaignList, campaignPage, planRows } from './campaigns.store.ts';
import {
  type CampaignDependencies,
  campaignView,
  changeCampaign,
  concerns,
  createCampaign,
  endCampaign,
  readCampaign,
  startCampaign,
} from './campaigns.usecases.ts';
import { villagePath } from './campaigns.words.ts';
import { coverageOf, peopleOf } from './coverage.usecases.ts';
import { continuePlan, makePlan } from './plan.usecases.ts';
import { previewPlan } from './plan-preview.usecases.ts';
import { proofId, proofList, proofPage, proofType } from './proofs.store.ts';
import { proofView, proveNow } from './proofs.usecases.ts';
import { handOver } from './reassignments.usecases.ts';

export const campaignsRoutes = (
  deps: CampaignDependencies,
  cursors: Cursors,
): Handlers<typeof campaignsContract> => ({
  list: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const asked = { list: campaignList, cursor: query.cursor, now };
    const page = await pageOf(cursors, asked, (start) => campaignPage(deps.store, start));
    return { body: { ...page, rows: page.rows.filter((row) => concerns(row, query.node)) } };
  },
  create: async (request) => {
    const stored = await createCampaign(deps, request, request.body);
    return { body: campaignView(stored, request.caller), version: stored.version };
  },
  read: async ({ params, caller }) => {
    const stored = await readCampaign(deps, params.campaign, caller);
    return { body: campaignView(stored, caller), version: stored.version };
  },
  details: async (request) => {
    const stored = await changeCampaign(deps, request, request.body);
    return { body: campaignView(stored, request.caller), version: stored.version };
  },
  start: async (request) => {
    const stored = await startCampaign(deps, request);
    return { body: campaignView(stored, request.caller), version: stored.version };
  },
  end: async (request) => {
    const stored = await endCampaign(deps, request, request.body.reason);
    return { body: campaignView(stored, request.caller), version: stored.version };
  },
  plans: async ({ params, caller, now }) => {
    const rows = await planRows(deps.store, params.campaign);
    return {
      body: { rows: rows.filter(({ village }) => concerns({ scope: village }, caller.scope)), asOf: now },
    };
  },
  people: async ({ params, caller, now }) => {
    const village = villagePath(params.village);
    admitNode(village, caller);
    return { body: { people: await peopleOf(deps.store, params.campaign, village), asOf: now } };
  },
  planPreview: async (request) => ({
    body: await previewPlan(deps, request, request.params.campaign, request.body),
  }),
  plan: async (request) => {
    const progress = await makePlan(deps, request, request.params.campaign, request.body);
    return { body: progress, version: progress.version };
  },
  continuePlan: async (request) => {
    const { campaign, village } = request.params;
    const progress = await continuePlan(deps, request, campaign, villagePath(village));
    return { body: progress, version: progress.version };
  },
  reassignments: async (request) => ({
    body: await handOver(deps, request, request.params.campaign, request.body),
  }),
  coverage: async ({ params, query, caller, now }) => {
    admitNode(query.node, caller);
    return { body: await coverageOf(deps.store, params.campaign, query.node, now) };
  },
  unvisited: async ({ params, query, caller, now }) => {
    admitNode(query.node, caller);
    const list = unvisitedList(params.campaign, query.node);
    const asked = { list, cursor: query.cursor, now };
    return { body: await pageOf(cursors, asked, (start) => assignmentPage(deps.store, list, start)) };
  },
  assignments: async ({ params, query, caller, now }) => {
    admitNode(query.village, caller);
    const list = assignedList(params.campaign, query.village);
    const asked = { list, cursor: query.cursor, now };
    return { body: await pageOf(cursors, asked, (start) => assignmentPage(deps.store, list, start)) };
  },
  assignment: async ({ params, caller }) => {
    const stored = await seeAssignment(deps, params, caller);
    return { body: assignmentView(stored, caller), version: stored.version };
  },
  exclusion: async (request) => {
    const stored = await excludeHousehold(deps, request, request.body.reason);
    return { body: assignmentView(stored, request.caller), version: stored.version };
  },
  reinstatement: async (request) => {
    const stored = await reinstateHousehold(deps, request, request.body.reason);
    return { body: assignmentView(stored, request.caller), version: stored.version };
  },
  day: async (request) => {
    const stored = await replanHousehold(deps, request, request.body);
    return { body: assignmentView(stored, request.caller), version: stored.version };
  },
  proofs: async ({ params, query, caller, now }) => {
    const asked = { list: proofList(params.campaign), cursor: query.cursor, now };
    const page = await pageOf(cursors, asked, (start) => proofPage(deps.store, params.campaign, start));
    return { body: { ...page, rows: page.rows.filter((row) => concerns(row, caller.scope)) } };
  },
  proof: async ({ params, caller }) => {
    const stored = await deps.ledger.read(proofType, proofId(params.campaign, params.day));
    if (!stored) throw campaignProblem('campaign.proof_not_found');
    if (!concerns(stored.state, caller.scope)) throw platformProblem('access.scope');
    return { body: proofView(stored, caller), version: stored.version };
  },
  prove: async (request) => {
    const stored = await proveNow(deps, request);
    return { body: proofView(stored, request.caller), version: stored.version };
  },
});
