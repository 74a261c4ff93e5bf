import type { FindingRefusal } from '../../../../functions/findings/findings.problems.ts';

export const words = {
  'finding.not_found': '没有这条预警。',
  'finding.not_open': '只有还没有解除的预警才能暂缓；这条已经解除，或者已经暂缓。',
  'finding.exception_days': '暂缓从今天算起，最长 92 天。',
  'finding.own': '自己负责的事，要由别的督导人员批准暂缓。',
} as const satisfies Record<FindingRefusal, string>;
