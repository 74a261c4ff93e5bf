import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { defineContract } from '../platform/contract/route.ts';
import { deskReaders, reportReaders } from './desks.actions.ts';
import { deskProblems } from './desks.problems.ts';
import { deskFiguresSchema } from './desks.views.ts';
import { reportListSchema, reportViewSchema } from './reports.views.ts';

/** A week and the code of a place, such as `2026-W47.370402101`. */
const report = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^20\d\d-W\d\d\.[0-9a-z-]+$/, fieldCode('id.invalid')),
);

export const desksContract = defineContract({
  function: 'desks',
  problems: deskProblems,
  routes: {
    desk: {
      method: 'GET',
      path: '/api/desk',
      summary:
        'What a place has to answer for, in figures: the three rates, what is late, coverage of running campaigns, hours of the week before, budget of the year; of these what the caller has to do with',
      mayCall: deskReaders,
      query: v.strictObject({ node: nodePathSchema }),
      response: deskFiguresSchema,
      status: 200,
      problems: [],
    },
    reports: {
      method: 'GET',
      path: '/api/reports',
      summary: 'The weekly reports of a place, the latest first',
      mayCall: reportReaders,
      query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
      response: reportListSchema,
      status: 200,
      problems: [],
    },
    report: {
      method: 'GET',
      path: '/api/reports/{report}',
      summary: 'The figures of a place as they stood when a week was over, and those of the week before',
      mayCall: reportReaders,
      params: v.object({ report }),
      response: reportViewSchema,
      status: 200,
      problems: ['report.not_found'],
    },
  },
});
