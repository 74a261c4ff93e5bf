import { readers } from './issues.roles.ts';
import { missingProblems } from './issues-missing.problems.ts';

/** What of an issue the function that shows photos needs to know, and no more: it stays small. */
export const issuePhotos = {
  problems: missingProblems,
  ofIssue: { mayCall: readers, problems: ['issue.not_found'] },
} as const;
