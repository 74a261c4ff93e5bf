import type { FiguresRefusal } from '../../../../functions/programme/figures.problems.ts';

export const words = {
  'publicity.not_found': '没有这条宣传记录，或不在您的范围内。',
  'publicity.node_unknown': '没有这个地方，或已撤销。',
  'publicity.activity_unknown': '没有这个编号的活动。',
  'publicity.withdrawn': '这条记录已经撤回了。',
} as const satisfies Record<FiguresRefusal, string>;
