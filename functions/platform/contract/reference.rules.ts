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
export const normaliseReference = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** Whether a normalised reference has the right shape and check character. */
export const isReference = (text: string): boolean =>
  referencePattern.test(text) && checkCharacter(text.slice(0, referenceBodyLength)) === text.slice(-1);

/** As printed and read aloud: `ABC-DEF-GHJK`. */
export const formatReference = (reference: string): string =>
  `${reference.slice(0, 3)}-${reference.slice(3, 6)}-${reference.slice(6)}`;

/** The secret code that belongs to a reference, normalised. */
export const secretCodePattern = new RegExp(`^[${referenceAlphabet}]{8}$`);

/** Characters somebody may type for either, spaces and dashes included. */
export const mostTyped = 40;
