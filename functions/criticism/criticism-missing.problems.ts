import { defineProblems } from '../platform/contract/problems.ts';

/** By itself for the function that shows photos, which has no use for the others and stays small. */
export const missingProblems = defineProblems({
  'criticism.not_found': { status: 404, title: 'There is no such notice.' },
});
