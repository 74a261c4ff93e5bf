import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { campaignProblem } from './campaigns.problems.ts';
import type { Campaign, PlannedPerson, RunningCampaign, VillagePlan } from './campaigns.states.ts';
import { campaignKey, campaignType, planKey, planType } from './campaigns.store.ts';
import { type CampaignDependencies, campaignMissing, concerns } from './campaigns.usecases.ts';
import { unfitFor } from './people.rules.ts';
import { readPeople } from './people.store.ts';
import { type Lacking, planningDays } from './plan.rules.ts';

/** A village in a campaign that runs. */
export interface Ground {
  readonly id: string;
  readonly village: string;
  readonly campaign: RunningCampaign;
  readonly plan: Stored<VillagePlan> | undefined;
}

/** The campaign and the village's plan, in one read; the campaign in whatever state it is. */
export const readGround = async (
  { store }: Pick<Core, 'store'>,
  id: string,
  village: string,
): Promise<{
  readonly campaign: Campaign | undefined;
  readonly plan: Stored<VillagePlan> | undefined;
}> => {
  const items = await store.getMany([campaignKey(id), planKey(id, village)]);
  const campaign = items.find(({ kind }) => kind === campaignType.kind);
  const plan = items.find(({ kind }) => kind === planType.kind);
  return {
    campaign: campaign && parseStored(campaignType, campaign).state,
    plan: plan && parseStored(planType, plan),
  };
};

/** @throws Problem `campaign.not_found`, `access.scope`, `campaign.not_running`, `campaign.village_out_of_scope`. */
export const groundOf = async (
  deps: Pick<Core, 'store'>,
  id: string,
  village: string,
  caller: Principal,
): Promise<Ground> => {
  const { campaign, plan } = await readGround(deps, id, village);
  if (!campaign) throw campaignMissing();
  if (!concerns(campaign, caller.scope)) throw platformProblem('access.scope');
  admitNode(village, caller);
  if (!isWithin(village, campaign.scope)) throw campaignProblem('campaign.village_out_of_scope');
  if (campaign.state !== 'running') throw campaignProblem('campaign.not_running');
  return { id, village, campaign, plan };
};

/** @throws Problem `campaign.period_over` when no day is left to be planned. */
export const daysLeft = async (
  { calendars }: Pick<CampaignDependencies, 'calendars'>,
  campaign: RunningCampaign,
  now: Instant,
): Promise<LocalDate[]> => {
  const today = localDateOf(now);
  if (campaign.to < today) throw campaignProblem('campaign.period_over');
  return planningDays(campaign, today, await calendars.current(now));
};

/** In numbers: how much does not fit where. */
export const notEnoughDays = ({ households, places, people, days, perDay }: Lacking) => {
  const detail = `${households} households, but ${places} places: ${people} people on ${days} days, at most ${perDay} a day each, with what they have already.`;
  const errors = [
    { path: 'people', code: 'campaign.not_enough_days', n: String(households - places), message: detail },
  ];
  return campaignProblem('campaign.not_enough_days', { detail, errors });
};

/** @throws Problem naming in `errors` everybody who cannot be given households of the village. */
export const fitPeople = async (
  { store }: Pick<Core, 'store'>,
  village: string,
  chosen: readonly { readonly staffId: string; readonly areas: readonly string[] }[],
  path: (index: number) => string,
): Promise<(PlannedPerson & { readonly scope: string })[]> => {
  const accounts = await readPeople(
    store,
    chosen.map(({ staffId }) => staffId),
  );
  const unfit = chosen.flatMap(({ staffId }, index) => {
    const account = accounts.get(staffId)?.state;
    const code = unfitFor(account, village);
    return code ? [{ path: path(index), code, n: '', message: account?.name ?? staffId }] : [];
  });
  const first = unfit[0];
  if (first) throw campaignProblem(first.code, { errors: unfit });
  return chosen.flatMap(({ staffId, areas }) => {
    const account = accounts.get(staffId)?.state;
    return account ? [{ id: staffId, name: account.name, areas: [...areas], scope: account.scope }] : [];
  });
};
