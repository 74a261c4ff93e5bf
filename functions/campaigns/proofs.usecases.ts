import { nameOfHousehold } from '../households/addresses.views.ts';
import type { Household } from '../households/households.states.ts';
import { householdType } from '../households/households.store.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf } from '../platform/ledger/staff-command.ts';
import { type Command, mayHaveChanged, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { campaignProblem } from './campaigns.problems.ts';
import type { Campaign, VillagePlan } from './campaigns.states.ts';
import { planId, planType } from './campaigns.store.ts';
import { type CampaignCommand, type CampaignDependencies, readCampaign } from './campaigns.usecases.ts';
import type { AssignmentRow, ProofView } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';
import { unfitFor } from './people.rules.ts';
import { readPeople } from './people.store.ts';
import type { Proof } from './proofs.states.ts';
import { proofId, proofRow, proofType } from './proofs.store.ts';
import { surveyVillage } from './village-survey.usecases.ts';

/** Villages that are looked at beside each other. */
const beside = 6;
const attempts = 5;

type Found = Proof['missingHouseholds'][number];

interface VillageFinding {
  readonly counts: Proof['villages'][number];
  readonly missing: readonly Found[];
  readonly newDoors: readonly Found[];
  readonly gone: readonly Found[];
  readonly left: Proof['leftPeople'];
}

const readHouseholds = async (store: Store, ids: readonly string[]): Promise<Map<string, Household>> => {
  const found = await readCases(store, householdType, ids);
  return new Map(found.map(({ id, state }) => [id, state]));
};

/** Whose households wait to be handed over: those of people who can no longer be given any here. */
const whoLeft = async (
  store: Store,
  village: string,
  waiting: readonly AssignmentRow[],
): Promise<Proof['leftPeople']> => {
  const accounts = await readPeople(
    store,
    waiting.map(({ assignee }) => assignee.id),
  );
  const left = new Map<string, Proof['leftPeople'][number]>();
  for (const { assignee } of waiting) {
    if (!unfitFor(accounts.get(assignee.id)?.state, village)) continue;
    const households = (left.get(assignee.id)?.households ?? 0) + 1;
    left.set(assignee.id, { ...assignee, village, households });
  }
  return [...left.values()];
};

/**
 * One village's register against its assignments. Lists are a moment behind, so whatever they show as wrong is
 * looked at in the records themselves before it is called so.
 */
const proveVillage = async (
  store: Store,
  campaign: string,
  village: string,
  plan: VillagePlan | undefined,
): Promise<VillageFinding> => {
  const { households, unassigned, active, assigned } = await surveyVillage(store, campaign, village, 'all');
  const waiting = assigned.filter(({ status }) => status === 'planned');
  const notListed = waiting.filter(({ household }) => !active.has(household));
  const suspects = plan ? unassigned.map(({ household }) => household) : [];
  const known = await readHouseholds(store, [...suspects, ...notListed.map(({ household }) => household)]);
  const isNew = (household: string): boolean =>
    plan !== undefined && (known.get(household)?.createdAt ?? '') > plan.startedAt;
  const found = unassigned.map(
    ({ household, row }): Found => ({ household, village, address: nameOfHousehold(row) }),
  );
  const missing = found.filter(({ household }) => !isNew(household));
  const newDoors = found.filter(({ household }) => isNew(household));
  const gone = notListed
    .filter(({ household }) => known.get(household)?.status !== 'active')
    .map(({ household, address }): Found => ({ household, village, address }));
  const left = await whoLeft(store, village, waiting);
  return {
    counts: {
      ...{ village, planned: plan !== undefined, examined: households },
      ...{ missing: missing.length, newDoors: newDoors.length, gone: gone.length },
      left: left.reduce((sum, one) => sum + one.households, 0),
    },
    // Of a village nobody has planned yet every household is missing: its line says so, names would say no more.
    ...{ missing: plan ? missing : [], newDoors, gone, left },
  };
};

const sum = (
  findings: readonly VillageFinding[],
  field: 'examined' | 'missing' | 'newDoors' | 'gone' | 'left',
) => findings.reduce((total, { counts }) => total + counts[field], 0);

const villagesOf = async (
  { nodes }: Pick<CampaignDependencies, 'nodes'>,
  { scope }: Campaign,
  { now }: Command,
): Promise<string[]> =>
  (await nodes.tree(now)).nodes
    .filter(({ kind, path }) => kind === 'village' && isWithin(path, scope))
    .map(({ path }) => path);

const prove = async (
  deps: CampaignDependencies,
  id: string,
  campaign: Campaign,
  command: Command,
): Promise<Proof> => {
  const villages = await villagesOf(deps, campaign, command);
  const found = await readCases(
    deps.store,
    planType,
    villages.map((village) => planId(id, village)),
  );
  const plans = new Map(found.map(({ state }) => [state.village, state]));
  const findings: VillageFinding[] = [];
  for (let at = 0; at < villages.length; at += beside) {
    const some = villages.slice(at, at + beside);
    findings.push(
      ...(await Promise.all(
        some.map((village) => proveVillage(deps.store, id, village, plans.get(village))),
      )),
    );
  }
  const named = <T>(of: (finding: VillageFinding) => readonly T[]): T[] =>
    findings.flatMap(of).slice(0, limits.proofRows);
  return {
    ...{ campaign: id, scope: campaign.scope, day: localDateOf(command.now), at: command.now, doubles: 0 },
    examined: sum(findings, 'examined'),
    missing: sum(findings, 'missing'),
    newDoors: sum(findings, 'newDoors'),
    gone: sum(findings, 'gone'),
    left: sum(findings, 'left'),
    villages: findings.map(({ counts }) => counts),
    missingHouseholds: named(({ missing }) => missing),
    newDoorHouseholds: named(({ newDoors }) => newDoors),
    goneHouseholds: named(({ gone }) => gone),
    leftPeople: named(({ left }) => left),
  };
};

/**
 * Proves that the register and the assignments of a campaign are the same, and keeps what it found as that day's
 * proof. The same command again is answered with the proof it made.
 */
export const proveCampaign = async (
  deps: CampaignDependencies,
  { id, state }: Pick<Stored<Campaign>, 'id' | 'state'>,
  command: Command,
): Promise<Stored<Proof>> => {
  const proof = proofId(id, localDateOf(command.now));
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await deps.ledger.read(proofType, proof);
    if (before && mayHaveChanged(before, command)) {
      const earlier = await deps.ledger.earlier(proofType, proof, command);
      if (earlier === 'key-reused') throw platformProblem('request.key_reused');
      if (earlier) return earlier;
    }
    const next = await prove(deps, id, state, command);
    const { examined, missing, newDoors, gone, left } = next;
    const events = [{ type: 'proved', data: { examined, missing, newDoors, gone, left } }] as const;
    const step = stepOf<Proof>(command, { type: proofType, id: proof, before, next, events });
    if ((await deps.ledger.commit([step])).outcome === 'committed') return step.after;
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

/** @throws Problem `campaign.not_found`, `access.scope`, `campaign.not_running`. */
export const proveNow = async (
  deps: CampaignDependencies,
  request: CampaignCommand,
): Promise<Stored<Proof>> => {
  const campaign = await readCampaign(deps, request.params.campaign, request.caller);
  admitNode(campaign.state.scope, request.caller);
  if (campaign.state.state !== 'running') throw campaignProblem('campaign.not_running');
  return proveCampaign(deps, campaign, commandOf(request));
};

/** A proof with what lies in the caller's area; its counts are those of the whole campaign. */
export const proofView = (stored: Stored<Proof>, { scope }: Principal): ProofView => {
  const { villages, missingHouseholds, newDoorHouseholds, goneHouseholds, leftPeople } = stored.state;
  const mine = <T extends { readonly village: string }>(all: readonly T[]): T[] =>
    all.filter(({ village }) => isWithin(village, scope));
  return {
    ...proofRow(stored),
    villages: mine(villages),
    missingHouseholds: mine(missingHouseholds),
    newDoorHouseholds: mine(newDoorHouseholds),
    goneHouseholds: mine(goneHouseholds),
    leftPeople: mine(leftPeople),
  };
};
