import type { PriceLine } from './renovation.fields.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
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
import type { RenovationItem } from './renovation.words.ts';

type Assessment = In<'assessed'>['assessment'];
type Feasibility = In<'feasible'>['feasibility'];
type Plan = In<'planned'>['plan'];

const hasTwice = (lines: readonly { readonly item: RenovationItem }[]): RenovationItem | undefined =>
  lines.find(({ item }, index) => lines.findIndex((line) => line.item === item) !== index)?.item;

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

export const neededItems = ({ items }: Pick<Assessment, 'items'>): RenovationItem[] =>
  items.filter(({ needed }) => needed).map(({ item }) => item);

/** Needed and feasible: all a plan can be made of. */
export const buildableItems = (
  assessment: Pick<Assessment, 'items'>,
  feasibility: Pick<Feasibility, 'items'>,
): RenovationItem[] =>
  neededItems(assessment).filter((needed) =>
    feasibility.items.some(({ item, feasible }) => feasible && item === needed),
  );

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

/** What there is to plan with. */
export interface PlanningTerms {
  readonly year: number;
  readonly prices: readonly PriceLine[];
  /** Fen. */
  readonly ceiling: number;
  /** Year in which this home had an item last, by item. */
  readonly had: ReadonlyMap<string, number>;
}

export interface Quantity {
  readonly item: RenovationItem;
  readonly quantity: number;
}

/** Whether a home that had an item in one year can have it in another. */
export const mayRepeat = (hadIn: number, year: number, noRepeatYears: number): boolean =>
  hadIn + noRepeatYears <= year;

/** Why these items make no plan; undefined when they do. */
export const planFault = (
  buildable: readonly RenovationItem[],
  lines: readonly Quantity[],
  { year, prices, ceiling, had }: PlanningTerms,
): { readonly refusal: RenovationRefusal; readonly detail?: string } | undefined => {
  const twice = hasTwice(lines);
  if (twice) return refuse('renovation.item_twice', twice);
  for (const { item, quantity } of lines) {
    if (!buildable.includes(item)) return refuse('renovation.item_not_feasible', item);
    const price = prices.find((line) => line.item === item);
    if (!price) return refuse('renovation.item_not_priced', item);
    if (quantity > price.most) return refuse('renovation.item_too_many', item);
    const other = lines.find((line) => line.item !== item && price.excludes.includes(line.item));
    // One of the two says it; which one doesn't matter.
    if (other) return refuse('renovation.items_exclude', `${item} ${other.item}`);
    const hadIn = had.get(item);
    if (hadIn !== undefined && !mayRepeat(hadIn, year, price.noRepeatYears)) {
      return refuse('renovation.item_had_before', item);
    }
  }
  return amountOf(priced(lines, prices)) > ceiling ? refuse('renovation.over_ceiling') : undefined;
};

export const amountOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

const priced = (lines: readonly Quantity[], prices: readonly PriceLine[]): Plan['lines'] =>
  lines.flatMap(({ item, quantity }) => {
    const line = prices.find((one) => one.item === item);
    if (!line) return [];
    const { unit, price, noRepeatYears } = line;
    return [{ item, unit, price, quantity, amount: price * quantity, noRepeatYears }];
  });

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
