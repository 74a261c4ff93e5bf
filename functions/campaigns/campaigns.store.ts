import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Page, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { addMinutes, type Instant } from '../platform/runtime/time.ts';
import { type Campaign, campaignSchema, type VillagePlan, villagePlanSchema } from './campaigns.states.ts';
import { type CampaignRow, campaignRowSchema, type PlanRow, planRowSchema } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';

/**
 * Minutes after which the schedule goes on with a plan that a page began, by then done or left; and closes a campaign
 * that was ended, by then in all lists.
 */
const leftAloneMinutes = 5;

export const campaignType: CaseType<Campaign> = {
  kind: 'CAMPAIGN',
  schema: campaignSchema,
  raisedAt: ({ createdAt }) => createdAt,
  /** An ended one waits for the schedule to say of everybody nobody met that they were missed. */
  dueAt: (campaign): Instant | undefined =>
    campaign.state === 'ended' && campaign.closedAt === undefined
      ? addMinutes(campaign.endedAt, leftAloneMinutes)
      : undefined,
};

export const campaignKey = (id: string): ItemKey => caseKey(campaignType.kind, id, 'STATE');

export const planType: CaseType<VillagePlan> = {
  kind: 'PLAN',
  schema: villagePlanSchema,
  raisedAt: ({ firstAt }) => firstAt,
  dueAt: ({ status, startedAt }) =>
    status === 'running' ? addMinutes(startedAt, leftAloneMinutes) : undefined,
};

/** One to a campaign and village, so that two plans of one village can't be made beside each other. */
export const planId = (campaign: string, village: string): string =>
  `${campaign}.${village.slice(village.lastIndexOf('/') + 1)}`;

export const planKey = (campaign: string, village: string): ItemKey =>
  caseKey(planType.kind, planId(campaign, village), 'STATE');

/** All campaigns of the district, by when they were written down. */
export const campaignList = 'campaigns';
export const plansList = (campaign: string): string => `plans/${campaign}`;

export const campaignRow = ({ id, version, state }: Stored<Campaign>): CampaignRow => ({
  campaign: id,
  version,
  state: state.state,
  name: state.name,
  scope: state.scope,
  from: state.from,
  to: state.to,
  createdAt: state.createdAt,
});

/** Access pattern 5: a page of the district's campaigns, the newest first; there are some dozens in a year. */
export const campaignPage = (store: Store, cursor: ItemKey | undefined): Promise<Page<CampaignRow>> =>
  readListPage(store, campaignRowSchema, {
    ...{ list: campaignList, order: 'newest first', cursor, size: limits.campaignsPage },
  });

/** Access pattern 5: every campaign of the district. */
export const allCampaigns = (store: Store): Promise<CampaignRow[]> =>
  readWholeList(store, campaignRowSchema, { list: campaignList });

/** Access pattern 5: the plans of all villages of a campaign, by path; a few hundred at most. */
export const planRows = (store: Store, campaign: string): Promise<PlanRow[]> =>
  readWholeList(store, planRowSchema, { list: plansList(campaign) });

/** Holds a commit to a campaign that runs at that very moment. */
export const campaignRuns = (id: string): Companion<'campaign.not_running'> => ({
  write: {
    ConditionCheck: {
      Key: campaignKey(id),
      ConditionExpression: '#state.#state = :running',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':running': 'running' },
    },
  },
  refusal: 'campaign.not_running',
});
