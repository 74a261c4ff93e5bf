import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { lotParams } from './renovation.fields.ts';
import { fundKeepers, readers } from './renovation.roles.ts';
import { lotRowSchema, lotViewSchema } from './renovation.views.ts';
import { limits } from './renovation.words.ts';

/** Homes of one commit. */
const homes = v.pipe(
  v.array(referenceSchema),
  v.minLength(1, fieldCode('field.required')),
  v.maxLength(limits.lot, fieldCode('field.too_many', limits.lot)),
);

/** Whoever keeps the money gives homes out and pays; the administrator sets what there is. */
const officers = fundKeepers.filter((role) => role !== 'admin');

/** What is given to a contractor and paid for together, as rows of renovation's contract. */
export const lotRoutes = {
  lots: {
    method: 'GET',
    path: '/api/renovation-lots',
    summary: 'One page of lots of an organisation, the newest first',
    mayCall: readers,
    query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
    response: v.object({ rows: v.array(lotRowSchema), next: v.optional(v.string()), asOf: instantSchema }),
    status: 200,
    problems: [],
  },
  readLot: {
    method: 'GET',
    path: '/api/renovation-lots/{lot}',
    summary: 'A lot with every home of it, for the list of payments',
    mayCall: readers,
    params: lotParams,
    response: lotViewSchema,
    status: 200,
    problems: ['renovation.lot_not_found'],
  },
  assign: {
    method: 'POST',
    path: '/api/renovation-lots',
    summary: 'Give homes that are ready to a contractor, as one lot',
    mayCall: officers,
    body: v.strictObject({
      name: line(limits.name),
      node: nodePathSchema,
      contractor: referenceSchema,
      renovations: homes,
    }),
    response: lotViewSchema,
    status: 201,
    problems: ['renovation.contractor_unknown', 'renovation.not_ready', 'renovation.not_found'],
  },
  pay: {
    method: 'POST',
    path: '/api/renovation-lots/{lot}/payment',
    summary: 'Homes of a lot were paid for',
    mayCall: officers,
    params: lotParams,
    body: v.strictObject({
      renovations: homes,
      /** Number of the payment, as the treasury has it. */
      note: line(limits.reason),
    }),
    response: lotViewSchema,
    status: 200,
    versioned: true,
    problems: ['renovation.lot_not_found', 'renovation.not_accepted', 'renovation.not_found'],
  },
} as const;
