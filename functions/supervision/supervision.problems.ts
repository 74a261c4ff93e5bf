import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './supervision-missing.problems.ts';

export const supervisionProblems = defineProblems({
  ...missingProblems,
  'supervision.taken': { status: 409, title: 'Somebody else has taken it on.' },
  'supervision.take_first': { status: 409, title: 'Take it on first; whoever has it says what was found.' },
  'supervision.photos_needed': {
    status: 422,
    title: 'Whoever looked at it on the spot shows it: add a photo.',
  },
  'supervision.looked_at': { status: 409, title: 'It was looked at already.' },
});

export type SupervisionRefusal = keyof typeof supervisionProblems;
export const supervisionProblem = problemFactory(supervisionProblems);
