import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { defineContract } from '../platform/contract/route.ts';
import { accessProblems } from './access.problems.ts';
import { treeSchema } from './access.views.ts';
import { limits } from './access.words.ts';
import { normaliseLoginName } from './staff.states.ts';

/** Any text may be tried: refusing the wrong shape here would say what the right one is. */
const typedLoginName = v.pipe(
  v.string(),
  v.maxLength(limits.typedLoginName, fieldCode('text.too_long', limits.typedLoginName)),
  v.transform(normaliseLoginName),
  v.minLength(1, fieldCode('field.required')),
);

export const typedPassword = v.pipe(
  v.string(),
  v.minLength(1, fieldCode('field.required')),
  v.maxLength(limits.password, fieldCode('text.too_long', limits.password)),
);

/** What needs no account. A function of its own: other exposure, other rights. */
export const accessPublicContract = defineContract({
  function: 'access-public',
  problems: accessProblems,
  routes: {
    signIn: {
      method: 'POST',
      path: '/api/session',
      summary: 'Sign in; the session is in the cookie',
      mayCall: 'anyone',
      body: v.strictObject({ loginName: typedLoginName, password: typedPassword }),
      response: v.object({ name: v.string(), mustChangePassword: v.boolean() }),
      status: 200,
      problems: ['access.credentials_wrong', 'access.locked', 'access.raced'],
    },
    signOut: {
      method: 'POST',
      path: '/api/session/end',
      summary: 'Sign out, whether or not anybody is signed in',
      mayCall: 'anyone',
      response: v.undefined(),
      status: 204,
      problems: [],
    },
    organisations: {
      method: 'GET',
      path: '/api/organisations',
      summary: 'The district with its towns, villages and departments; may be up to a minute old',
      mayCall: 'anyone',
      response: treeSchema,
      status: 200,
      problems: [],
    },
  },
});
