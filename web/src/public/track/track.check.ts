import type { FieldCode } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import {
  isReference,
  mostTyped,
  normaliseReference,
  secretCodePattern,
} from '../../../../functions/platform/contract/reference.rules.ts';
import type { Pair } from './track.pair.ts';

/** As much of a problem as is told beside a field. */
export type PairProblem = Pick<FieldProblem, 'path' | 'code' | 'n'>;

export interface CheckedPair {
  readonly problems: readonly PairProblem[];
  /** The two without what people write between the characters. */
  readonly pair: Pair;
}

/**
 * Reference and code as a person typed them, by the rules the service's schemas are made of: the schemas themselves
 * would be a tenth of all the form brings along.
 */
export const checkPair = (typed: Pair): CheckedPair => {
  const pair = { reference: normaliseReference(typed.reference), code: normaliseReference(typed.code) };
  const problemOf = (path: keyof Pair, isRight: boolean, wrong: FieldCode): readonly PairProblem[] => {
    // What is empty is missing rather than wrong.
    if (typed[path].trim() === '') return [{ path, code: 'field.required', n: '' }];
    return isRight && typed[path].length <= mostTyped ? [] : [{ path, code: wrong, n: '' }];
  };
  return {
    problems: [
      ...problemOf('reference', isReference(pair.reference), 'reference.invalid'),
      ...problemOf('code', secretCodePattern.test(pair.code), 'code.invalid'),
    ],
    pair,
  };
};
