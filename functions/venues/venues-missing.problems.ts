import { defineProblems } from '../platform/contract/problems.ts';

/** By themselves for the function that shows photos, which has no use for the others and stays small. */
export const missingProblems = defineProblems({
  'venue.not_found': { status: 404, title: 'There is no venue with this number.' },
  'upgrade.not_found': { status: 404, title: 'There is no such project.' },
});
