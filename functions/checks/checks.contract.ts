import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { defineProblems } from '../platform/contract/problems.ts';
import { defineContract } from '../platform/contract/route.ts';
import { runReaders } from './checks.actions.ts';
import { runPageSchema, schedulesViewSchema } from './checks.views.ts';
import { scheduleNames } from './checks.words.ts';

export const checksContract = defineContract({
  function: 'checks-runs',
  problems: defineProblems({}),
  routes: {
    schedules: {
      method: 'GET',
      path: '/api/schedules',
      summary:
        'Everything that runs by itself, when it does, and what its last run came to; missed ones first',
      mayCall: runReaders,
      response: schedulesViewSchema,
      status: 200,
      problems: [],
    },
    runs: {
      method: 'GET',
      path: '/api/schedules/{schedule}/runs',
      summary: 'One page of the runs of a schedule, the latest first',
      mayCall: runReaders,
      params: v.object({ schedule: v.picklist(scheduleNames) }),
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: runPageSchema,
      status: 200,
      problems: [],
    },
  },
});
