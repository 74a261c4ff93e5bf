import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { countableDateSchema, instantSchema } from '../platform/runtime/time.schemas.ts';
import { fundRoutes } from './funds.contract.ts';
import { lotRoutes } from './lots.contract.ts';
import { actionRules, type RenovationAction } from './renovation.actions.ts';
import {
  agreementFields,
  applicationFields,
  assessmentFields,
  consentFields,
  defectFields,
  feasibilityFields,
  objectionFields,
  papersAnswerFields,
  papersFields,
  photosField,
  quantitiesField,
  referenceParams,
  rejectionFields,
  satisfactionSchema,
  sideSchema,
  wayField,
  whole,
  withdrawalFields,
  yearSchema,
} from './renovation.fields.ts';
import { renovationLists } from './renovation.lists.ts';
import { type RenovationRefusal, renovationProblems } from './renovation.problems.ts';
import { areaReaders, fundKeepers, readers, registrars } from './renovation.roles.ts';
import {
  assessmentsSchema,
  caseViewSchema,
  disclosedSchema,
  jobRowSchema,
  personRowSchema,
  rowSchema,
} from './renovation.views.ts';
import { applicationsBy, followUpMonths, limits } from './renovation.words.ts';

const command = <A extends RenovationAction, B extends v.GenericSchema<unknown, unknown>>(
  action: A,
  summary: string,
  body: B,
  problems: readonly RenovationRefusal[] = [],
) =>
  ({
    method: 'POST',
    path: `/api/renovations/{reference}/${action}`,
    summary,
    mayCall: actionRules[action].roles,
    params: referenceParams,
    body,
    response: caseViewSchema,
    status: 200,
    versioned: true,
    problems: [
      'renovation.not_found',
      'renovation.transition_not_allowed',
      'renovation.decided_before',
      ...problems,
    ],
  }) as const;

const page = <R extends v.GenericSchema<unknown, unknown>>(row: R) =>
  v.object({ rows: v.array(row), next: v.optional(v.string()), asOf: instantSchema });

const month = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/, fieldCode('date.invalid')));
const note = { note: v.optional(paragraph(limits.reason)) };

/** What an application itself can be refused for, whoever sends it. */
export const applicationRefusals = [
  'renovation.village_unknown',
  'renovation.issued_elsewhere',
  'renovation.certificate_expired',
  'renovation.guardian_needed',
  'renovation.proxy_needed',
  'renovation.person_has_one',
  'renovation.home_has_one',
] as const satisfies readonly RenovationRefusal[];

/** Appealing opens it again: meanwhile there may be another for the person or the home. */
export const appealRefusals = [
  'renovation.appeal_once',
  'renovation.appeal_too_late',
  'renovation.person_has_one',
  'renovation.home_has_one',
] as const satisfies readonly RenovationRefusal[];

