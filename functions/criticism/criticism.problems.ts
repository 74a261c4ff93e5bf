import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './criticism-missing.problems.ts';

export const criticismProblems = defineProblems({
  ...missingProblems,
  'criticism.node_unknown': { status: 422, title: 'There is no such organisation, or it is closed.' },
  'criticism.period': {
    status: 422,
    title: 'A period is one to six months, in order, and none of them lies ahead.',
  },
  'criticism.nothing': {
    status: 422,
    title: 'In this period nothing of this organisation reached the level at which it may be criticised.',
  },
  'criticism.too_many': { status: 422, title: 'There are more than 100 cases; choose a shorter period.' },
  'criticism.personal': {
    status: 422,
    title: 'Leave out phone and ID numbers: a notice names nobody.',
  },
  'criticism.own': {
    status: 403,
    title: 'Whoever drafted or published a notice, or proposed a site, does not decide about it.',
  },
  'criticism.not_heard': {
    status: 409,
    title: 'The organisation can still reply; publish when it has, or when its time is over.',
  },
  'criticism.over': { status: 409, title: 'In the state it is in this cannot be done any more.' },
  'criticism.replied': { status: 409, title: 'There is a reply already.' },
});

export type CriticismRefusal = keyof typeof criticismProblems;
export const criticismProblem = problemFactory(criticismProblems);
