import { changeCase } from '../platform/ledger/change.ts';
import { dueBy } from '../platform/ledger/due.ts';
import { type Command, stepOf } from '../platform/ledger/steps.ts';
import { sweep, together } from '../platform/ledger/sweep.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import { miss } from './assignments.rules.ts';
import type { Assignment } from './assignments.states.ts';
import { allAssignments, assignmentType, unvisitedList } from './assignments.store.ts';
import { closeBooks, stopPlan } from './campaigns.rules.ts';
import type { Campaign } from './campaigns.states.ts';
import { campaignType, planType } from './campaigns.store.ts';
import { type CampaignDependencies, campaignMissing } from './campaigns.usecases.ts';
import { startedSince } from './campaigns-started.usecases.ts';
import { readGround } from './ground.usecases.ts';
import { endPlan, goOnWithPlan } from './plan-making.usecases.ts';
import { proveCampaign } from './proofs.usecases.ts';
import { readAssignments } from './village-survey.usecases.ts';

/** Assignments of one transaction that marks them as missed: a state and an event each. */
const atOnce = 40;

const commandAt = (name: string, key: string, now: Instant): Command => ({
  key: `${name} ${key}`,
  request: '',
  actor: { kind: 'schedule', name },
  now,
});

/** @returns how many households were given to somebody. */
const goOn = async (deps: CampaignDependencies, id: string, now: Instant): Promise<number> => {
  const stored = await deps.ledger.read(planType, id);
  if (!stored) return 0;
  const { campaign: of, village } = stored.state;
  const { campaign, plan } = await readGround(deps, of, village);
  const command = commandAt('campaign-plan', now, now);
  if (!plan) return 0;
  if (campaign?.state !== 'running') {
    await endPlan(deps, { id: of, village }, command, (state) =>
      stopPlan(state, 'campaign-ended', undefined, now),
    );
    return 0;
  }
  const making = { id: of, village, campaign, plan };
  return (await goOnWithPlan(deps, making, command, Number.POSITIVE_INFINITY)).planned;
};

/** Marks these as missed, unless somebody is visiting them at this moment: then what they found counts. */
const missSome = async (
  deps: CampaignDependencies,
  campaign: string,
  households: readonly string[],
  command: Command,
): Promise<number> => {
  const fresh = await readAssignments(deps.store, campaign, households);
  const steps = [...fresh.values()].flatMap((before) => {
    const decision = miss(before.state);
    return decision
      ? [stepOf<Assignment>(command, { type: assignmentType, id: before.id, before, ...decision })]
      : [];
  });
  if (steps.length === 0) return 0;
  const { outcome } = await deps.ledger.commit(steps);
  if (outcome !== 'committed') throw new Error(`assignments of ${campaign} changed meanwhile: ${outcome}`);
  return steps.length;
};

/** @returns how many households nobody had met. */
const close = async (deps: CampaignDependencies, id: string, now: Instant): Promise<number> => {
  const stored = await deps.ledger.read(campaignType, id);
  if (!stored) return 0;
  const command = commandAt('campaign-plan', now, now);
  const rows = await allAssignments(deps.store, unvisitedList(id, stored.state.scope));
  const open = rows.filter(({ status }) => status === 'planned').map(({ household }) => household);
  let missed = 0;
  for (let at = 0; at < open.length; at += atOnce)
    missed += await missSome(deps, id, open.slice(at, at + atOnce), command);
  await changeCase<Campaign, never>({
    ledger: deps.ledger,
    type: campaignType,
    ...{ id, command, ifMatch: undefined },
    missing: campaignMissing,
    refuse: campaignMissing,
    admit: () => undefined,
    view: () => undefined,
    decide: ({ state }) => closeBooks(state, missed, now),
  });
  return missed;
};

/**
 * Makes the plans that were left to their end, and closes the campaigns that were ended. A run that breaks off is gone on
 * with by the next: a plan knows how far it has come, and a campaign stays due until everybody left is marked.
 */
export const watchPlans = async (deps: CampaignDependencies, now: Instant): Promise<Run> => {
  const plans = await dueBy(deps.store, planType, now);
  const campaigns = await dueBy(deps.store, campaignType, now);
  const made = await sweep(
    deps,
    plans.map(({ id }) => id),
    (id) => goOn(deps, id, now),
  );
  const closed = await sweep(
    deps,
    campaigns.map(({ id }) => id),
    (id) => close(deps, id, now),
  );
  // A plan without a household left and a campaign nobody was missed in are done, not skipped.
  const { skipped: _, ...run } = together(made, closed);
  return run;
};

/** The proof of the day for every running campaign; a second run on the same day finds it made, one after
 * a run that broke off makes those that are missing. */
export const proveAll = async (deps: CampaignDependencies, now: Instant): Promise<Run> => {
  const day = localDateOf(now);
  const running = (await startedSince(deps.store, day)).filter(({ state }) => state.state === 'running');
  let examined = 0;
  const { found, failed } = await sweep(
    deps,
    running.map(({ id }) => id),
    async (id) => {
      const campaign = running.find((one) => one.id === id);
      if (!campaign) return 0;
      const { state } = await proveCampaign(deps, campaign, commandAt('visit-proof', day, now));
      examined += state.examined;
      return state.missing + state.newDoors + state.gone + state.left;
    },
  );
  return { examined, found, failed };
};
