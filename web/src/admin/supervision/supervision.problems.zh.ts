import type { SupervisionRefusal } from '../../../../functions/supervision/supervision.problems.ts';

export const words = {
  'supervision.not_found': '这一天没有督导清单。',
  'supervision.item_not_found': '这个问题不在清单上。',
  'supervision.taken': '已经有别人接手了。请刷新页面查看是谁。',
  'supervision.take_first': '请先接手；谁接手，谁填写核查情况。',
  'supervision.photos_needed': '现场查看要有照片，请至少加一张。',
  'supervision.looked_at': '这个问题已经核查过了。',
} as const satisfies Record<SupervisionRefusal, string>;
