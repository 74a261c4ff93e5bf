import * as v from 'valibot';
import { type FieldCode, fieldCode } from './fields.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Upper case and half-width, without the spaces and dashes people write; not yet checked. */
const normalised = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** The 18th character that belongs to the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export const idNumberCheck = (digits: string): string => {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight * Number(digits.charAt(index));
  return checkCharacters.charAt(sum % 11);
};

const isRealDay = (yyyymmdd: string): boolean => {
  const text = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6)}`;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(text) &&
    /^(18|19|20)/.test(yyyymmdd)
  );
};

/** What is wrong with a normalised ID number; undefined when it can be one. */
const fault = (text: string): FieldCode | undefined => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return 'id_number.invalid';
  if (!isRealDay(text.slice(6, 14))) return 'id_number.birth_date';
  return idNumberCheck(text) === text.slice(-1) ? undefined : 'id_number.check_character';
};

/**
 * The 18-character number of a resident identity card as people type it: spaces, full-width digits and a small x
 * are fine; its day of birth must exist and its check character must be right. The old 15-digit numbers ended on
 * 1 January 2013 and are not taken.
 */
export const idNumber = v.pipe(
  v.string(),
  v.maxLength(40, fieldCode('id_number.invalid')),
  v.transform(normalised),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const code = fault(dataset.value);
    if (code) addIssue({ message: fieldCode(code) });
  }),
);
