import { defineProblems } from '../platform/contract/problems.ts';

/** By themselves for the function that shows photos, which has no use for the others and stays small. */
export const missingProblems = defineProblems({
  'supervision.not_found': { status: 404, title: 'No list was drawn on that day.' },
  'supervision.item_not_found': { status: 404, title: 'This issue is not on the list.' },
});
