import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { batchCorrectionSchema, newBatchSchema, newReceiptSchema } from './donations.fields.ts';
import { batchRowSchema, batchViewSchema, receiptRowSchema, receiptViewSchema } from './donations.views.ts';
import { personReaders, serviceKeepers, thingReaders } from './services.actions.ts';
import { reasonField } from './services.fields.ts';
import { receiptStates } from './services.words.ts';

const page = { next: v.optional(v.string()), asOf: instantSchema };
const batch = v.object({ batch: referenceSchema });
const receipt = v.object({ receipt: referenceSchema });
const cursor = v.optional(cursorSchema);

export const donationRoutes = {
  batches: {
    method: 'GET',
    path: '/api/services/donation-batches',
    summary: 'What was donated at a place and below it, the latest first, with what is left of each',
    mayCall: thingReaders,
    query: v.strictObject({ node: nodePathSchema, cursor }),
    response: v.object({
      rows: v.array(v.object({ ...batchRowSchema.entries, left: v.number() })),
      ...page,
    }),
    status: 200,
    problems: [],
  },
  createBatch: {
    method: 'POST',
    path: '/api/services/donation-batches',
    summary: 'Write down a donation',
    mayCall: serviceKeepers,
    body: newBatchSchema,
    response: batchViewSchema,
    status: 201,
    problems: ['service.node_unknown', 'service.day_not_possible'],
  },
  readBatch: {
    method: 'GET',
    path: '/api/services/donation-batches/{batch}',
    summary: 'One donation, with what is left of it at this moment',
    mayCall: thingReaders,
    params: batch,
    response: batchViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  correctBatch: {
    method: 'POST',
    path: '/api/services/donation-batches/{batch}/correction',
    summary: 'Correct how much was donated, with the reason; never below what was handed out',
    mayCall: serviceKeepers,
    params: batch,
    body: batchCorrectionSchema,
    response: batchViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', 'donation.none_left'],
  },
  receiptsOfBatch: {
    method: 'GET',
    path: '/api/services/donation-batches/{batch}/receipts',
    summary: 'Who received from a donation, the latest first',
    mayCall: personReaders,
    params: batch,
    query: v.strictObject({ state: v.optional(v.picklist(receiptStates), 'received'), cursor }),
    response: v.object({ rows: v.array(receiptRowSchema), ...page }),
    status: 200,
    problems: ['service.not_found'],
  },
  receive: {
    method: 'POST',
    path: '/api/services/donation-batches/{batch}/receipts',
    summary: 'Hand goods of a donation to a household: once, unless it is said why again',
    mayCall: serviceKeepers,
    params: batch,
    body: newReceiptSchema,
    response: receiptViewSchema,
    status: 201,
    problems: [
      'service.not_found',
      'person.guardian_needed',
      'person.household_unknown',
      'person.household_differs',
      'donation.none_left',
      'donation.received_before',
    ],
  },
  receipts: {
    method: 'GET',
    path: '/api/services/donation-receipts',
    summary: 'Who received what at a place and below it, the latest first',
    mayCall: personReaders,
    query: v.strictObject({
      node: nodePathSchema,
      state: v.optional(v.picklist(receiptStates), 'received'),
      cursor,
    }),
    response: v.object({ rows: v.array(receiptRowSchema), ...page }),
    status: 200,
    problems: [],
  },
  readReceipt: {
    method: 'GET',
    path: '/api/services/donation-receipts/{receipt}',
    summary: 'One receipt, personal data masked',
    mayCall: personReaders,
    params: receipt,
    response: receiptViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  takeBack: {
    method: 'POST',
    path: '/api/services/donation-receipts/{receipt}/taking-back',
    summary: 'Take goods back into their donation, with the reason',
    mayCall: serviceKeepers,
    params: receipt,
    body: v.strictObject({ reason: reasonField }),
    response: receiptViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', 'donation.taken_back'],
  },
} as const satisfies Readonly<Record<string, RouteRow>>;
