/** A whole number as it is typed, full-width digits and separators too; what is none stays, for the contract to say so. */
export const wholeIn = (text: string): number | string | undefined => {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').trim();
  if (plain === '') return undefined;
  return /^\d+$/.test(plain) ? Number(plain) : plain;
};
