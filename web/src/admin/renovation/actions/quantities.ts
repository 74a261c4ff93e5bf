import { createStore } from 'solid-js/store';
import type { RenovationItem } from '../../../../../functions/renovation/renovation.words.ts';
import { wholeIn } from '../../figures/whole-number.ts';

export interface Quantities {
  textOf: (item: RenovationItem) => string;
  set: (item: RenovationItem, text: string) => void;
  /** Of the lines that are filled in, as the contract takes them; what is no number stays for it to say so. */
  lines: () => readonly { readonly item: RenovationItem; readonly quantity: unknown }[];
  /** The lines that are numbers already. */
  counted: () => readonly { readonly item: RenovationItem; readonly quantity: number }[];
  /** Under which name the contract tells what is wrong with an item's quantity; the first stands for the whole. */
  nameOf: (item: RenovationItem) => string;
}

/** How many of each item, as they are typed. */
export const createQuantities = (
  items: () => readonly RenovationItem[],
  initially: readonly { readonly item: RenovationItem; readonly quantity: number }[],
): Quantities => {
  const [texts, setTexts] = createStore<Record<string, string>>(
    Object.fromEntries(initially.map(({ item, quantity }) => [item, String(quantity)])),
  );
  const textOf = (item: RenovationItem): string => texts[item] ?? '';
  const lines = () =>
    items().flatMap((item) => {
      const quantity = wholeIn(textOf(item));
      return quantity === undefined || quantity === 0 ? [] : [{ item, quantity }];
    });
  return {
    textOf,
    set: (item, text) => setTexts(item, text),
    lines,
    counted: () =>
      lines().flatMap(({ item, quantity }) => (typeof quantity === 'number' ? [{ item, quantity }] : [])),
    nameOf: (item) => {
      const at = lines().findIndex((line) => line.item === item);
      if (at >= 0) return `lines.${at}.quantity`;
      return lines().length === 0 && items()[0] === item ? 'lines' : `quantity.${item}`;
    },
  };
};
