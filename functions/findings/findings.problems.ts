import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const findingProblems = defineProblems({
  'finding.not_found': { status: 404, title: 'There is no such finding.' },
  'finding.not_open': {
    status: 409,
    title: 'Only what stands open can be let rest: this is cleared, or rests already.',
  },
  'finding.exception_days': {
    status: 422,
    title: 'An exception lasts from today to at most 92 days from now.',
  },
  'finding.own': {
    status: 403,
    title: 'Whoever answers for something does not grant the exception from it.',
  },
});

export type FindingRefusal = keyof typeof findingProblems;
export const findingProblem = problemFactory(findingProblems);
