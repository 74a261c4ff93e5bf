interface DoorAddress {
  readonly text: string;
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly room?: string | undefined;
}

/** A number takes its word, 3号楼; what is a name already, such as 东楼, stays. */
const withWord = (part: string | undefined, word: string): string => {
  if (part === undefined || part === '') return '';
  return /^[\dA-Za-z-]+$/.test(part) ? part + word : part;
};

/**
 * An address as it is written on an envelope; addresses are Chinese whatever language the reader has chosen. What
 * the text says already is not said again.
 */
export const doorOf = ({ text, building, unit, room }: DoorAddress): string => {
  const said = text.replace(/\s/g, '');
  const parts = [withWord(building, '号楼'), withWord(unit, '单元'), withWord(room, '室')];
  return text + parts.filter((part) => !said.includes(part)).join('');
};

/** What names a household in a sentence: the shop, or the door. */
export const nameOfHousehold = (household: {
  readonly address: DoorAddress;
  readonly shopName?: string | undefined;
}): string =>
  household.shopName === undefined
    ? doorOf(household.address)
    : `${household.shopName}（${doorOf(household.address)}）`;
