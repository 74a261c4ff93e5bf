import { defineProblems } from '../platform/contract/problems.ts';
import { defineContract } from '../platform/contract/route.ts';
import { retentionReaders } from './retention.actions.ts';
import { retentionViewSchema } from './retention.views.ts';

export const retentionContract = defineContract({
  function: 'retention',
  problems: defineProblems({}),
  routes: {
    retention: {
      method: 'GET',
      path: '/api/retention',
      summary:
        'How much personal data is to go this month, of each kind of record, and what the last nights deleted',
      mayCall: retentionReaders,
      response: retentionViewSchema,
      status: 200,
      problems: [],
    },
  },
});
