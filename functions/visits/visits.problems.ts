import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const visitProblems = defineProblems({
  'visit.not_found': { status: 404, title: 'There is no visit with this number.' },
  'visit.in_future': { status: 422, title: 'This visit lies in the future. Check the clock of the phone.' },
  'visit.before_campaign': { status: 422, title: 'This visit lies before the beginning of the campaign.' },
  'visit.household_out_of_scope': { status: 422, title: 'This household is not part of the campaign.' },
  'visit.anothers_household': { status: 403, title: 'This household was never assigned to you.' },
  'visit.appointment_past': { status: 422, title: 'The appointment lies before the visit.' },
  'visit.no_conflict': { status: 409, title: 'There is nothing to settle about this visit.' },
  'visit.settled_already': { status: 409, title: 'This conflict was settled already.' },
  'ledger.not_found': { status: 404, title: 'There is no such village or day.' },
  'ledger.in_future': { status: 422, title: 'This day has not begun yet.' },
  'ledger.handed_in_already': { status: 409, title: 'This day was handed in already.' },
  'ledger.has_visits': {
    status: 409,
    title: 'There are visits on this day, so it is not one with nothing to report.',
  },
  'ledger.nothing_not_said': {
    status: 409,
    title: 'There is no visit on this day. Say that there is nothing to report.',
  },
  'ledger.not_handed_in': {
    status: 409,
    title: 'This day was not handed in yet; record it by handing it in.',
  },
  'ledger.amendments_full': { status: 409, title: 'Thirty amendments stand with this day already.' },
});

export type VisitRefusal = keyof typeof visitProblems;
export const visitProblem = problemFactory(visitProblems);
