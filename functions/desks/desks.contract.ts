import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { defineContract } from '../platform/contract/route.ts';
import { deskReaders } from './desks.actions.ts';
import { deskFiguresSchema } from './desks.views.ts';

export const desksContract = defineContract({
  function: 'desks',
  problems: {},
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
  },
});
