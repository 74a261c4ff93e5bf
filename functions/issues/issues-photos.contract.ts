import { issueProblems } from './issues.problems.ts';
import { readers } from './issues.roles.ts';

/** What of an issue the function that shows photos needs to know, and no more: it stays small. */
export const issuePhotos = {
  problems: issueProblems,
  ofIssue: { mayCall: readers, problems: ['issue.not_found'] },
} as const;
