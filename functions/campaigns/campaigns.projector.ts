import type { Projector } from '../platform/ledger/projections.ts';
import type { Campaign, VillagePlan } from './campaigns.states.ts';
import { campaignList, campaignRow, campaignType, plansList, planType } from './campaigns.store.ts';
import type { PlanRow } from './campaigns.views.ts';

export const campaignProjector: Projector<Campaign> = {
  type: campaignType,
  project: (stored) => ({
    entries: [{ list: campaignList, sort: stored.state.createdAt, row: campaignRow(stored) }],
    counts: [],
  }),
};

const planRow = (version: number, { campaign: _, people, ...plan }: VillagePlan): PlanRow => ({
  version,
  ...plan,
  people: people.map(({ id, name }) => ({ staffId: id, name })),
});

export const planProjector: Projector<VillagePlan> = {
  type: planType,
  project: ({ version, state }) => ({
    entries: [{ list: plansList(state.campaign), sort: state.village, row: planRow(version, state) }],
    counts: [],
  }),
};
