import { query, revalidate } from '@solidjs/router';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import { read } from '../queries.ts';
import { codeOf } from './place.ts';

const { routes } = campaignsContract;

export type CampaignView = ResponseOf<typeof routes.read>;
export type CampaignRow = ResponseOf<typeof routes.list>['rows'][number];
export type Coverage = ResponseOf<typeof routes.coverage>;
export type CoverageCounts = Coverage['total'];
export type PlanRow = ResponseOf<typeof routes.plans>['rows'][number];
export type PersonRow = ResponseOf<typeof routes.people>['people'][number];
export type AssignmentPage = ResponseOf<typeof routes.unvisited>;
export type AssignmentRow = AssignmentPage['rows'][number];
export type AssignmentView = ResponseOf<typeof routes.assignment>;
export type ProofView = ResponseOf<typeof routes.proof>;

const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export const readCampaigns = query(
  async (node: string, cursor: string | undefined) =>
    (await read(routes.list, { query: { node, ...at(cursor) } })).body,
  'campaign-list',
);

export const readCampaign = query(
  async (campaign: string): Promise<CampaignView> => (await read(routes.read, { params: { campaign } })).body,
  'campaign-now',
);

export const readCoverage = query(
  async (campaign: string, node: string): Promise<Coverage> =>
    (await read(routes.coverage, { params: { campaign }, query: { node } })).body,
  'campaign-coverage',
);

export const readPlans = query(
  async (campaign: string): Promise<readonly PlanRow[]> =>
    (await read(routes.plans, { params: { campaign } })).body.rows,
  'campaign-plans',
);

export const readPeople = query(
  async (campaign: string, village: string): Promise<readonly PersonRow[]> =>
    (await read(routes.people, { params: { campaign, village: codeOf(village) } })).body.people,
  'campaign-people',
);

export const readUnvisited = query(
  async (campaign: string, node: string, cursor: string | undefined): Promise<AssignmentPage> =>
    (await read(routes.unvisited, { params: { campaign }, query: { node, ...at(cursor) } })).body,
  'campaign-unvisited',
);

export const readAssigned = query(
  async (campaign: string, village: string, cursor: string | undefined): Promise<AssignmentPage> =>
    (await read(routes.assignments, { params: { campaign }, query: { village, ...at(cursor) } })).body,
  'campaign-assigned',
);

export const readAssignment = query(
  async (campaign: string, household: string): Promise<AssignmentView> =>
    (await read(routes.assignment, { params: { campaign, household } })).body,
  'campaign-household',
);

export const readProofs = query(
  async (campaign: string, cursor: string | undefined) =>
    (await read(routes.proofs, { params: { campaign }, query: at(cursor) })).body,
  'campaign-proof-list',
);

export const readProof = query(
  async (campaign: string, day: string): Promise<ProofView> =>
    (await read(routes.proof, { params: { campaign, day } })).body,
  'campaign-proof-of-day',
);

export const readVisitFigures = query(
  async (node: string, from: string, to: string) =>
    (await read(visitsContract.routes.figures, { query: { node, from, to } })).body,
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
