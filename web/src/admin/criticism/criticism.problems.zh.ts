import type { CriticismRefusal } from '../../../../functions/criticism/criticism.problems.ts';

export const words = {
  'criticism.not_found': '没有这份通报或观摩点。',
  'criticism.node_unknown': '没有这个单位，或者它已撤销。',
  'criticism.period': '期间为一到六个月，先后顺序要对，不能是以后的月份。',
  'criticism.nothing': '这个单位在这段时间没有达到可以通报的事项。',
  'criticism.too_many': '超过 100 件，请缩短期间。',
  'criticism.personal': '请删去电话和身份证号码：通报不写任何人的信息。',
  'criticism.own': '自己起草、发布或推荐的，要由别人决定。',
  'criticism.not_heard': '该单位还可以说明情况；等它说明了或期限到了再发布。',
  'criticism.over': '现在的状态不能再这样做了。',
  'criticism.replied': '已经有说明了。',
} as const satisfies Record<CriticismRefusal, string>;
