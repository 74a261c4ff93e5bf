import { nameOfHousehold } from '../households/addresses.views.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { type Command, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { Assignment } from './assignments.states.ts';
import { assignmentId, assignmentType } from './assignments.store.ts';
import { campaignProblem } from './campaigns.problems.ts';
import { finishPlan, stopPlan } from './campaigns.rules.ts';
import type { VillagePlan } from './campaigns.states.ts';
import { planId, planType } from './campaigns.store.ts';
import type { CampaignDependencies } from './campaigns.usecases.ts';
import type { PlanProgress } from './campaigns.views.ts';
import type { StopReason } from './campaigns.words.ts';
import { type PartRefusal, partsOf, writePart } from './giving.usecases.ts';
import type { Ground } from './ground.usecases.ts';
import { unfitFor } from './people.rules.ts';
import { readPeople } from './people.store.ts';
import { type Given, planningDays, planVillage, type VillagePlanned } from './plan.rules.ts';
import {
  type RegisteredDoor,
  readAssignments,
  type Survey,
  surveyVillage,
  takersOf,
} from './village-survey.usecases.ts';

/** Times a plan is worked out anew within one request because something changed in between. */
const attempts = 5;

interface NewAssignment {
  readonly household: string;
  readonly assignee: { readonly id: string; readonly name: string };
  readonly door: RegisteredDoor;
  readonly day: LocalDate;
}

/** Gives a part out; what somebody has already by now stays as it is. */
const givePart = async (
  deps: Pick<Core, 'store' | 'ledger'>,
  { id, village, campaign: { scope } }: Ground,
  command: Command,
  part: readonly NewAssignment[],
) => {
  const stateOf = ({ door, assignee, day }: NewAssignment): Assignment => {
    const { household, row, area, order } = door;
    const { kind, head, hasPhone, categories } = row;
    return {
      ...{
        status: 'planned',
        campaign: id,
        scope,
        household,
        village,
        area,
        address: nameOfHousehold(row),
        kind,
        head,
      },
      ...{ hasPhone, categories, assignee, day, order, tries: [], tried: 0, formerly: [] },
      createdAt: command.now,
    };
  };
  return writePart(deps, { campaign: id, village }, part, async (planned, fresh) => {
    const taken = fresh
      ? await readAssignments(
          deps.store,
          id,
          planned.map(({ household }) => household),
        )
      : new Map<string, unknown>();
    return planned
      .filter(({ household }) => !taken.has(household))
      .map((one) => {
        const { assignee, day } = one;
        const step = stepOf<Assignment>(command, {
          type: assignmentType,
          id: assignmentId(id, one.household),
          before: undefined,
          next: stateOf(one),
          events: [{ type: 'planned', data: { assignee: assignee.id, day } }],
        });
        return { of: one, step };
      });
  });
};

type EndOfPlan = (plan: VillagePlan) => ReturnType<typeof finishPlan>;

/** Says how a plan ended, unless somebody said it before. */
export const endPlan = async (
  deps: Pick<Core, 'ledger'>,
  { id, village }: Pick<Ground, 'id' | 'village'>,
  command: Command,
  decide: EndOfPlan,
): Promise<Stored<VillagePlan>> =>
  changeCase<VillagePlan, never>({
    ledger: deps.ledger,
    type: planType,
    id: planId(id, village),
    // The same request may begin a plan and end it: to the plan these are two commands.
    command: { ...command, key: `${command.key} end` },
    ifMatch: undefined,
    missing: () => campaignProblem('campaign.plan_not_found'),
    admit: () => undefined,
    view: () => undefined,
    refuse: () => campaignProblem('campaign.plan_not_found'),
    decide: ({ state }) => decide(state),
  });

const progressOf = (
  { id: _, version, state }: Stored<VillagePlan>,
  planned: number,
  left: number,
): PlanProgress => ({
  ...{ village: state.village, version, status: state.status, stopped: state.stopped, planned, left },
});

/** A plan that is being made, with what is known of its village. */
export interface Making extends Ground {
  readonly plan: Stored<VillagePlan>;
}

/** Who gets what is still unassigned, with those of its people who can still be given households; or why nobody can. */
const whatIsLeft = async (
  deps: CampaignDependencies,
  { id, village, campaign, plan }: Making,
  { unassigned, assigned }: Survey,
  { now }: Command,
): Promise<VillagePlanned<RegisteredDoor> | 'nobody-left'> => {
  const accounts = await readPeople(
    deps.store,
    plan.state.people.map((person) => person.id),
  );
  const people = plan.state.people.flatMap((person) => {
    const account = accounts.get(person.id)?.state;
    return account && !unfitFor(account, village) ? [{ ...person, scope: account.scope }] : [];
  });
  if (people.length === 0) return 'nobody-left';
  const takers = await takersOf(deps.store, { campaign: id, village }, people, assigned);
  const days = planningDays(campaign, localDateOf(now), await deps.calendars.current(now));
  return planVillage(unassigned, takers, days, campaign.perDay);
};

/** Gives these out part by part, until all are or something stands in the way. */
const giveOut = async (
  deps: CampaignDependencies,
  making: Making,
  command: Command,
  given: readonly Given<RegisteredDoor>[],
): Promise<{ readonly count: number; readonly refusal: PartRefusal | undefined }> => {
  const planned = given.map(({ door, taker: { id, name }, day }) => ({
    ...{ household: door.household, door, day, assignee: { id, name } },
  }));
  let count = 0;
  for (const part of partsOf(planned)) {
    const written = await givePart(deps, making, command, part);
    if (written.outcome !== 'written') return { count, refusal: written.outcome };
    count += written.written.length;
  }
  return { count, refusal: undefined };
};

/**
 * Goes on with a plan: gives out at most `most` households by the same rule as before, and says when all have their
 * person and day. Whoever of its people can no longer be given households is passed over; what they had is found by
 * the proof. Made by several at once, nothing is given out twice.
 * @param known what was read of the village just now.
 */
export const goOnWithPlan = async (
  deps: CampaignDependencies,
  making: Making,
  command: Command,
  most: number,
  known?: Survey,
): Promise<PlanProgress> => {
  const { id, village, plan } = making;
  let planned = 0;
  const end = async (decide: EndOfPlan, left: number) =>
    progressOf(await endPlan(deps, making, command, decide), planned, left);
  const stop = (why: StopReason, left: number) =>
    end((state) => stopPlan(state, why, left, command.now), left);
  if (plan.state.status !== 'running') return progressOf(plan, 0, 0);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const isFirst = attempt === 1;
    const survey = (isFirst && known) || (await surveyVillage(deps.store, id, village, 'the first'));
    const left = survey.unassigned.length;
    if (left === 0) return end((state) => finishPlan(state, survey.households, command.now), 0);
    const next = await whatIsLeft(deps, making, survey, command);
    if (next === 'nobody-left') return stop(next, left);
    if ('lacking' in next) return stop('not-enough-days', left);
    const given = next.given.slice(0, most - planned);
    const { count, refusal } = await giveOut(deps, making, command, given);
    planned += count;
    if (refusal === 'campaign.not_running') return stop('campaign-ended', left - count);
    if (refusal) continue;
    if (given.length < left) return progressOf(plan, planned, left - given.length);
    return end((state) => finishPlan(state, survey.households, command.now), 0);
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};
