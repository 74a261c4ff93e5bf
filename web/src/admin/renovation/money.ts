/**
 * Fen of an amount in yuan as it is typed, full-width digits and separators too; what is none stays, for the contract
 * to say so.
 */
export const fenIn = (text: string): number | string | undefined => {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥元]/g, '')
    .trim();
  if (plain === '') return undefined;
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : plain;
};

/** An amount as a field shows it for changing: yuan, without words. */
export const yuanText = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
