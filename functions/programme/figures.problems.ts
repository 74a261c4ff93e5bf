import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const figuresProblems = defineProblems({
  'target.not_found': { status: 404, title: 'There is no target with this number.' },
  'target.exists': {
    status: 409,
    title: 'There is a target for this already. Change its figure and say why.',
  },
  'target.node_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'publicity.not_found': { status: 404, title: 'There is no such entry.' },
  'publicity.node_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'publicity.activity_unknown': { status: 422, title: 'There is no activity with this number.' },
  'publicity.withdrawn': { status: 409, title: 'This entry was withdrawn already.' },
});

export type FiguresRefusal = keyof typeof figuresProblems;
export const figuresProblem = problemFactory(figuresProblems);
