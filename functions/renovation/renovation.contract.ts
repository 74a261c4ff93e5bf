import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { fundRoutes } from './funds.contract.ts';
import { lotRoutes } from './lots.contract.ts';
import { actionRules } from './renovation.actions.ts';
import { applicationFields, consentFields, referenceParams, wayField } from './renovation.fields.ts';
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
import { applicationsBy, limits } from './renovation.words.ts';
import { commandRoutes } from './renovation-commands.contract.ts';

const page = <R extends v.GenericSchema<unknown, unknown>>(row: R) =>
  v.object({ rows: v.array(row), next: v.optional(v.string()), asOf: instantSchema });

const month = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/, fieldCode('date.invalid')));

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
    ...commandRoutes,
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
