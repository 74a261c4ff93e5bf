import type { deskProblems } from '../../../../functions/desks/desks.problems.ts';

export const words = {
  'report.not_found': '没有这份周报，或者不在您的范围内。',
} as const satisfies Record<keyof typeof deskProblems, string>;
