import { createStore } from 'solid-js/store';
import { type RenovationItem, renovationItems } from '../../../../functions/renovation/renovation.words.ts';
import { wholeIn } from '../figures/whole-number.ts';
import { fenIn, yuanText } from './money.ts';
import type { DistrictFund } from './renovation.queries.ts';

type PriceLine = DistrictFund['prices'][number];

export interface PriceDraft {
  on: boolean;
  unit: string;
  price: string;
  most: string;
  years: string;
  excludes: readonly RenovationItem[];
}

const empty: PriceDraft = { on: false, unit: 'piece', price: '', most: '1', years: '5', excludes: [] };

const draftOf = (line: PriceLine | undefined): PriceDraft =>
  line === undefined
    ? { ...empty }
    : {
        ...{ on: true, unit: line.unit, price: yuanText(line.price) },
        ...{ most: String(line.most), years: String(line.noRepeatYears), excludes: line.excludes },
      };

export interface PricesDraft {
  of: (item: RenovationItem) => PriceDraft;
  change: (item: RenovationItem, part: Partial<PriceDraft>) => void;
  /** Makes it what a year has; empty without one. */
  reset: (prices: readonly PriceLine[]) => void;
  /** The items of the list, in the order the contract takes them. */
  listed: () => readonly RenovationItem[];
  body: () => unknown;
}

/** The year's list as a form holds it, a line an item. */
export const createPricesDraft = (prices: readonly PriceLine[]): PricesDraft => {
  const all = (from: readonly PriceLine[]): Record<string, PriceDraft> =>
    Object.fromEntries(
      renovationItems.map((item) => [item, draftOf(from.find((line) => line.item === item))]),
    );
  const [drafts, setDrafts] = createStore(all(prices));
  const of = (item: RenovationItem): PriceDraft => drafts[item] ?? empty;
  const listed = () => renovationItems.filter((item) => of(item).on);
  return {
    of,
    change: (item, part) => setDrafts(item, part),
    reset: (from) => setDrafts(all(from)),
    listed,
    body: () =>
      listed().map((item) => {
        const { unit, price, most, years, excludes } = of(item);
        return {
          ...{ item, unit, price: fenIn(price), most: wholeIn(most) },
          ...{ noRepeatYears: wholeIn(years), excludes },
        };
      }),
  };
};
