const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Upper case and half-width, without the spaces and dashes people write; not yet checked. */
export const normaliseIdNumber = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** The 18th character that belongs to the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export const idNumberCheck = (digits: string): string => {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight * Number(digits.charAt(index));
  return checkCharacters.charAt(sum % 11);
};

/** The day of birth in an ID number, as `YYYY-MM-DD`; there may be no such day. */
export const birthDateIn = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

const isRealDay = (text: string): boolean => {
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(text) &&
    /^(18|19|20)/.test(text)
  );
};

/** What is wrong with a normalised ID number; undefined when it can be one. */
export const idNumberFault = (
  text: string,
): 'id_number.invalid' | 'id_number.birth_date' | 'id_number.check_character' | undefined => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return 'id_number.invalid';
  if (!isRealDay(birthDateIn(text))) return 'id_number.birth_date';
  return idNumberCheck(text) === text.slice(-1) ? undefined : 'id_number.check_character';
};
