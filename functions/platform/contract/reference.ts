import * as v from 'valibot';
import { type FieldCode, fieldCode } from './fields.ts';
import {
  isReference,
  mostTyped,
  normaliseReference,
  referenceAlphabet,
  secretCodePattern,
} from './reference.rules.ts';

// The rules without the schemas are for pages that have to be light.
export {
  checkCharacter,
  formatReference,
  isReference,
  referenceAlphabet,
  referenceBodyLength,
} from './reference.rules.ts';

const typed = (wrong: FieldCode) =>
  v.pipe(v.string(), v.maxLength(mostTyped, fieldCode(wrong)), v.transform(normaliseReference));

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
  v.regex(secretCodePattern, fieldCode('code.invalid')),
);
