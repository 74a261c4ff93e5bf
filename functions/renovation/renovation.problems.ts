import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './renovation-missing.problems.ts';

/** Every reason an application's rules can give, as the people they are given to should read it. */
export const renovationProblems = defineProblems({
  ...missingProblems,
  'renovation.reference_or_code_wrong': { status: 404, title: 'Reference and code do not belong together.' },
  'renovation.transition_not_allowed': {
    status: 409,
    title: 'The application is not at a step at which this can be done.',
  },
  'renovation.village_unknown': { status: 422, title: 'This village is not in the district.' },
  'renovation.issued_elsewhere': {
    status: 422,
    title:
      'The certificate was issued in another district; apply to the federation of disabled people that issued it.',
  },
  'renovation.certificate_expired': {
    status: 422,
    title: 'The certificate has expired; have it renewed at the federation of disabled people first.',
  },
  'renovation.guardian_needed': {
    status: 422,
    title: 'Somebody under 14 needs a guardian, who applies and consents for them.',
  },
  'renovation.proxy_needed': { status: 422, title: 'Say who applies for the person, and how to reach them.' },
  'renovation.person_has_one': {
    status: 409,
    title: 'There is an application for this person already; look it up, or withdraw it first.',
  },
  'renovation.home_has_one': { status: 409, title: 'There is an application for this home already.' },
  'renovation.decided_before': {
    status: 403,
    title: 'Somebody who had nothing to do with it before has to decide this.',
  },
  'renovation.district_decides': { status: 403, title: 'The federation of the district decides this.' },
  'renovation.papers_once': {
    status: 409,
    title: 'Papers were asked for already; that can be done once, listing all.',
  },
  'renovation.assessor_unknown': {
    status: 422,
    title: 'This account cannot assess homes there.',
  },
  'renovation.assessor_other': { status: 403, title: 'Somebody else is to assess this home.' },
  'renovation.assessor_missing': { status: 409, title: 'Name who assesses the home, and the day, first.' },
  'renovation.nothing_needed': { status: 422, title: 'The assessment found no item that is needed.' },
  'renovation.nothing_feasible': {
    status: 422,
    title: 'No needed item can be built; reject the application and say why.',
  },
  'renovation.item_not_assessed': { status: 422, title: 'Say for each needed item whether it can be built.' },
  'renovation.item_not_feasible': {
    status: 422,
    title: 'A plan has only items that are needed and can be built.',
  },
  'renovation.item_not_priced': { status: 422, title: "This item is not in the year's list." },
  'renovation.item_too_many': { status: 422, title: "This is more than the year's list allows for a home." },
  'renovation.item_twice': { status: 422, title: 'An item stands twice.' },
  'renovation.items_exclude': { status: 422, title: 'Two of these items exclude each other.' },
  'renovation.item_had_before': {
    status: 409,
    title: 'The home had this item within the years in which it is not built again.',
  },
  'renovation.over_ceiling': { status: 422, title: 'The plan costs more than there is for a home.' },
  'renovation.fund_missing': { status: 409, title: 'There is no fund of this year for the town yet.' },
  'renovation.fund_exists': { status: 409, title: 'There is a fund of this year already; change that one.' },
  'renovation.fund_not_found': { status: 404, title: 'There is no such fund.' },
  'renovation.fund_below_reserved': {
    status: 409,
    title: 'More than that is reserved or spent already.',
  },
  'renovation.fund_wrong_kind': { status: 422, title: 'A district has homes and prices, a town has money.' },
  'renovation.no_money': { status: 409, title: 'The fund of the town does not suffice.' },
  'renovation.no_homes': {
    status: 409,
    title: 'As many homes as planned for the year are approved already.',
  },
  'renovation.others_wait': { status: 409, title: 'Others wait in the queue of the town.' },
  'renovation.out_of_turn': { status: 409, title: 'Somebody else is first in the queue.' },
  'renovation.notice_not_found': { status: 404, title: 'There is no such public notice, or it is over.' },
  'renovation.objections_full': {
    status: 409,
    title: 'No more objections can be taken here; call the office.',
  },
  'renovation.objection_unknown': { status: 404, title: 'There is no such objection.' },
  'renovation.objection_decided': { status: 409, title: 'This objection was decided already.' },
  'renovation.contractor_unknown': { status: 422, title: 'This account does not build there.' },
  'renovation.lot_not_found': { status: 404, title: 'There is no such lot.' },
  'renovation.not_ready': { status: 409, title: 'One of the applications is not ready to be built.' },
  'renovation.not_accepted': { status: 409, title: 'One of the applications has not been accepted.' },
  'renovation.before_photos_missing': { status: 409, title: 'Add photos of how it is before works begin.' },
  'renovation.over_plan': { status: 422, title: 'More was built than was agreed and approved.' },
  'renovation.signed_already': { status: 409, title: 'This side has signed already.' },
  'renovation.defects_full': { status: 409, title: 'Twenty defects are recorded already.' },
  'renovation.own_side': {
    status: 403,
    title: 'Only that side itself can sign, or an officer for the applicant.',
  },
  'renovation.follow_up_done': { status: 409, title: 'This follow-up was made already.' },
  'renovation.follow_up_early': { status: 409, title: 'It is too early for this follow-up.' },
  'renovation.appeal_once': { status: 409, title: 'It was appealed once already; that decision stands.' },
  'renovation.appeal_too_late': { status: 409, title: 'The ten working days for an appeal are over.' },
  'renovation.draft_not_found': {
    status: 404,
    title: 'There is no saved form with this reference and code, or it has expired.',
  },
  'renovation.draft_changed': { status: 409, title: 'The form was saved elsewhere since; open it again.' },
  'renovation.proof_wrong': { status: 422, title: 'The check against machines did not succeed. Try again.' },
  'renovation.proof_used': { status: 422, title: 'This check was used already. Try again.' },
});

export type RenovationRefusal = keyof typeof renovationProblems;
export const renovationProblem = problemFactory(renovationProblems);
