import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { placeSchema } from '../venues/venues.words.ts';
import {
  newPublicitySchema,
  newTargetSchema,
  targetFigureSchema,
  withdrawalSchema,
  yearQuery,
} from './figures.fields.ts';
import { figuresProblems } from './figures.problems.ts';
import {
  coverageSchema,
  programmeFiguresSchema,
  publicityListSchema,
  publicityRowSchema,
  targetRowSchema,
  targetsSchema,
} from './figures.views.ts';
import { programmeKeepers, programmeReaders } from './programme.actions.ts';
import { categories } from './programme.words.ts';

const ofYear = { node: placeSchema, year: yearQuery };

/** What a year's programme has come to, against what was planned, and how it was made known. */
export const programmeFiguresContract = defineContract({
  function: 'programme-figures',
  problems: figuresProblems,
  routes: {
    figures: {
      method: 'GET',
      path: '/api/programme-figures',
      summary: 'What took place at a place and below it in a year, by category',
      mayCall: programmeReaders,
      query: v.strictObject(ofYear),
      response: programmeFiguresSchema,
      status: 200,
      problems: [],
    },
    coverage: {
      method: 'GET',
      path: '/api/programme-coverage',
      summary: 'In which villages something of a category took place in a year, and in which nothing did',
      mayCall: programmeReaders,
      query: v.strictObject({ ...ofYear, category: v.picklist(categories) }),
      response: coverageSchema,
      status: 200,
      problems: [],
    },
    targets: {
      method: 'GET',
      path: '/api/targets',
      summary: "The figures a place's plan sets for a year, and how they stand today",
      mayCall: programmeReaders,
      query: v.strictObject(ofYear),
      response: targetsSchema,
      status: 200,
      problems: [],
    },
    setTarget: {
      method: 'POST',
      path: '/api/targets',
      summary: 'Set a figure for a year',
      mayCall: programmeKeepers,
      body: newTargetSchema,
      response: targetRowSchema,
      status: 201,
      problems: ['target.exists', 'target.node_unknown'],
    },
    targetFigure: {
      method: 'POST',
      path: '/api/targets/{target}/figure',
      summary: 'Change the figure of a target, with the reason',
      mayCall: programmeKeepers,
      params: v.object({ target: referenceSchema }),
      body: targetFigureSchema,
      response: targetRowSchema,
      status: 200,
      versioned: true,
      problems: ['target.not_found'],
    },
    publicity: {
      method: 'GET',
      path: '/api/publicity',
      summary: 'What was made known in a year, where and to how many, the latest first',
      mayCall: programmeReaders,
      query: v.strictObject({ ...ofYear, cursor: v.optional(v.string()) }),
      response: publicityListSchema,
      status: 200,
      problems: [],
    },
    recordPublicity: {
      method: 'POST',
      path: '/api/publicity',
      summary: 'Record that something was made known',
      mayCall: programmeKeepers,
      body: newPublicitySchema,
      response: publicityRowSchema,
      status: 201,
      problems: ['publicity.node_unknown', 'publicity.activity_unknown'],
    },
    withdrawPublicity: {
      method: 'POST',
      path: '/api/publicity/{entry}/withdrawal',
      summary: 'Withdraw an entry made by mistake, with the reason; it stays in the log and counts no more',
      mayCall: programmeKeepers,
      params: v.object({ entry: referenceSchema }),
      body: withdrawalSchema,
      response: publicityRowSchema,
      status: 200,
      versioned: true,
      problems: ['publicity.not_found', 'publicity.withdrawn'],
    },
  },
});
