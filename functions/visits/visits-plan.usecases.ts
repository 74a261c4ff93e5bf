import { campaignsByIds, todoOf } from '../campaigns/assignments.usecases.ts';
import type { Campaign } from '../campaigns/campaigns.states.ts';
import type { AssignmentRow } from '../campaigns/campaigns.views.ts';
import { startedSince } from '../campaigns/campaigns-started.usecases.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Store } from '../platform/runtime/store.ts';
import {
  addDays,
  epochSeconds,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../platform/runtime/time.ts';
import type { Expecting } from './day-ledgers.rules.ts';
import { ledgerLimits } from './day-ledgers.words.ts';
import type { RoundCampaign, RoundRow } from './visits.views.ts';
import { limits } from './visits.words.ts';

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** The days on which a campaign really ran: from its start, and no longer than until it was ended. */
const expecting = (campaign: Campaign): Expecting[] => {
  if (campaign.state === 'draft') return [];
  const { scope, from, to, includeRestDays, startedAt } = campaign;
  const until = campaign.state === 'ended' ? earlier(to, localDateOf(campaign.endedAt)) : to;
  return [{ scope, includeRestDays, from: later(from, localDateOf(startedAt)), to: until }];
};

/** Every campaign that ran on a day a check can still look at. */
const readStarted = async (store: Store, now: Instant): Promise<Expecting[]> => {
  const since = addDays(localDateOf(now), -ledgerLimits.lookBackDays);
  return (await startedSince(store, since)).flatMap(({ state }) => expecting(state));
};

/** Seconds they are kept in a process: campaigns start and end a few times a year. */
const keptSeconds = 60;

export const startedCampaigns = ({
  store,
}: Pick<Core, 'store'>): { readonly started: (now: Instant) => Promise<readonly Expecting[]> } => {
  let kept: { readonly value: readonly Expecting[]; readonly readAt: Instant } | undefined;
  return {
    started: async (now) => {
      const isFresh = kept && Math.abs(epochSeconds(now) - epochSeconds(kept.readAt)) < keptSeconds;
      if (!kept || !isFresh) kept = { value: await readStarted(store, now), readAt: now };
      return kept.value;
    },
  };
};

const roundRow = (row: AssignmentRow): RoundRow => ({
  campaign: row.campaign,
  household: row.household,
  village: row.village,
  area: row.area,
  address: row.address,
  kind: row.kind,
  head: row.head,
  hasPhone: row.hasPhone,
  categories: row.categories,
  day: row.next?.day ?? row.day,
  order: row.order,
  slot: row.next?.slot,
  why: row.next?.why,
  tries: row.tried,
});

/** What a person is to visit up to and including a day, the most overdue first. */
export const readTodo = async (
  store: Store,
  staffId: string,
  through: LocalDate,
): Promise<{ readonly rows: RoundRow[]; readonly more: boolean }> => {
  const { rows, more } = await todoOf(store, staffId, through, limits.roundRows);
  return { rows: rows.map(roundRow), more };
};

/** What a phone keeps of the campaigns its households belong to. */
export const roundCampaigns = async (store: Store, ids: readonly string[]): Promise<RoundCampaign[]> =>
  (await campaignsByIds(store, ids)).map(({ id, state }) => {
    const { name, objective, steps, materials, from, to } = state;
    return { campaign: id, name, objective, steps, materials, from, to };
  });
