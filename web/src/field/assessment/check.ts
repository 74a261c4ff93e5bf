import * as v from 'valibot';
import { fieldProblems } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { neededItems } from '../../../../functions/renovation/plan-checks.rules.ts';
import { assessmentFields } from '../../../../functions/renovation/renovation.fields.ts';
import { type AssessmentAnswers, bodyOf } from '../../assessment/answers.ts';

const schema = v.strictObject(assessmentFields);

/**
 * What stands in the way of saving, by the contract's own schema and the service's own rule, so that nothing it would
 * refuse for what was written waits for days in an outbox.
 */
export const problemsOf = (answers: AssessmentAnswers): readonly FieldProblem[] => {
  const result = v.safeParse(schema, bodyOf(answers));
  if (!result.success) return fieldProblems(result.issues);
  return neededItems(result.output).length > 0
    ? []
    : [{ path: 'items.0.needed', code: 'renovation.nothing_needed', n: '', message: '' }];
};

/** As it is sent, without its photos; undefined where it would not be taken. */
export const checkedBody = (answers: AssessmentAnswers): v.InferInput<typeof schema> | undefined => {
  const body = bodyOf(answers);
  return v.is(schema, body) ? body : undefined;
};
