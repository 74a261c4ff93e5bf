import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { placeSchema } from '../venues/venues.words.ts';
import { newTargetSchema, targetFigureSchema, targetYearQuery } from './targets.fields.ts';
import { targetsProblems } from './targets.problems.ts';
import { targetKeepers, targetReaders } from './targets.roles.ts';
import { targetRowSchema, targetsSchema } from './targets.views.ts';

/** What a year's plan aims at, and how far it is. */
export const targetsContract = defineContract({
  function: 'targets',
  problems: targetsProblems,
  routes: {
    targets: {
      method: 'GET',
      path: '/api/targets',
      summary: "The figures a place's plan sets for a year, how they stand today, and the year's money",
      mayCall: targetReaders,
      query: v.strictObject({ node: placeSchema, year: targetYearQuery }),
      response: targetsSchema,
      status: 200,
      problems: [],
    },
    setTarget: {
      method: 'POST',
      path: '/api/targets',
      summary: 'Set a figure for a year',
      mayCall: targetKeepers,
      body: newTargetSchema,
      response: targetRowSchema,
      status: 201,
      problems: ['target.exists', 'target.node_unknown', 'target.not_yours'],
    },
    targetFigure: {
      method: 'POST',
      path: '/api/targets/{target}/figure',
      summary: 'Change the figure of a target, with the reason',
      mayCall: targetKeepers,
      params: v.object({ target: referenceSchema }),
      body: targetFigureSchema,
      response: targetRowSchema,
      status: 200,
      versioned: true,
      problems: ['target.not_found', 'target.not_yours', 'target.percent'],
    },
  },
});
