import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import type { CampaignDetails } from './campaigns.fields.ts';
import type { CampaignRefusal } from './campaigns.problems.ts';
import type {
  Campaign,
  DraftCampaign,
  EndedCampaign,
  PlannedPerson,
  VillagePlan,
} from './campaigns.states.ts';
import type { StopReason } from './campaigns.words.ts';

type CampaignDecision = Decision<Campaign, CampaignRefusal>;

interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

const decided = <S>(next: S, type: string, data: LedgerEvent['data'] = {}) => ({
  next,
  events: [{ type, data }] as const,
});

export const writeDown = (details: CampaignDetails, { by, now }: Act) => {
  const next: DraftCampaign = { state: 'draft', ...details, createdAt: now, createdBy: by };
  return decided(next, 'written-down');
};

export const changeDetails = (campaign: Campaign, details: CampaignDetails): CampaignDecision =>
  campaign.state === 'draft'
    ? decided({ ...campaign, ...details }, 'changed')
    : { refusal: 'campaign.not_draft' };

export const start = (campaign: Campaign, { by, now }: Act): CampaignDecision => {
  if (campaign.state !== 'draft') return { refusal: 'campaign.not_draft' };
  if (campaign.to < localDateOf(now)) return { refusal: 'campaign.period_over' };
  return decided({ ...campaign, state: 'running', startedAt: now, startedBy: by }, 'started');
};

export const end = (campaign: Campaign, { by, now }: Act, reason: string | undefined): CampaignDecision => {
  if (campaign.state !== 'running') return { refusal: 'campaign.not_running' };
  const said = reason === undefined ? {} : { endReason: reason };
  return decided({ ...campaign, state: 'ended', endedAt: now, endedBy: by, ...said }, 'ended', {
    ...(reason === undefined ? {} : { reason }),
  });
};

/** Everybody nobody had met was marked as missed; undefined when that was said already. */
export const closeBooks = (campaign: Campaign, missed: number, now: Instant) => {
  if (campaign.state !== 'ended' || campaign.closedAt !== undefined) return undefined;
  const next: EndedCampaign = { ...campaign, closedAt: now };
  return decided<Campaign>(next, 'closed', { missed });
};

const samePeople = (a: readonly PlannedPerson[], b: readonly PlannedPerson[]): boolean =>
  a.length === b.length &&
  a.every(({ id, areas }, index) => id === b[index]?.id && areas.join() === b[index]?.areas.join());

interface Beginning extends Act {
  readonly campaign: string;
  readonly village: string;
  readonly people: readonly PlannedPerson[];
}

/**
 * Begins the plan of a village, or takes it up anew for the households that came since. Undefined while it is being
 * made with these very people: there is nothing to begin, only to go on with.
 */
export const beginPlan = (
  plan: VillagePlan | undefined,
  { campaign, village, people, by, now }: Beginning,
): Decision<VillagePlan, CampaignRefusal> | undefined => {
  if (plan?.status === 'running')
    return samePeople(plan.people, people) ? undefined : { refusal: 'campaign.plan_running' };
  const next: VillagePlan = {
    ...{ status: 'running', campaign, village, people: [...people], by },
    ...{ firstAt: plan?.firstAt ?? now, startedAt: now },
  };
  return decided(next, 'plan-begun', { people: people.map(({ id }) => id) });
};

/** Every household has its person and day; undefined when it was said already. */
export const finishPlan = (plan: VillagePlan, households: number, now: Instant) =>
  plan.status === 'running'
    ? decided<VillagePlan>({ ...plan, status: 'done', households, finishedAt: now }, 'plan-done', {
        households,
      })
    : undefined;

/** It cannot go on as it was begun; whoever plans says what is to be done. */
export const stopPlan = (plan: VillagePlan, why: StopReason, left: number | undefined, now: Instant) =>
  plan.status === 'running'
    ? decided<VillagePlan>({ ...plan, status: 'stopped', stopped: why, finishedAt: now }, 'plan-stopped', {
        ...(left === undefined ? { why } : { why, left }),
      })
    : undefined;
