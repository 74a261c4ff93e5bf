import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { paragraph } from '../platform/contract/text.ts';
import { fundFields, yearSchema } from './renovation.fields.ts';
import { areaReaders, fundKeepers } from './renovation.roles.ts';
import { fundViewSchema } from './renovation.views.ts';
import { limits } from './renovation.words.ts';

/** Money and homes of a year, as rows of renovation's contract. */
export const fundRoutes = {
  funds: {
    method: 'GET',
    path: '/api/renovation-funds',
    summary:
      'What there is for a year: homes and prices of the district, money of every town, and what is left',
    mayCall: areaReaders,
    query: v.strictObject({ year: v.pipe(v.string(), v.regex(/^20\d{2}$/, fieldCode('year.invalid'))) }),
    response: v.object({ funds: v.array(fundViewSchema) }),
    status: 200,
    problems: [],
  },
  setFund: {
    method: 'POST',
    path: '/api/renovation-funds',
    summary: 'Set what there is for a year',
    mayCall: fundKeepers,
    body: v.strictObject({ year: yearSchema, node: nodePathSchema, fund: fundFields }),
    response: fundViewSchema,
    status: 201,
    problems: [
      'renovation.district_decides',
      'renovation.fund_exists',
      'renovation.fund_wrong_kind',
      'renovation.item_twice',
    ],
  },
  changeFund: {
    method: 'POST',
    path: '/api/renovation-funds/{fund}/change',
    summary: 'Change what there is for a year; never below what is reserved or spent',
    mayCall: fundKeepers,
    params: v.object({ fund: v.pipe(v.string(), v.regex(/^20\d{2}-\d{6,9}$/, fieldCode('id.invalid'))) }),
    body: v.strictObject({ fund: fundFields, reason: paragraph(limits.reason) }),
    response: fundViewSchema,
    status: 200,
    versioned: true,
    problems: [
      'renovation.fund_not_found',
      'renovation.district_decides',
      'renovation.fund_wrong_kind',
      'renovation.fund_below_reserved',
      'renovation.item_twice',
    ],
  },
} as const;
