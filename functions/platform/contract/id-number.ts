import * as v from 'valibot';
import { fieldCode } from './fields.ts';
import { idNumberFault, normaliseIdNumber } from './id-number.rules.ts';

// The rules without the schema are for pages that have to be light.
export { idNumberCheck } from './id-number.rules.ts';

/**
 * The 18-character number of a resident identity card as people type it: spaces, full-width digits and a small x
 * are fine; its day of birth must exist and its check character must be right. The old 15-digit numbers ended on
 * 1 January 2013 and are not taken.
 */
export const idNumber = v.pipe(
  v.string(),
  v.maxLength(40, fieldCode('id_number.invalid')),
  v.transform(normaliseIdNumber),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const code = idNumberFault(dataset.value);
    if (code) addIssue({ message: fieldCode(code) });
  }),
);
