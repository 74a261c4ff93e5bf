import type { householdCategories } from '../../../../functions/households/households.words.ts';
import { fieldWords } from '../field.words.ts';
import type { Stop } from '../service.ts';

const { t } = fieldWords;

const categories = {
  disabled: 'household.disabled',
  'living-alone': 'household.living-alone',
  'low-income': 'household.low-income',
  elderly: 'household.elderly',
  'left-behind-child': 'household.left-behind-child',
  veteran: 'household.veteran',
  'key-care': 'household.key-care',
  'severe-illness': 'household.severe-illness',
} as const satisfies Record<(typeof householdCategories)[number], string>;

const isCategory = (name: string): name is keyof typeof categories => Object.hasOwn(categories, name);

/** Whom to look after in this household; what this version of the app has no word for is left out. */
export const categoryWords = (names: readonly string[]): string[] =>
  names.filter(isCategory).map((name) => t(categories[name]));

/** When to come, if a time was proposed or agreed: 「预约：傍晚」. */
export const slotWords = ({ slot, why }: Pick<Stop, 'slot' | 'why'>): string | undefined => {
  if (slot === undefined) return undefined;
  return t(`stop.${why ?? 'by-hand'}`, { slot: t(`slot.${slot}`) });
};
