import { query, revalidate } from '@solidjs/router';
import type { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';
import { codeOf } from './place.ts';

type Routes = typeof campaignsContract.routes;
type Read =
  | 'list'
  | 'read'
  | 'coverage'
  | 'plans'
  | 'people'
  | 'unvisited'
  | 'assignments'
  | 'assignment'
  | 'proofs'
  | 'proof';

/** What is read; without the schemas, which are most of a contract's weight and none of a reading's. */
const routes: { readonly [Name in Read]: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/campaigns' },
  read: { method: 'GET', path: '/api/campaigns/{campaign}' },
  coverage: { method: 'GET', path: '/api/campaigns/{campaign}/coverage' },
  plans: { method: 'GET', path: '/api/campaigns/{campaign}/plans' },
  people: { method: 'GET', path: '/api/campaigns/{campaign}/people/{village}' },
  unvisited: { method: 'GET', path: '/api/campaigns/{campaign}/unvisited' },
  assignments: { method: 'GET', path: '/api/campaigns/{campaign}/assignments' },
  assignment: { method: 'GET', path: '/api/campaigns/{campaign}/assignments/{household}' },
  proofs: { method: 'GET', path: '/api/campaigns/{campaign}/proofs' },
  proof: { method: 'GET', path: '/api/campaigns/{campaign}/proofs/{day}' },
};

export type CampaignView = ResponseOf<Routes['read']>;
export type CampaignRow = ResponseOf<Routes['list']>['rows'][number];
export type Coverage = ResponseOf<Routes['coverage']>;
export type CoverageCounts = Coverage['total'];
export type PlanRow = ResponseOf<Routes['plans']>['rows'][number];
export type PersonRow = ResponseOf<Routes['people']>['people'][number];
export type AssignmentPage = ResponseOf<Routes['unvisited']>;
export type AssignmentRow = AssignmentPage['rows'][number];
export type AssignmentView = ResponseOf<Routes['assignment']>;
export type ProofView = ResponseOf<Routes['proof']>;

type VisitFigures = typeof visitsContract.routes.figures;
const visitFigures: LightRow<VisitFigures> = { method: 'GET', path: '/api/visit-figures' };

const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export const readCampaigns = query(
  async (node: string, cursor: string | undefined) =>
    (await readLight(routes.list, { query: { node, ...at(cursor) } })).body,
  'campaign-list',
);

export const readCampaign = query(
  async (campaign: string): Promise<CampaignView> =>
    (await readLight(routes.read, { params: { campaign } })).body,
  'campaign-now',
);

export const readCoverage = query(
  async (campaign: string, node: string): Promise<Coverage> =>
    (await readLight(routes.coverage, { params: { campaign }, query: { node } })).body,
  'campaign-coverage',
);

export const readPlans = query(
  async (campaign: string): Promise<readonly PlanRow[]> =>
    (await readLight(routes.plans, { params: { campaign } })).body.rows,
  'campaign-plans',
);

export const readPeople = query(
  async (campaign: string, village: string): Promise<readonly PersonRow[]> =>
    (await readLight(routes.people, { params: { campaign, village: codeOf(village) } })).body.people,
  'campaign-people',
);

export const readUnvisited = query(
  async (campaign: string, node: string, cursor: string | undefined): Promise<AssignmentPage> =>
    (await readLight(routes.unvisited, { params: { campaign }, query: { node, ...at(cursor) } })).body,
  'campaign-unvisited',
);

export const readAssigned = query(
  async (campaign: string, village: string, cursor: string | undefined): Promise<AssignmentPage> =>
    (await readLight(routes.assignments, { params: { campaign }, query: { village, ...at(cursor) } })).body,
  'campaign-assigned',
);

export const readAssignment = query(
  async (campaign: string, household: string): Promise<AssignmentView> =>
    (await readLight(routes.assignment, { params: { campaign, household } })).body,
  'campaign-household',
);

export const readProofs = query(
  async (campaign: string, cursor: string | undefined) =>
    (await readLight(routes.proofs, { params: { campaign }, query: at(cursor) })).body,
  'campaign-proof-list',
);

export const readProof = query(
  async (campaign: string, day: string): Promise<ProofView> =>
    (await readLight(routes.proof, { params: { campaign, day } })).body,
  'campaign-proof-of-day',
);

export const readVisitFigures = query(
  async (node: string, from: string, to: string) =>
    (await readLight(visitFigures, { query: { node, from, to } })).body,
  'visit-figures',
);

/** Shows a campaign as a command just answered it. */
export const showChangedCampaign = (view: CampaignView): void => {
  const key = readCampaign.keyFor(view.campaign);
  query.set(key, view);
  // Without force: the answer is here already and need not be asked for again.
  void revalidate(key, false);
  void revalidate(readCampaigns.key);
};

/** Who has which household may have moved; the lists follow a moment later. */
export const renewAssignments = (): Promise<void> =>
  revalidate([
    ...[readCoverage.key, readPlans.key, readPeople.key],
    ...[readUnvisited.key, readAssigned.key, readAssignment.key],
  ]);

export const showChangedAssignment = (view: AssignmentView): void => {
  const key = readAssignment.keyFor(view.campaign, view.household);
  query.set(key, view);
  void revalidate(key, false);
  void revalidate([readCoverage.key, readPeople.key, readUnvisited.key, readAssigned.key]);
};
