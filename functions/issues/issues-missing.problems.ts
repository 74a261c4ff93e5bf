import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

/** All that whoever only looks at a photo can be told; apart from the rest, which is long. */
export const missingProblems = defineProblems({
  'issue.not_found': { status: 404, title: 'There is no issue with this reference.' },
});

const problem = problemFactory(missingProblems);

export const issueMissing = () => problem('issue.not_found');
