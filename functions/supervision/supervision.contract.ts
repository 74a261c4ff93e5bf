import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { paragraph } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { lookers, supervisionReaders } from './supervision.actions.ts';
import { supervisionProblems } from './supervision.problems.ts';
import { supervisionRowSchema, supervisionViewSchema } from './supervision.views.ts';
import { limits, supervisionVerdicts, supervisionWays } from './supervision.words.ts';

const item = v.object({ date: localDateSchema, issue: referenceSchema });

export const supervisionContract = defineContract({
  function: 'supervision',
  problems: supervisionProblems,
  routes: {
    lists: {
      method: 'GET',
      path: '/api/supervision-lists',
      summary: 'The supervision lists of the district, the latest first',
      mayCall: supervisionReaders,
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: v.object({
        rows: v.array(supervisionRowSchema),
        next: v.optional(v.string()),
        asOf: instantSchema,
      }),
      status: 200,
      problems: [],
    },
    read: {
      method: 'GET',
      path: '/api/supervision-lists/{date}',
      summary: 'The list of a day, with why each issue is on it and what was found there',
      mayCall: supervisionReaders,
      params: v.object({ date: localDateSchema }),
      response: supervisionViewSchema,
      status: 200,
      problems: ['supervision.not_found'],
    },
    taking: {
      method: 'POST',
      path: '/api/supervision-lists/{date}/items/{issue}/taking',
      summary: 'Take an issue of a list on; from somebody who has it by naming them',
      mayCall: lookers,
      params: item,
      body: v.strictObject({ from: v.optional(v.pipe(v.string(), v.maxLength(40))) }),
      response: supervisionViewSchema,
      status: 200,
      problems: [
        ...(['supervision.not_found', 'supervision.item_not_found'] as const),
        ...(['supervision.taken', 'supervision.looked_at'] as const),
      ],
    },
    entry: {
      method: 'POST',
      path: '/api/supervision-lists/{date}/items/{issue}/entry',
      summary:
        'Say what was found: what is not truly resolved is said in the issue’s own record, a closed issue is taken up again',
      mayCall: lookers,
      params: item,
      body: v.strictObject({
        way: v.picklist(supervisionWays),
        verdict: v.picklist(supervisionVerdicts),
        text: paragraph(limits.text),
        photos: photosField(limits.photos),
      }),
      response: supervisionViewSchema,
      status: 200,
      problems: [
        ...(['supervision.not_found', 'supervision.item_not_found', 'supervision.looked_at'] as const),
        ...(['supervision.take_first', 'supervision.photos_needed'] as const),
      ],
    },
  },
});
