import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './issues.problems.zh.ts';

export const words = {
  'issue.not_found': 'There is no issue with this reference, or it lies outside your area.',
  'issue.reference_or_code_wrong': 'Reference and code do not belong together.',
  'issue.transition_not_allowed': 'The issue is not in a state in which this can be done.',
  'issue.place_unknown': 'This town or village does not exist, or is closed.',
  'issue.venue_unknown': 'There is no such venue at this place.',
  'issue.department_unknown': 'This department does not exist, or is closed.',
  'issue.attempts_full': 'Twelve tries are recorded already. Record now that nobody can be reached.',
  'issue.not_your_department': 'Another department handles this issue.',
  'issue.return_too_late': 'It can only be returned within one working day of the transfer.',
  'issue.return_bound': 'Supervision decided that it stays with this department.',
  'issue.extension_too_late': 'An extension has to be asked for before the deadline.',
  'issue.extension_once': 'An extension was asked for already; there is only one for each issue.',
  'issue.extension_missing': 'No extension waits for a decision.',
  'issue.own_request': 'Somebody else has to decide on your request.',
  'issue.plan_needed': 'A long-term plan needs at least one milestone.',
  'issue.attempts_needed': 'Record three tries to reach the resident first.',
  'issue.follow_up_by_another': 'Somebody who did not handle this has to make the follow-up.',
  'issue.follow_up_incomplete':
    'When the resident was reached, record whether it is solved and how satisfied they are.',
  'issue.link_to_itself': 'An issue cannot be linked to itself.',
  'issue.link_not_open': 'It can only be linked to an issue that is still open and not linked itself.',
  'issue.link_full': 'Twenty issues are linked to this one already; link to another.',
  'owner.not_found': 'Issues of this category have no owner yet.',
  'owner.exists': 'Issues of this category have an owner already; change that one.',
  'owner.town_unknown': 'This town does not belong to the department.',
  'owner.lead_unfit': 'A lead official has an active account, and acts for the department or the town.',
  'issue.proof_wrong': 'The check against machines did not succeed. Try again.',
  'issue.proof_used': 'This check was used already. Try again.',
} as const satisfies Translation<typeof zh>;
