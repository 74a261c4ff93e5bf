import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema, secretCodeSchema } from '../platform/contract/reference.ts';
import { defineContract, type RouteRow } from '../platform/contract/route.ts';
import { paragraph } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { applicationRefusals } from './renovation.contract.ts';
import {
  agreementFields,
  applicationFields,
  codeField,
  consentFields,
  defectFields,
  noticeParams,
  objectionFields,
  papersAnswerFields,
  priceLineSchema,
  proofField,
  referenceParams,
  satisfactionSchema,
  whole,
  withdrawalFields,
} from './renovation.fields.ts';
import { type RenovationRefusal, renovationProblems } from './renovation.problems.ts';
import { noticeRowSchema, progressSchema } from './renovation.views.ts';
import { applicationsBy, circumstances, followUpMonths, limits } from './renovation.words.ts';
import { appealRefusals } from './renovation-commands.contract.ts';

/** An act on one's own application: the reference names it, the code authorises. */
const own = <P extends string, B extends NonNullable<RouteRow['body']>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly RenovationRefusal[] = [],
) =>
  ({
    method: 'POST',
    path: `/api/public/renovations/{reference}/${path}`,
    summary,
    mayCall: 'anyone',
    params: referenceParams,
    body,
    response: progressSchema,
    status: 200,
    problems: ['renovation.reference_or_code_wrong', 'renovation.transition_not_allowed', ...problems],
  }) as const;

/** A form somebody has begun, as its page keeps it; the service only seals it and gives it back. */
const answers = v.pipe(v.string(), v.minLength(2), v.maxLength(limits.draft));

const savedSchema = v.object({
  reference: v.string(),
  code: v.string(),
  version: v.number(),
  /** After this it is gone. */
  expiresAt: instantSchema,
});

/** What residents can do without an account. The sum for `proof` is that of `/api/public/challenge`. */
export const renovationPublicContract = defineContract({
  function: 'renovation-public',
  problems: renovationProblems,
  routes: {
    save: {
      method: 'POST',
      path: '/api/public/renovation-drafts',
      summary: 'Save a form that is not finished, to go on within thirty days',
      mayCall: 'anyone',
      body: v.strictObject({ answers, ...proofField }),
      response: savedSchema,
      status: 201,
      problems: ['renovation.proof_wrong', 'renovation.proof_used'],
    },
    open: {
      method: 'POST',
      path: '/api/public/renovation-drafts/open',
      summary: 'Open a saved form; the reference names it, the code authorises',
      mayCall: 'anyone',
      body: v.strictObject({ reference: referenceSchema, code: secretCodeSchema }),
      response: v.object({ answers: v.string(), version: v.number(), expiresAt: instantSchema }),
      status: 200,
      problems: ['renovation.draft_not_found'],
    },
    saveAgain: {
      method: 'POST',
      path: '/api/public/renovation-drafts/{reference}',
      summary: 'Save an opened form again; the thirty days begin anew',
      mayCall: 'anyone',
      params: referenceParams,
      body: v.strictObject({ ...codeField, version: whole(1, Number.MAX_SAFE_INTEGER), answers }),
      response: savedSchema,
      status: 200,
      problems: ['renovation.draft_not_found', 'renovation.draft_changed'],
    },
    apply: {
      method: 'POST',
      path: '/api/public/renovations',
      summary: 'Apply for an accessible home',
      mayCall: 'anyone',
      body: v.strictObject({
        ...applicationFields,
        by: v.picklist(applicationsBy.filter((by) => by !== 'officer')),
        consent: v.strictObject(consentFields),
        /** The saved form it was made of, which is then gone. */
        draft: v.optional(v.strictObject({ reference: referenceSchema, code: secretCodeSchema })),
        ...proofField,
      }),
      response: v.object({ reference: v.string(), code: v.string(), progress: progressSchema }),
      status: 201,
      problems: [...applicationRefusals, 'renovation.proof_wrong', 'renovation.proof_used'],
    },
    progress: {
      method: 'POST',
      path: '/api/public/renovation-progress',
      summary: 'How an application stands, what is waited for, and what may be done',
      mayCall: 'anyone',
      body: v.strictObject({ reference: referenceSchema, code: secretCodeSchema }),
      response: progressSchema,
      status: 200,
      problems: ['renovation.reference_or_code_wrong'],
    },
    papers: own(
      'papers',
      'Send what was missing; the clock goes on',
      v.strictObject({ ...codeField, ...papersAnswerFields }),
    ),
    agreement: own(
      'agreement',
      'Agree to the plan of the home, or say why not',
      v.strictObject({ ...codeField, ...agreementFields }),
    ),
    signature: own(
      'signature',
      'Sign that the works are done, or say what is not right',
      v.variant('done', [
        v.strictObject({ ...codeField, done: v.literal(true) }),
        v.strictObject({ ...codeField, done: v.literal(false), ...defectFields }),
      ]),
      ['renovation.signed_already', 'renovation.defects_full'],
    ),
    rating: own(
      'rating',
      'Say how it is, three and twelve months after',
      v.strictObject({
        ...codeField,
        month: v.picklist(followUpMonths),
        satisfaction: satisfactionSchema,
        note: v.optional(paragraph(limits.reason)),
      }),
      ['renovation.follow_up_done', 'renovation.follow_up_early'],
    ),
    appeal: own(
      'appeal',
      'Appeal against a rejection, once',
      v.strictObject({ ...codeField, text: paragraph(limits.text) }),
      [...appealRefusals],
    ),
    withdraw: own(
      'withdrawal',
      'Withdraw the application',
      v.strictObject({ ...codeField, ...withdrawalFields }),
    ),
    items: {
      method: 'GET',
      path: '/api/public/renovation-items',
      summary: "This year's items with prices, what there is for a home, and who comes first",
      mayCall: 'anyone',
      response: v.object({
        year: v.number(),
        prices: v.array(priceLineSchema),
        /** Fen a home usually may cost. */
        ceiling: v.number(),
        /** After severity (grade 1 and 2 first), in this order; then who applied first. */
        priority: v.array(v.picklist(circumstances)),
      }),
      status: 200,
      problems: [],
    },
    notices: {
      method: 'GET',
      path: '/api/public/renovation-notices',
      summary: 'Public notices of a place that are not over; the one over first comes first',
      mayCall: 'anyone',
      query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
      response: v.object({ rows: v.array(noticeRowSchema), next: v.optional(v.string()) }),
      status: 200,
      problems: [],
    },
    object: {
      method: 'POST',
      path: '/api/public/renovation-notices/{notice}/objections',
      summary: 'Object to a public notice; who objects is not shown to anybody but the federation',
      mayCall: 'anyone',
      params: noticeParams,
      body: v.strictObject({ ...objectionFields, ...proofField }),
      response: v.object({ at: instantSchema }),
      status: 201,
      problems: [
        'renovation.notice_not_found',
        'renovation.objections_full',
        'renovation.proof_wrong',
        'renovation.proof_used',
      ],
    },
  },
});
