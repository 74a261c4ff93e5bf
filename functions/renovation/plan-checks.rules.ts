import type { PriceLine } from './renovation.fields.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
import type { In } from './renovation.states.ts';
import type { RenovationItem } from './renovation.words.ts';

type Assessment = In<'assessed'>['assessment'];
type Feasibility = In<'feasible'>['feasibility'];
type PricedLine = In<'planned'>['plan']['lines'][number];

interface Fault {
  readonly refusal: RenovationRefusal;
  readonly detail?: string;
}

const fault = (refusal: RenovationRefusal, detail?: string): Fault =>
  detail === undefined ? { refusal } : { refusal, detail };

export const hasTwice = (lines: readonly { readonly item: RenovationItem }[]): RenovationItem | undefined =>
  lines.find(({ item }, index) => lines.findIndex((line) => line.item === item) !== index)?.item;

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
): Fault | undefined => {
  const twice = hasTwice(lines);
  if (twice) return fault('renovation.item_twice', twice);
  for (const { item, quantity } of lines) {
    if (!buildable.includes(item)) return fault('renovation.item_not_feasible', item);
    const price = prices.find((line) => line.item === item);
    if (!price) return fault('renovation.item_not_priced', item);
    if (quantity > price.most) return fault('renovation.item_too_many', item);
    const other = lines.find((line) => line.item !== item && price.excludes.includes(line.item));
    // One of the two says it; which one doesn't matter.
    if (other) return fault('renovation.items_exclude', `${item} ${other.item}`);
    const hadIn = had.get(item);
    if (hadIn !== undefined && !mayRepeat(hadIn, year, price.noRepeatYears)) {
      return fault('renovation.item_had_before', item);
    }
  }
  return amountOf(priced(lines, prices)) > ceiling ? fault('renovation.over_ceiling') : undefined;
};

export const amountOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** The lines of a plan, by the year's prices; what the list doesn't have is left out. */
export const priced = (lines: readonly Quantity[], prices: readonly PriceLine[]): PricedLine[] =>
  lines.flatMap(({ item, quantity }) => {
    const line = prices.find((one) => one.item === item);
    if (!line) return [];
    const { unit, price, noRepeatYears } = line;
    return [{ item, unit, price, quantity, amount: price * quantity, noRepeatYears }];
  });
