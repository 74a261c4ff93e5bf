import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

/** All that whoever only looks at a photo can be told; apart from the rest, which is long. */
export const missingProblems = defineProblems({
  'inspection.check_not_found': { status: 404, title: 'There is no visit with this number in the sample.' },
  'rectification.not_found': { status: 404, title: 'There is no rectification with this number.' },
});

const problem = problemFactory(missingProblems);

export const checkMissing = () => problem('inspection.check_not_found');
export const rectificationMissing = () => problem('rectification.not_found');
