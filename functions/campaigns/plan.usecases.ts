import { platformProblem } from '../platform/contract/problems.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type Command, mayHaveChanged, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ChosenPeople } from './campaigns.fields.ts';
import { campaignProblem } from './campaigns.problems.ts';
import { beginPlan } from './campaigns.rules.ts';
import type { VillagePlan } from './campaigns.states.ts';
import { planId, planType } from './campaigns.store.ts';
import { actOf, type CampaignDependencies } from './campaigns.usecases.ts';
import type { PlanProgress } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';
import { daysLeft, fitPeople, type Ground, groundOf, notEnoughDays } from './ground.usecases.ts';
import { planVillage } from './plan.rules.ts';
import { goOnWithPlan, type Making } from './plan-making.usecases.ts';
import { type Survey, surveyVillage, takersOf } from './village-survey.usecases.ts';

export interface Planning {
  readonly village: string;
  readonly people: ChosenPeople;
}

/** Rounds a plan is begun again when somebody else changed it in between. */
const attempts = 5;

/** Whether this very command began the plan, which then only has to be gone on with. */
const wasBegunBy = async (
  { ledger }: Pick<Core, 'ledger'>,
  plan: Stored<VillagePlan>,
  command: Command,
): Promise<boolean> => {
  const earlier = mayHaveChanged(plan, command)
    ? await ledger.earlier(planType, plan.id, command)
    : undefined;
  if (earlier === 'key-reused') throw platformProblem('request.key_reused');
  return earlier !== undefined;
};

/** The step that begins it, once it is known that it fits; undefined while it is being made with the same people. */
const beginning = async (
  deps: CampaignDependencies,
  { id, village, campaign, plan }: Ground,
  request: StaffCommand,
  people: ChosenPeople,
): Promise<{ readonly step: Step<VillagePlan>; readonly survey: Survey } | undefined> => {
  const days = await daysLeft(deps, campaign, request.now);
  const fit = await fitPeople(deps, village, people, (index) => `people.${index}.staffId`);
  const named = fit.map(({ id: staffId, name, areas }) => ({ id: staffId, name, areas }));
  const decision = beginPlan(plan?.state, { campaign: id, village, people: named, ...actOf(request) });
  if (!decision) return undefined;
  if ('refusal' in decision) throw campaignProblem(decision.refusal);
  const survey = await surveyVillage(deps.store, id, village, plan ? 'all' : 'none');
  if (survey.unassigned.length === 0) throw campaignProblem('campaign.nothing_to_plan');
  const takers = await takersOf(deps.store, { campaign: id, village }, fit, survey.assigned);
  const outcome = planVillage(survey.unassigned, takers, days, campaign.perDay);
  if ('lacking' in outcome) throw notEnoughDays(outcome.lacking);
  const { next, events } = decision;
  const step = stepOf<VillagePlan>(commandOf(request), {
    ...{ type: planType, id: planId(id, village), before: plan, next, events },
  });
  return { step, survey };
};

const begin = async (
  deps: CampaignDependencies,
  request: StaffCommand,
  id: string,
  { village, people }: Planning,
): Promise<{ readonly making: Making; readonly survey?: Survey }> => {
  const command = commandOf(request);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const ground = await groundOf(deps, id, village, request.caller);
    const { plan } = ground;
    if (plan && (await wasBegunBy(deps, plan, command))) return { making: { ...ground, plan } };
    const begun = await beginning(deps, ground, request, people);
    if (plan && !begun) return { making: { ...ground, plan } };
    if (!begun) continue;
    const { outcome } = await deps.ledger.commit([begun.step]);
    if (outcome === 'committed')
      return { making: { ...ground, plan: begun.step.after }, survey: begun.survey };
    if (outcome === 'key-reused') throw platformProblem('request.key_reused');
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

/**
 * Gives every household of a village that nobody has yet to one of these people, for one day; the first four hundred
 * at once, the rest when it is gone on with.
 * @throws Problem naming the rule: campaign, village, people, or in numbers that the days don't hold them.
 */
export const makePlan = async (
  deps: CampaignDependencies,
  request: StaffCommand,
  id: string,
  planning: Planning,
): Promise<PlanProgress> => {
  const { making, survey } = await begin(deps, request, id, planning);
  return goOnWithPlan(deps, making, commandOf(request), limits.atOnce, survey);
};

/** @throws Problem `campaign.plan_not_found`. */
export const continuePlan = async (
  deps: CampaignDependencies,
  request: StaffCommand,
  id: string,
  village: string,
): Promise<PlanProgress> => {
  const ground = await groundOf(deps, id, village, request.caller);
  const { plan } = ground;
  if (!plan) throw campaignProblem('campaign.plan_not_found');
  return goOnWithPlan(deps, { ...ground, plan }, commandOf(request), limits.atOnce);
};
