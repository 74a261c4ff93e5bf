import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { placeSchema } from '../venues/venues.words.ts';
import { newPublicitySchema, withdrawalSchema, yearQuery } from './figures.fields.ts';
import { figuresProblems } from './figures.problems.ts';
import {
  coverageSchema,
  programmeFiguresSchema,
  publicityListSchema,
  publicityRowSchema,
} from './figures.views.ts';
import { programmeKeepers, programmeReaders } from './programme.actions.ts';
import { categories } from './programme.words.ts';

const ofYear = { node: placeSchema, year: yearQuery };

/** What a year's programme has come to, and how it was made known. */
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
