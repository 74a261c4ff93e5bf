import {
  amountOf,
  buildableItems,
  hasTwice,
  neededItems,
  type PlanningTerms,
  planFault,
  priced,
  type Quantity,
} from './plan-checks.rules.ts';
import {
  type Act,
  clockFor,
  commonOf,
  decided,
  type OwnAct,
  type RenovationDecision,
  refuse,
  withDecision,
} from './renovation.rules.ts';
import type { In } from './renovation.states.ts';

type Assessment = In<'assessed'>['assessment'];
type Feasibility = In<'feasible'>['feasibility'];

/** What is needed, as the person named for it found it at the home. */
export const assess = (
  renovation: In<'reviewed'>,
  act: Act,
  found: Omit<Assessment, 'by' | 'at'>,
): RenovationDecision<In<'assessed'>> => {
  const { by, now } = act;
  if (!renovation.appointment) return refuse('renovation.assessor_missing');
  if (renovation.appointment.assessor.id !== by.id) return refuse('renovation.assessor_other');
  const twice = hasTwice(found.items);
  if (twice) return refuse('renovation.item_twice', twice);
  if (!found.items.some(({ needed }) => needed)) return refuse('renovation.nothing_needed');
  const assessment = { ...found, by, at: now };
  const next: In<'assessed'> = {
    ...commonOf(renovation),
    state: 'assessed',
    assessment,
    ...withDecision(renovation, 'assessed', act),
    ...clockFor('assessed', act),
  };
  return decided(next, 'assessed', { needed: neededItems(assessment) });
};

/** Which of the needed items can be built: every one of them is answered, and no other. */
export const findFeasible = (
  renovation: In<'assessed'>,
  act: Act,
  found: Omit<Feasibility, 'by' | 'at'>,
): RenovationDecision<In<'feasible'>> => {
  const twice = hasTwice(found.items);
  if (twice) return refuse('renovation.item_twice', twice);
  const needed = neededItems(renovation.assessment);
  const answered = found.items.map(({ item }) => item);
  const open =
    needed.find((item) => !answered.includes(item)) ?? answered.find((item) => !needed.includes(item));
  if (open) return refuse('renovation.item_not_assessed', open);
  if (!found.items.some(({ feasible }) => feasible)) return refuse('renovation.nothing_feasible');
  const next: In<'feasible'> = {
    ...commonOf(renovation),
    state: 'feasible',
    assessment: renovation.assessment,
    feasibility: { ...found, by: act.by, at: act.now },
    ...withDecision(renovation, 'found-feasible', act),
    ...clockFor('feasible', act),
  };
  return decided(next, 'found-feasible', {
    feasible: found.items.filter(({ feasible }) => feasible).map(({ item }) => item),
  });
};

/** The home's one plan: needed and feasible items, by the year's prices, under the ceiling. */
export const plan = (
  renovation: In<'feasible'>,
  act: Act,
  lines: readonly Quantity[],
  terms: PlanningTerms,
): RenovationDecision<In<'planned'>> => {
  const { assessment, feasibility } = renovation;
  const fault = planFault(buildableItems(assessment, feasibility), lines, terms);
  if (fault) return fault;
  const withPrices = priced(lines, terms.prices);
  const amount = amountOf(withPrices);
  const next: In<'planned'> = {
    ...commonOf(renovation),
    state: 'planned',
    ...{ assessment, feasibility },
    plan: { year: terms.year, lines: withPrices, amount, by: act.by, at: act.now },
    ...withDecision(renovation, 'planned', act),
    ...clockFor('planned', act),
  };
  return decided(next, 'planned', { amount, items: withPrices.map(({ item }) => item) });
};

/** The applicant agrees, or the plan is made anew. */
export const answerPlan = (
  renovation: In<'planned'>,
  act: OwnAct,
  { agrees, note }: { readonly agrees: boolean; readonly note?: string | undefined },
): RenovationDecision<In<'agreed' | 'feasible'>> => {
  const { assessment, feasibility, plan: made } = renovation;
  const { by, how, now } = act;
  const said = note === undefined ? {} : { note };
  const kept = { ...commonOf(renovation), assessment, feasibility };
  if (!agrees) {
    return decided(
      {
        ...kept,
        state: 'feasible',
        declined: { plan: made, ...said, at: now },
        ...clockFor('feasible', act),
      },
      'plan-declined',
      { ...said, how },
    );
  }
  return decided(
    {
      ...kept,
      state: 'agreed',
      plan: made,
      agreement: { ...(by ? { by } : {}), ...(how ? { how } : {}), at: now, ...said },
      ...clockFor('agreed', act),
    },
    'agreed',
    { amount: made.amount, how },
  );
};
