import type { deskProblems } from '../../../../functions/desks/desks.problems.ts';

export const words = {
  'report.not_found': 'There is no such weekly report, or it is outside your area.',
} as const satisfies Record<keyof typeof deskProblems, string>;
