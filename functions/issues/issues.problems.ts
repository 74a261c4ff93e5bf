import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './issues-missing.problems.ts';

/** Every reason an issue's rules can give, as the people they are given to should read it. */
export const issueProblems = defineProblems({
  ...missingProblems,
  'issue.reference_or_code_wrong': { status: 404, title: 'Reference and code do not belong together.' },
  'issue.transition_not_allowed': {
    status: 409,
    title: 'The issue is not in a state in which this can be done.',
  },
  'issue.place_unknown': { status: 422, title: 'This place is not in the district.' },
  'issue.venue_unknown': { status: 422, title: 'There is no such venue at this place.' },
  'issue.department_unknown': { status: 422, title: 'This department does not exist.' },
  'issue.not_your_department': { status: 403, title: 'The issue lies with another department.' },
  'issue.return_too_late': {
    status: 409,
    title: 'It can only be returned within one working day of the transfer.',
  },
  'issue.return_bound': { status: 409, title: 'A supervisor decided that it stays with this department.' },
  'issue.extension_too_late': { status: 409, title: 'An extension has to be asked for before the deadline.' },
  'issue.extension_once': { status: 409, title: 'An extension was asked for already; there is only one.' },
  'issue.extension_missing': { status: 409, title: 'No extension waits for a decision.' },
  'issue.own_request': { status: 403, title: 'Somebody else has to decide on your request.' },
  'issue.plan_needed': { status: 422, title: 'A long-term plan needs at least one milestone.' },
  'issue.attempts_full': {
    status: 409,
    title: 'Twelve tries are recorded already; record now that nobody can be reached.',
  },
  'issue.attempts_needed': {
    status: 409,
    title: 'Three tries to reach the resident have to be recorded first.',
  },
  'issue.follow_up_by_another': {
    status: 403,
    title: 'The follow-up has to be made by somebody who did not handle it.',
  },
  'issue.follow_up_incomplete': {
    status: 422,
    title: 'Record what the resident said, or that nobody was reached.',
  },
  'issue.link_to_itself': { status: 422, title: 'An issue cannot be linked to itself.' },
  'issue.link_not_open': {
    status: 409,
    title: 'It can only be linked to an issue that is still open and not linked itself.',
  },
  'issue.link_full': { status: 409, title: 'Twenty issues are linked to this one already; link to another.' },
  'owner.not_found': { status: 404, title: 'Issues of this category have no owner yet.' },
  'owner.exists': { status: 409, title: 'Issues of this category have an owner already; change that one.' },
  'owner.town_unknown': { status: 422, title: 'This town does not belong to the department.' },
  'owner.lead_unfit': {
    status: 422,
    title: 'A lead official has an active account and acts for the department or the town.',
  },
  'issue.proof_wrong': { status: 422, title: 'The check against machines did not succeed. Try again.' },
  'issue.proof_used': { status: 422, title: 'This check was used already. Try again.' },
});

export type IssueRefusal = keyof typeof issueProblems;
export const issueProblem = problemFactory(issueProblems);
