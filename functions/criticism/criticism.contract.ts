import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { criticismReaders, deciders, drafters, proposers, repliers } from './criticism.actions.ts';
import { criticismProblems } from './criticism.problems.ts';
import {
  criticismRowSchema,
  criticismViewSchema,
  exemplaryRowSchema,
  exemplaryViewSchema,
  previewSchema,
} from './criticism.views.ts';
import { criticismStates, exemplaryStates, limits } from './criticism.words.ts';
import { monthSchema, periodSchema } from './figures.states.ts';

const criticism = v.object({ criticism: referenceSchema });
const site = v.object({ site: referenceSchema });
const reason = v.strictObject({ reason: paragraph(limits.reason) });
const page = { next: v.optional(v.string()), asOf: instantSchema };
const asked = { node: nodePathSchema, period: v.strictObject(periodSchema.entries) };
const texts = { title: line(limits.title), text: paragraph(limits.text) };

export const criticismContract = defineContract({
  function: 'criticism',
  problems: criticismProblems,
  routes: {
    list: {
      method: 'GET',
      path: '/api/criticisms',
      summary:
        'Notices of criticism about an organisation and those below it, the latest first; those not published for whoever oversees it or replies',
      mayCall: criticismReaders,
      query: v.strictObject({
        node: nodePathSchema,
        state: v.picklist(criticismStates),
        cursor: v.optional(cursorSchema),
      }),
      response: v.object({ rows: v.array(criticismRowSchema), ...page }),
      status: 200,
      problems: [],
    },
    figures: {
      method: 'GET',
      path: '/api/criticism-figures',
      summary:
        'What an organisation may be criticised for in a period, and of how many cases: what a draft would freeze',
      mayCall: proposers,
      query: v.strictObject({ node: nodePathSchema, from: monthSchema, to: monthSchema }),
      response: previewSchema,
      status: 200,
      problems: ['criticism.period', 'criticism.too_many'],
    },
    draft: {
      method: 'POST',
      path: '/api/criticisms',
      summary:
        'Draft a notice with the figures as they are now; the organisation has five working days to reply',
      mayCall: drafters,
      body: v.strictObject({ ...asked, ...texts }),
      response: criticismViewSchema,
      status: 201,
      problems: [
        ...(['criticism.node_unknown', 'criticism.period', 'criticism.nothing'] as const),
        ...(['criticism.too_many', 'criticism.personal'] as const),
      ],
    },
    read: {
      method: 'GET',
      path: '/api/criticisms/{criticism}',
      summary: 'One notice, its figures as they were drawn, and what has become of the cases since',
      mayCall: criticismReaders,
      params: criticism,
      response: criticismViewSchema,
      status: 200,
      problems: ['criticism.not_found'],
    },
    history: {
      method: 'GET',
      path: '/api/criticisms/{criticism}/history',
      summary: 'Everything that happened to a notice, and whether its chain is whole',
      mayCall: criticismReaders,
      params: criticism,
      response: historySchema,
      status: 200,
      problems: ['criticism.not_found'],
    },
    reply: {
      method: 'POST',
      path: '/api/criticisms/{criticism}/reply',
      summary: 'Reply for the organisation; it is printed with the notice',
      mayCall: repliers,
      params: criticism,
      body: v.strictObject({ text: paragraph(limits.reply) }),
      response: criticismViewSchema,
      status: 200,
      versioned: true,
      problems: [
        ...(['criticism.not_found', 'criticism.over', 'criticism.replied'] as const),
        'criticism.personal',
      ],
    },
    publication: {
      method: 'POST',
      path: '/api/criticisms/{criticism}/publication',
      summary: 'Publish a notice somebody else drafted, under the next number of the year',
      mayCall: deciders,
      params: criticism,
      body: v.strictObject({}),
      response: criticismViewSchema,
      status: 200,
      versioned: true,
      problems: ['criticism.not_found', 'criticism.over', 'criticism.own', 'criticism.not_heard'],
    },
    withdrawal: {
      method: 'POST',
      path: '/api/criticisms/{criticism}/withdrawal',
      summary:
        'Withdraw a notice somebody else drafted and published, with the reason; its number stays its own',
      mayCall: deciders,
      params: criticism,
      body: reason,
      response: criticismViewSchema,
      status: 200,
      versioned: true,
      problems: ['criticism.not_found', 'criticism.over', 'criticism.own', 'criticism.personal'],
    },
    sites: {
      method: 'GET',
      path: '/api/exemplary-sites',
      summary: 'Exemplary sites of an organisation and those below it, the latest first',
      mayCall: criticismReaders,
      query: v.strictObject({
        node: nodePathSchema,
        state: v.picklist(exemplaryStates),
        cursor: v.optional(cursorSchema),
      }),
      response: v.object({ rows: v.array(exemplaryRowSchema), ...page }),
      status: 200,
      problems: [],
    },
    propose: {
      method: 'POST',
      path: '/api/exemplary-sites',
      summary: 'Propose an exemplary site with the figures that speak for it, as they are now',
      mayCall: proposers,
      body: v.strictObject({
        ...{ ...asked, ...texts, place: line(limits.place) },
        photos: photosField(limits.photos),
      }),
      response: exemplaryViewSchema,
      status: 201,
      problems: [
        ...(['criticism.node_unknown', 'criticism.period', 'criticism.too_many'] as const),
        'criticism.personal',
      ],
    },
    site: {
      method: 'GET',
      path: '/api/exemplary-sites/{site}',
      summary: 'One exemplary site',
      mayCall: criticismReaders,
      params: site,
      response: exemplaryViewSchema,
      status: 200,
      problems: ['criticism.not_found'],
    },
    approval: {
      method: 'POST',
      path: '/api/exemplary-sites/{site}/approval',
      summary: 'Approve a site somebody else proposed, for half a year',
      mayCall: deciders,
      params: site,
      body: v.strictObject({}),
      response: exemplaryViewSchema,
      status: 200,
      versioned: true,
      problems: ['criticism.not_found', 'criticism.over', 'criticism.own'],
    },
    siteWithdrawal: {
      method: 'POST',
      path: '/api/exemplary-sites/{site}/withdrawal',
      summary: 'Withdraw a site somebody else proposed, with the reason',
      mayCall: deciders,
      params: site,
      body: reason,
      response: exemplaryViewSchema,
      status: 200,
      versioned: true,
      problems: ['criticism.not_found', 'criticism.over', 'criticism.own', 'criticism.personal'],
    },
  },
});
