import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const deskProblems = defineProblems({
  'report.not_found': { status: 404, title: 'There is no report of that week and place.' },
});

export const deskProblem = problemFactory(deskProblems);
