import type { TargetsRefusal } from '../../../../functions/targets/targets.problems.ts';

export const words = {
  'target.not_found': '没有这个任务，或不在您的范围内。',
  'target.exists': '这一项已经有任务了。要改就修改那个任务，并写明原因。',
  'target.node_unknown': '没有这个地方，或已撤销。',
  'target.not_yours': '这一项由别的部门定。',
  'target.percent': '比率最多 100%。',
} as const satisfies Record<TargetsRefusal, string>;
