import type { InspectionRefusal } from '../../../../functions/inspections/inspections.problems.ts';

export const words = {
  'inspection.not_found': '没有这个编号的检查，或不在您的范围内。',
  'inspection.node_unknown': '这个区、镇街或村居不存在，或没有村居。',
  'inspection.too_wide': '村居太多、天数太长。请减少天数或缩小范围。',
  'inspection.population_empty': '这个范围这些天没有走访。',
  'inspection.not_drawn': '这次检查已经开始了。',
  'inspection.not_running': '检查进行中才能记录核实内容。',
  'inspection.unchecked': '样本里还有没核实的走访；“无法判断”也是一种结论。',
  'inspection.checks_changed': '结束的同时有人改了核实内容。请看过之后再结束一次。',
  'inspection.check_not_found': '样本里没有这一户次。',
  'inspection.own_visit': '自己走访的，要由别人核实。',
  'inspection.rectification_underway': '这里查出的差错已报告整改。请先验收或退回，再更正核实内容。',
  'rectification.not_found': '没有这个编号的整改，或不在您的范围内。',
  'rectification.transition_not_allowed': '这件整改现在的状态不能这样办。',
  'rectification.not_yours': '要由责任人或该村居的包村干部来报告。',
  'rectification.own_work': '自己整改的，要由别的检查人员验收。',
  'rectification.returns_full': '已经退回十次。请验收，或更正核实内容来撤销。',
} as const satisfies Record<InspectionRefusal, string>;
