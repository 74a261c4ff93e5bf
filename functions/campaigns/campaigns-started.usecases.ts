import type { Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { campaignsByIds } from './assignments.usecases.ts';
import type { Campaign } from './campaigns.states.ts';
import { allCampaigns } from './campaigns.store.ts';
import { concerns } from './campaigns.usecases.ts';
import type { CampaignRow } from './campaigns.views.ts';

/**
 * Every campaign of the district that was started and whose last day is not before `since`, ended ones too. One
 * query and one read for the campaigns of a year.
 */
export const startedSince = async (store: Store, since: LocalDate): Promise<Stored<Campaign>[]> => {
  const rows = await allCampaigns(store);
  const started = rows.filter(({ state, to }) => state !== 'draft' && to >= since);
  return campaignsByIds(
    store,
    started.map(({ campaign }) => campaign),
  );
};

/** The running campaigns a place has to do with, the latest first. One query for the campaigns of a year. */
export const runningAt = async (store: Store, node: string): Promise<CampaignRow[]> =>
  (await allCampaigns(store)).filter((row) => row.state === 'running' && concerns(row, node));
