import type { RenovationRefusal } from '../../../../functions/renovation/renovation.problems.ts';

/** What only residents can be refused, on their own pages. */
type OwnRefusal =
  | 'renovation.reference_or_code_wrong'
  | 'renovation.draft_not_found'
  | 'renovation.draft_changed'
  | 'renovation.proof_wrong'
  | 'renovation.proof_used';

export const words = {
  'renovation.not_found': '没有这份申请，或不是您的任务。',
  'renovation.transition_not_allowed': '申请现在的步骤不能这样办。请刷新后再看。',
  'renovation.village_unknown': '这个村居不存在，或已撤销。',
  'renovation.issued_elsewhere': '残疾人证不是本区发的。请到发证的残联申请。',
  'renovation.certificate_expired': '残疾人证已过期。请先到残联换证，再来申请。',
  'renovation.guardian_needed': '不到 14 岁的，要由监护人申请并同意。',
  'renovation.proxy_needed': '请写明是谁代为申请、怎么联系。',
  'renovation.person_has_one': '这个人已有一份申请在办。要重新申请，先撤回那一份。',
  'renovation.home_has_one': '这个家已有一份申请在办。一个家一次办一份。',
  'renovation.decided_before': '您在前面的步骤办过这份申请，这一步要由别人办。',
  'renovation.district_decides': '这一步由区残联办。',
  'renovation.papers_once': '已经要过一次材料，不能再要。',
  'renovation.assessor_unknown': '这个账号不能在这里评估。',
  'renovation.assessor_other': '这户派给了别人。',
  'renovation.assessor_missing': '请先定评估人和日期。',
  'renovation.nothing_needed': '没有一项是需要的。请至少选一项，或退回由镇街驳回。',
  'renovation.nothing_feasible': '没有一项能做。请驳回申请并说明理由。',
  'renovation.item_not_assessed': '每个需要的项目都要写能不能做。',
  'renovation.item_not_feasible': '方案只能有“需要”又“能做”的项目。',
  'renovation.item_not_priced': '当年的价目里没有这个项目。',
  'renovation.item_too_many': '数量超过了价目里每户的上限。',
  'renovation.item_twice': '有一个项目写了两次。',
  'renovation.items_exclude': '有两个项目不能同时做。',
  'renovation.item_had_before': '这个家在规定年限内做过这个项目，不能再做。',
  'renovation.over_ceiling': '方案超过了每户的上限。',
  'renovation.fund_missing': '当年的资金还没有设好。',
  'renovation.fund_exists': '当年的资金已设过，请修改那一份。',
  'renovation.fund_not_found': '没有这份资金。',
  'renovation.fund_below_reserved': '不能少于已占用和已支出的。',
  'renovation.fund_wrong_kind': '区设户数和价目，镇街设资金。',
  'renovation.no_money': '镇街的资金不够。',
  'renovation.no_homes': '当年的户数已满。',
  'renovation.others_wait': '镇街还有人排队。',
  'renovation.out_of_turn': '排在前面的还没有批准，不能插队。',
  'renovation.notice_not_found': '没有这份公示，或公示期已过。',
  'renovation.objections_full': '异议已满 20 条，请电话登记。',
  'renovation.objection_unknown': '没有这条异议。',
  'renovation.objection_decided': '这条异议已经处理过。',
  'renovation.contractor_unknown': '这个账号不能在这里施工。',
  'renovation.lot_not_found': '没有这个批次，或不是您的。',
  'renovation.not_ready': '有一户还不能施工，整批都没有派出。请刷新名单再派。',
  'renovation.not_accepted': '有一户还没有验收，整批都没有登记付款。请刷新后再选。',
  'renovation.before_photos_missing': '请先添加照片：改造前的照片要在完工前交。',
  'renovation.over_plan': '做的比同意和批准的多。',
  'renovation.signed_already': '这一方已经签过。',
  'renovation.defects_full': '已记录 20 处毛病。',
  'renovation.own_side': '只能由这一方自己签；申请人可由工作人员代记，要写怎么表示的。',
  'renovation.follow_up_done': '这次回访已经做过。',
  'renovation.follow_up_early': '还没到这次回访的日子。',
  'renovation.appeal_once': '已经申诉过一次，以那次决定为准。',
  'renovation.appeal_too_late': '十个工作日的申诉期已过。',
} as const satisfies Record<Exclude<RenovationRefusal, OwnRefusal>, string>;