export const renovationContract = defineContract({
  function: 'renovation',
  problems: renovationProblems,
  routes: {
    register: {
      method: 'POST',
      path: '/api/renovations',
      summary: 'Write an application down for a resident',
      mayCall: registrars,
      body: v.strictObject({
        ...applicationFields,
        by: v.picklist(applicationsBy),
        consent: v.strictObject({ ...consentFields, how: wayField }),
      }),
      response: v.object({ reference: v.string(), code: v.string(), renovation: caseViewSchema }),
      status: 201,
      problems: [...applicationRefusals],
    },
    list: {
      method: 'GET',
      path: '/api/renovations',
      summary: 'One page of a list of applications of an organisation',
      mayCall: areaReaders,
      query: v.strictObject({
        node: nodePathSchema,
        list: v.picklist(renovationLists),
        cursor: v.optional(cursorSchema),
      }),
      response: page(rowSchema),
      status: 200,
      problems: [],
    },
    jobs: {
      method: 'GET',
      path: '/api/renovation-jobs',
      summary: "One page of the homes the caller's account is named for, to assess or to build",
      mayCall: readers,
      query: v.strictObject({ done: v.optional(v.literal('true')), cursor: v.optional(cursorSchema) }),
      response: page(jobRowSchema),
      status: 200,
      problems: [],
    },
    toAssess: {
      method: 'GET',
      path: '/api/renovation-jobs/assessments',
      summary: 'The homes the caller is to assess, by their day, for a phone without a signal',
      mayCall: actionRules.assessment.roles,
      response: assessmentsSchema,
      status: 200,
      problems: [],
    },
    read: {
      method: 'GET',
      path: '/api/renovations/{reference}',
      summary: 'One application, with what the caller may do next',
      mayCall: readers,
      params: referenceParams,
      response: caseViewSchema,
      status: 200,
      problems: ['renovation.not_found'],
    },
    history: {
      method: 'GET',
      path: '/api/renovations/{reference}/history',
      summary: 'Everything that happened to an application, in order, and whether its chain is whole',
      mayCall: readers,
      params: referenceParams,
      response: historySchema,
      status: 200,
      problems: ['renovation.not_found'],
    },
    people: {
      method: 'GET',
      path: '/api/renovation-people',
      summary: 'Who can be named to assess or to build homes of a place',
      mayCall: fundKeepers,
      query: v.strictObject({ node: nodePathSchema }),
      response: v.object({ people: v.array(personRowSchema) }),
      status: 200,
      problems: [],
    },
    figures: {
      method: 'GET',
      path: '/api/renovation-figures',
      summary: 'How many applications came to what, by month and now',
      mayCall: areaReaders,
      query: v.strictObject({ node: nodePathSchema, from: month, to: month }),
      response: v.object({
        months: v.record(v.string(), v.number()),
        now: v.record(v.string(), v.number()),
        asOf: instantSchema,
      }),
      status: 200,
      problems: [],
    },
    check: command(
      'check',
      'The community has checked who applies and where they live',
      v.strictObject(note),
    ),
    review: command('review', 'The town has reviewed the application', v.strictObject(note)),
    papers: command('papers', 'Ask for missing papers: once, all of them', v.strictObject(papersFields), [
      'renovation.papers_once',
    ]),
    'papers-answer': command(
      'papers-answer',
      'Write down that the papers are there; the clock goes on',
      v.strictObject(papersAnswerFields),
    ),
    appointment: command(
      'appointment',
      'Name who assesses the home, and the day',
      v.strictObject({ assessor: referenceSchema, day: countableDateSchema }),
      ['renovation.assessor_unknown'],
    ),
    assessment: command(
      'assessment',
      'Record at the home what the person can do, how the home is, and what is needed',
      v.strictObject(assessmentFields),
      [
        'renovation.assessor_missing',
        'renovation.assessor_other',
        'renovation.item_twice',
        'renovation.nothing_needed',
      ],
    ),
    feasibility: command(
      'feasibility',
      'Decide which of the needed items can be built; not by whoever assessed',
      v.strictObject(feasibilityFields),
      ['renovation.item_not_assessed', 'renovation.item_twice', 'renovation.nothing_feasible'],
    ),
    plan: command(
      'plan',
      "Make the home's one plan, by the year's prices",
      v.strictObject({ year: yearSchema, lines: quantitiesField }),
      [
        'renovation.fund_missing',
        'renovation.item_not_feasible',
        'renovation.item_not_priced',
        'renovation.item_too_many',
        'renovation.item_twice',
        'renovation.items_exclude',
        'renovation.item_had_before',
        'renovation.over_ceiling',
      ],
    ),
    agreement: command(
      'agreement',
      'Write down whether the applicant agrees to the plan',
      v.strictObject({ ...agreementFields, how: wayField }),
    ),
    approval: command(
      'approval',
      'Approve: money and home are reserved in the same commit, or it waits in the queue; from the queue, the first',
      v.strictObject({ year: yearSchema }),
      [
        'renovation.district_decides',
        'renovation.fund_missing',
        'renovation.item_had_before',
        'renovation.out_of_turn',
        'renovation.no_money',
        'renovation.no_homes',
      ],
    ),
    rejection: command(
      'rejection',
      'Reject, by whoever may decide at this step',
      v.strictObject(rejectionFields),
      ['renovation.district_decides'],
    ),
    objection: command(
      'objection',
      'Write down an objection to a public notice',
      v.strictObject(objectionFields),
      ['renovation.objections_full', 'renovation.notice_not_found'],
    ),
    'objection-decision': command(
      'objection-decision',
      'Decide on an objection; an upheld one rejects the application and gives back what was reserved',
      v.strictObject({
        no: whole(1, limits.objections),
        upheld: v.boolean(),
        text: paragraph(limits.reason),
      }),
      ['renovation.objection_unknown', 'renovation.objection_decided', 'renovation.district_decides'],
    ),
    before: command(
      'before',
      'Photos of how it is before works begin',
      v.strictObject({ photos: photosField(limits.jobPhotos), ...note }),
      ['renovation.before_photos_missing'],
    ),
    completion: command(
      'completion',
      'Works are done: what was built, and photos of it',
      v.strictObject({ photos: photosField(limits.jobPhotos), lines: quantitiesField, ...note }),
      ['renovation.before_photos_missing', 'renovation.over_plan', 'renovation.item_twice'],
    ),
    signature: command(
      'signature',
      'Sign that the works are done; with the third signature it is accepted and the rest of the money goes back',
      v.strictObject({ side: sideSchema, how: v.optional(wayField) }),
      ['renovation.own_side', 'renovation.signed_already'],
    ),
    defect: command(
      'defect',
      'Record a defect; the contractor has to put it right',
      v.strictObject({ ...defectFields, side: v.picklist(['federation', 'applicant']) }),
      ['renovation.defects_full'],
    ),
    'follow-up': command(
      'follow-up',
      'Ask how it is, three and twelve months after',
      v.strictObject({
        month: v.picklist(followUpMonths),
        reached: v.boolean(),
        satisfaction: v.optional(satisfactionSchema),
        ...note,
      }),
      ['renovation.follow_up_done', 'renovation.follow_up_early'],
    ),
    appeal: command(
      'appeal',
      'Write down an appeal against a rejection',
      v.strictObject({ text: paragraph(limits.text), how: wayField }),
      [...appealRefusals],
    ),
    'appeal-decision': command(
      'appeal-decision',
      'Decide on an appeal; granted, it goes on where it was rejected',
      v.strictObject({ granted: v.boolean(), text: paragraph(limits.reason) }),
    ),
    withdrawal: command(
      'withdrawal',
      'Withdraw for the applicant; everything reserved goes back',
      v.strictObject({ ...withdrawalFields, how: wayField }),
    ),
    disclosure: {
      method: 'POST',
      path: '/api/renovations/{reference}/disclosure',
      summary: 'Open the personal data of an application; the opening is recorded',
      mayCall: actionRules.disclosure.roles,
      params: referenceParams,
      body: v.strictObject({ reason: line(limits.reason) }),
      response: disclosedSchema,
      status: 200,
      problems: ['renovation.not_found'],
    },
    ...fundRoutes,
    ...lotRoutes,
  },
});
