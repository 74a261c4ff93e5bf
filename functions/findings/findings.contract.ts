import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { defineContract } from '../platform/contract/route.ts';
import { paragraph } from '../platform/contract/text.ts';
import { countableDateSchema, instantSchema } from '../platform/runtime/time.schemas.ts';
import { exceptionGranters, findingReaders } from './findings.actions.ts';
import { findingProblems } from './findings.problems.ts';
import { findingFiguresSchema, findingRowSchema, findingViewSchema } from './findings.views.ts';
import { checkNames, findingStates, limits } from './findings.words.ts';

const params = v.object({
  finding: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z-]+\.[0-9A-Za-z.-]+$/, fieldCode('id.invalid'))),
});

const page = v.object({
  rows: v.array(findingRowSchema),
  next: v.optional(v.string()),
  asOf: instantSchema,
});

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, fieldCode('date.invalid')));

export const findingsContract = defineContract({
  function: 'findings',
  problems: findingProblems,
  routes: {
    list: {
      method: 'GET',
      path: '/api/findings',
      summary:
        'One page of what the checks have found at an organisation and below it, what has been broken for longest first; of one check, or of all for those who oversee a place',
      mayCall: findingReaders,
      query: v.strictObject({
        node: nodePathSchema,
        state: v.picklist(findingStates),
        check: v.optional(v.picklist(checkNames)),
        cursor: v.optional(cursorSchema),
      }),
      response: page,
      status: 200,
      problems: [],
    },
    mine: {
      method: 'GET',
      path: '/api/findings/mine',
      summary: 'One page of what the caller answers for in person, what has been broken for longest first',
      mayCall: findingReaders,
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: page,
      status: 200,
      problems: [],
    },
    figures: {
      method: 'GET',
      path: '/api/finding-figures',
      summary: 'How much stands open of each check, how far it has gone, and what came and went in a month',
      mayCall: findingReaders,
      query: v.strictObject({ node: nodePathSchema, month }),
      response: findingFiguresSchema,
      status: 200,
      problems: [],
    },
    read: {
      method: 'GET',
      path: '/api/findings/{finding}',
      summary: 'One finding, and what the caller may do with it',
      mayCall: findingReaders,
      params,
      response: findingViewSchema,
      status: 200,
      problems: ['finding.not_found'],
    },
    history: {
      method: 'GET',
      path: '/api/findings/{finding}/history',
      summary: 'Everything that happened to a finding, and whether its chain is whole',
      mayCall: findingReaders,
      params,
      response: historySchema,
      status: 200,
      problems: ['finding.not_found'],
    },
    exception: {
      method: 'POST',
      path: '/api/findings/{finding}/exception',
      summary: 'Let a finding rest until a day, with the reason; it is counted apart meanwhile',
      mayCall: exceptionGranters,
      params,
      body: v.strictObject({ reason: paragraph(limits.reason), until: countableDateSchema }),
      response: findingViewSchema,
      status: 200,
      versioned: true,
      problems: ['finding.not_found', 'finding.not_open', 'finding.exception_days', 'finding.own'],
    },
  },
});
