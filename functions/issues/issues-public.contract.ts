import * as v from 'valibot';
import { referenceSchema, secretCodeSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { issueFields, reporterFields } from './issues.fields.ts';
import { issueProblems } from './issues.problems.ts';
import { progressSchema } from './issues.views.ts';
import { consentVersion } from './issues.words.ts';

/** What residents can do without an account. A function of its own: other exposure, other rights. */
export const issuesPublicContract = defineContract({
  function: 'issues-public',
  problems: issueProblems,
  routes: {
    challenge: {
      method: 'GET',
      path: '/api/public/challenge',
      summary: 'A small sum for the browser to solve before a form is sent, instead of a picture puzzle',
      mayCall: 'anyone',
      response: v.record(v.string(), v.unknown()),
      status: 200,
      problems: [],
    },
    raise: {
      method: 'POST',
      path: '/api/public/issues',
      summary: 'Raise an issue',
      mayCall: 'anyone',
      body: v.strictObject({
        ...issueFields,
        reporter: v.strictObject(reporterFields),
        consent: v.literal(consentVersion, 'consent.required'),
        proof: v.pipe(v.string(), v.maxLength(4_000)),
      }),
      response: v.object({ reference: v.string(), code: v.string(), raisedAt: v.string() }),
      status: 201,
      problems: ['issue.place_unknown', 'issue.proof_wrong', 'issue.proof_used'],
    },
    lookUp: {
      method: 'POST',
      path: '/api/public/issue-progress',
      summary: 'How an issue stands; the reference names it, the code authorises',
      mayCall: 'anyone',
      body: v.strictObject({ reference: referenceSchema, code: secretCodeSchema }),
      response: progressSchema,
      status: 200,
      problems: ['issue.reference_or_code_wrong'],
    },
  },
});
