import { defineProblems, type Problem, problemFactory } from '../platform/contract/problems.ts';

/** Every reason access can give, as the people it is given to should read it. */
export const accessProblems = defineProblems({
  'access.credentials_wrong': { status: 401, title: 'Login name or password is not right.' },
  'access.locked': { status: 429, title: 'Too many failed attempts. Wait 15 minutes and try again.' },
  'access.password_wrong': { status: 422, title: 'The present password is not right.' },
  'access.password_too_short': { status: 422, title: 'Use at least 12 characters.' },
  'access.password_has_login_name': { status: 422, title: 'The password must not contain the login name.' },
  'access.password_common': { status: 422, title: 'This password is too easy to guess.' },
  'access.password_unchanged': { status: 422, title: 'Choose a password that is not the present one.' },
  'access.staff_not_found': { status: 404, title: 'There is no account with this number.' },
  'access.login_name_taken': { status: 409, title: 'Somebody else has this login name.' },
  'access.own_account': { status: 403, title: 'Another administrator has to do this for you.' },
  'access.already_suspended': { status: 409, title: 'The account is suspended already.' },
  'access.not_suspended': { status: 409, title: 'The account is not suspended.' },
  'access.node_not_found': { status: 404, title: 'There is no organisation with this code.' },
  'access.node_unknown': { status: 422, title: 'This organisation does not exist, or is closed.' },
  'access.node_code_wrong': { status: 422, title: 'This code does not belong under that organisation.' },
  'access.node_exists': { status: 409, title: 'There is an organisation with this code already.' },
  'access.node_closed': { status: 409, title: 'The organisation is closed already.' },
  'access.node_open': { status: 409, title: 'The organisation is not closed.' },
  'access.own_node': { status: 403, title: 'The level above has to close this organisation.' },
  'access.district_exists': { status: 409, title: 'This table serves a district already.' },
  'access.authority_lost': { status: 401, title: 'Your own account was changed. Sign in again.' },
  'access.raced': {
    status: 503,
    title: 'The account was being changed at the same moment. Nothing was done; try again.',
  },
});

export type AccessRefusal = keyof typeof accessProblems;
export const accessProblem = problemFactory(accessProblems);

/** The problem for what a rule or a companion of a commit refused. */
export const refused = (refusal: AccessRefusal): Problem =>
  accessProblem(refusal, refusal === 'access.raced' ? { retryAfterSeconds: 1 } : {});
