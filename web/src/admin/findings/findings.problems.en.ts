import type { FindingRefusal } from '../../../../functions/findings/findings.problems.ts';

export const words = {
  'finding.not_found': 'There is no such finding.',
  'finding.not_open': 'Only what stands open can be let rest: this is cleared, or rests already.',
  'finding.exception_days': 'An exception lasts from today to at most 92 days from now.',
  'finding.own': 'What you answer for yourself, another supervisor has to except.',
} as const satisfies Record<FindingRefusal, string>;
