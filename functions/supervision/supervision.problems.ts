import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const supervisionProblems = defineProblems({
  'supervision.not_found': { status: 404, title: 'No list was drawn on that day.' },
  'supervision.item_not_found': { status: 404, title: 'This issue is not on the list.' },
  'supervision.taken': { status: 409, title: 'Somebody else has taken it on.' },
  'supervision.take_first': { status: 409, title: 'Take it on first; whoever has it says what was found.' },
  'supervision.looked_at': { status: 409, title: 'It was looked at already.' },
});

export type SupervisionRefusal = keyof typeof supervisionProblems;
export const supervisionProblem = problemFactory(supervisionProblems);
