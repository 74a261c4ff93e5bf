import type { HouseholdRow } from './households.queries.ts';

type Address = HouseholdRow['address'];

/** A number takes its word, 3号楼; what is a name already, such as 东楼, stays. */
const withWord = (part: string | undefined, word: string): string => {
  if (part === undefined || part === '') return '';
  return /^[\dA-Za-z-]+$/.test(part) ? part + word : part;
};

/** An address as it is written on an envelope; addresses are Chinese whatever language the reader has chosen. */
export const doorOf = ({ text, building, unit, room }: Address): string => {
  const parts = withWord(building, '号楼') + withWord(unit, '单元') + withWord(room, '室');
  return text.endsWith(parts) ? text : text + parts;
};

/** What names a household in a sentence: the shop, or the door. */
export const nameOfHousehold = (household: Pick<HouseholdRow, 'address' | 'shopName'>): string =>
  household.shopName === undefined
    ? doorOf(household.address)
    : `${household.shopName}（${doorOf(household.address)}）`;

export const isVillage = (path: string | undefined): path is string =>
  path !== undefined && /^\d{6}\/\d{9}\/\d{12}$/.test(path);
