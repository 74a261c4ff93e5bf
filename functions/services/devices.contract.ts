import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import {
  deliverySchema,
  extensionSchema,
  mendingSchema,
  newHandoutSchema,
  newStockSchema,
  returnSchema,
  stockCorrectionSchema,
} from './devices.fields.ts';
import {
  handoutRowSchema,
  handoutViewSchema,
  loanRowSchema,
  stockRowSchema,
  stockViewSchema,
} from './devices.views.ts';
import { personReaders, serviceConfigurers, serviceKeepers, thingReaders } from './services.actions.ts';
import type { ServicesRefusal } from './services.problems.ts';
import { handoutStates } from './services.words.ts';

const node = nodePathSchema;
const page = { next: v.optional(v.string()), asOf: instantSchema };
const stock = v.object({ stock: referenceSchema });
const handout = v.object({ handout: referenceSchema });

const stockChange = <P extends string, B extends NonNullable<RouteRow['body']>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly ServicesRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/services/device-stocks/{stock}/${path}`,
    summary,
    mayCall: serviceKeepers,
    params: stock,
    body,
    response: stockViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', ...problems],
  }) as const;

const handoutChange = <P extends string, B extends NonNullable<RouteRow['body']>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly ServicesRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/services/device-handouts/{handout}/${path}`,
    summary,
    mayCall: serviceKeepers,
    params: handout,
    body,
    response: handoutViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', 'device.returned', ...problems],
  }) as const;

export const deviceRoutes = {
  stocks: {
    method: 'GET',
    path: '/api/services/device-stocks',
    summary: 'Stocks of devices of a place and below it, with what is left of each at this moment',
    mayCall: thingReaders,
    query: v.strictObject({ node, cursor: v.optional(cursorSchema) }),
    response: v.object({
      rows: v.array(v.object({ ...stockRowSchema.entries, now: stockViewSchema.entries.now })),
      ...page,
    }),
    status: 200,
    problems: [],
  },
  createStock: {
    method: 'POST',
    path: '/api/services/device-stocks',
    summary: 'Begin the stock of one kind of device in a depot with its first delivery',
    mayCall: serviceConfigurers,
    body: newStockSchema,
    response: stockViewSchema,
    status: 201,
    problems: ['device.stock_exists', 'service.node_unknown'],
  },
  readStock: {
    method: 'GET',
    path: '/api/services/device-stocks/{stock}',
    summary: 'One stock, with what is left at this moment',
    mayCall: thingReaders,
    params: stock,
    response: stockViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  deliver: stockChange('deliveries', 'Count in a delivery', deliverySchema, []),
  correctStock: stockChange(
    'correction',
    'Correct what is left to what was counted, with the reason',
    stockCorrectionSchema,
    ['device.none_left'],
  ),
  mend: stockChange(
    'mending',
    'Record that devices were repaired and are in stock again, or were scrapped',
    mendingSchema,
    ['device.none_to_mend'],
  ),
  handouts: {
    method: 'GET',
    path: '/api/services/device-handouts',
    summary: 'Devices given, lent or returned at a place and below it, the latest first',
    mayCall: personReaders,
    query: v.strictObject({ node, state: v.picklist(handoutStates), cursor: v.optional(cursorSchema) }),
    response: v.object({ rows: v.array(handoutRowSchema), ...page }),
    status: 200,
    problems: [],
  },
  loans: {
    method: 'GET',
    path: '/api/services/device-loans',
    summary: 'Devices lent, by the day they are to come back; only those late, when asked for',
    mayCall: personReaders,
    query: v.strictObject({
      node,
      only: v.optional(v.literal('late')),
      cursor: v.optional(cursorSchema),
    }),
    response: v.object({ rows: v.array(loanRowSchema), ...page }),
    status: 200,
    problems: [],
  },
  handOut: {
    method: 'POST',
    path: '/api/services/device-handouts',
    summary: 'Give or lend devices from a stock to a person',
    mayCall: serviceKeepers,
    body: newHandoutSchema,
    response: handoutViewSchema,
    status: 201,
    problems: [
      'service.not_found',
      'service.day_not_possible',
      'person.guardian_needed',
      'person.household_unknown',
      'person.household_differs',
      'device.none_left',
    ],
  },
  readHandout: {
    method: 'GET',
    path: '/api/services/device-handouts/{handout}',
    summary: 'One hand-out, personal data masked',
    mayCall: personReaders,
    params: handout,
    response: handoutViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  extendLoan: handoutChange('extension', 'Lend a device for longer, with the reason', extensionSchema, [
    'device.not_lent',
    'device.not_later',
    'service.day_not_possible',
  ]),
  returnDevice: handoutChange(
    'return',
    'Take a device back, in whatever condition, or record it as lost',
    returnSchema,
    [],
  ),
} as const satisfies Readonly<Record<string, RouteRow>>;
