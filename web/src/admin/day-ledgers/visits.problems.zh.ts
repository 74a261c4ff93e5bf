import type { VisitRefusal } from '../../../../functions/visits/visits.problems.ts';

export const words = {
  'visit.not_found': '没有这条走访，或不在您的范围内。',
  'visit.in_future': '走访时间还没有到，请看一下手机的时间。',
  'visit.before_campaign': '走访时间早于这次走访的第一天。',
  'visit.household_out_of_scope': '这一户不在走访里。',
  'visit.anothers_household': '这一户没有分给过您。',
  'visit.appointment_past': '约的时间早于走访。',
  'visit.no_conflict': '这条走访没有要定的冲突。',
  'visit.settled_already': '这个冲突已经定了。',
  'ledger.not_found': '没有这个村居或日期，或不在您的范围内。',
  'ledger.in_future': '这一天还没有到。',
  'ledger.handed_in_already': '这一天已经上报过。',
  'ledger.has_visits': '这一天有走访，不能报无走访。请刷新后再报。',
  'ledger.nothing_not_said': '这一天没有走访。确实没有的，请勾选后上报。',
  'ledger.not_handed_in': '这一天还没有上报，请直接上报。',
  'ledger.amendments_full': '这一天已有三十条更正。',
} as const satisfies Record<VisitRefusal, string>;
