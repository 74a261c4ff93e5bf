import * as v from 'valibot';
import { issuesPublicContract } from '../../../../functions/issues/issues-public.contract.ts';
import { fieldProblems } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import type { Draft } from './report.draft.ts';
import { DONE_PATH, pathOfStep, type Step, stepOfPath, steps } from './report.paths.ts';

const { category, what, place, reporter, consent } = issuesPublicContract.routes.raise.body.entries;

/** What each page asks, by the contract's own schemas. */
const asked = {
  category: v.object({ category }),
  what: v.object({ what }),
  where: v.object({ place }),
  photo: v.object({}),
  contact: v.object({ reporter, consent }),
  check: v.object({}),
} satisfies Record<Step, v.GenericSchema>;

/** The contract knows one name; on behalf of somebody it says both, and the surname shown stays the caller's. */
const reporterName = ({ forWhom, name, otherName }: Draft): string =>
  forWhom === 'other' && otherName.trim() !== '' ? `${name.trim()}（代${otherName.trim()}）` : name;

/** The answers as the contract wants them, not yet checked. */
export const answersOf = (draft: Draft) => ({
  category: draft.category,
  what: draft.what,
  place: { path: draft.village || draft.town, text: draft.placeText },
  reporter: { name: reporterName(draft), phone: draft.phone },
  consent: draft.consent,
});

const missing = (path: string): FieldProblem => ({ path, code: 'field.required', n: '', message: '' });

/** Whom the form is for is asked only here: the contract does not need to know. */
const ownProblems = (step: Step, draft: Draft): FieldProblem[] => {
  if (step !== 'contact') return [];
  if (draft.forWhom === '') return [missing('forWhom')];
  return draft.forWhom === 'other' && draft.otherName.trim() === '' ? [missing('otherName')] : [];
};

/** An empty phone number is missing rather than wrong. */
const asMissing = (problem: FieldProblem, draft: Draft): FieldProblem =>
  problem.path === 'reporter.phone' && draft.phone.trim() === '' ? missing(problem.path) : problem;

/** What stands in the way of leaving a page, in the order of its fields. */
export const problemsOf = (step: Step, draft: Draft): readonly FieldProblem[] => {
  const result = v.safeParse(asked[step], answersOf(draft));
  const found = result.success ? [] : fieldProblems(result.issues);
  return [...ownProblems(step, draft), ...found.map((problem) => asMissing(problem, draft))];
};

const firstUnanswered = (draft: Draft): Step =>
  steps.find((step) => problemsOf(step, draft).length > 0) ?? 'check';

/**
 * Where somebody who opens `path` belongs instead, if elsewhere: the first page not yet answered.
 * @param hasReceipt the form was sent already, and its receipt is still here
 * @param isFrozen a sending whose end is unknown: nothing may change until it is known
 */
export const redirectFrom = (
  path: string,
  draft: Draft,
  { hasReceipt, isFrozen }: { readonly hasReceipt: boolean; readonly isFrozen: boolean },
): string | undefined => {
  const step = stepOfPath(path);
  const unanswered = firstUnanswered(draft);
  if (step === undefined) return hasReceipt ? undefined : pathOfStep(unanswered);
  if (isFrozen) return step === 'check' ? undefined : pathOfStep('check');
  if (steps.indexOf(step) <= steps.indexOf(unanswered)) return undefined;
  // Back from the receipt: the pages before it are empty by now.
  return hasReceipt && unanswered === 'category' ? DONE_PATH : pathOfStep(unanswered);
};
