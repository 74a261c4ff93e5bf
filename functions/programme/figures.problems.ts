import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const figuresProblems = defineProblems({
  'publicity.not_found': { status: 404, title: 'There is no such entry.' },
  'publicity.node_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'publicity.activity_unknown': { status: 422, title: 'There is no activity with this number.' },
  'publicity.withdrawn': { status: 409, title: 'This entry was withdrawn already.' },
});

export type FiguresRefusal = keyof typeof figuresProblems;
export const figuresProblem = problemFactory(figuresProblems);
