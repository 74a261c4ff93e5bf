import * as v from 'valibot';
import { type FieldCode, fieldCode } from './fields.ts';

/**
 * 23 characters a resident can read over the phone: no 0/O/D/Q, 1/I/L, 2 against Z, 5/S, 6/G, 8/B, U/V.
 * A prime number of them, so that the weighted check character below finds every single wrong character
 * and every pair that was swapped.
 */
export const referenceAlphabet = '23456789ACEFHJKMNPRTWXY';
export const referenceBodyLength = 9;

const base = referenceAlphabet.length;
const referencePattern = new RegExp(`^[${referenceAlphabet}]{${referenceBodyLength + 1}}$`);

export const checkCharacter = (body: string): string => {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += (i + 2) * referenceAlphabet.indexOf(body.charAt(i));
  // With weights 2…10 on the body and 1 on the check character, a valid reference sums to 0 modulo 23.
  return referenceAlphabet.charAt((base - (sum % base)) % base);
};

/** Upper case, without the spaces and dashes people write; not yet checked. */
const normaliseReference = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** Whether a normalised reference has the right shape and check character. */
export const isReference = (text: string): boolean =>
  referencePattern.test(text) && checkCharacter(text.slice(0, referenceBodyLength)) === text.slice(-1);

const typed = (wrong: FieldCode) =>
  v.pipe(v.string(), v.maxLength(40, fieldCode(wrong)), v.transform(normaliseReference));

/** A reference as a person types it: lower case, spaces and dashes are fine; the check character must be right. */
export const referenceSchema = v.pipe(
  typed('reference.invalid'),
  v.check(isReference, fieldCode('reference.invalid')),
);

/** Ids of what there is too much of for ten characters, and which nobody reads aloud. */
export const longIdLength = 16;

/** Such an id, as it stands in an address. */
export const longIdSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^[${referenceAlphabet}]{${longIdLength}}$`), fieldCode('id.invalid')),
);

/** The secret code that belongs to a reference, as a person types it. */
export const secretCodeSchema = v.pipe(
  typed('code.invalid'),
  v.regex(new RegExp(`^[${referenceAlphabet}]{8}$`), fieldCode('code.invalid')),
);
