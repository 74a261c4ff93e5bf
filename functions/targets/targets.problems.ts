import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const targetsProblems = defineProblems({
  'target.not_found': { status: 404, title: 'There is no target with this number.' },
  'target.exists': {
    status: 409,
    title: 'There is a target for this already. Change its figure and say why.',
  },
  'target.node_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'target.not_yours': { status: 403, title: 'Somebody else sets the figures of this.' },
  'target.percent': { status: 422, title: 'A share is at most 100 percent.' },
});

export const targetsProblem = problemFactory(targetsProblems);

export type TargetsRefusal = keyof typeof targetsProblems;
