import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { personEntries } from './people.states.ts';
import { deviceKinds, returnConditions } from './services.words.ts';

/** One kind of device in one depot. How many are left stands beside it and changes without it. */
export const stockSchema = v.object({
  node: v.string(),
  kind: v.picklist(deviceKinds),
  /** All that ever came in. */
  delivered: v.number(),
  /** What was counted more or less than there should have been. */
  corrected: v.number(),
  scrapped: v.number(),
  last: v.object({ at: instantSchema, by: officerSchema, note: v.string() }),
  createdAt: instantSchema,
});
export type Stock = v.InferOutput<typeof stockSchema>;

/** Where the devices of a stock are: what is left, in people's hands, to be repaired, and lost. */
export const leftSchema = v.object({
  left: v.number(),
  given: v.number(),
  lent: v.number(),
  repair: v.number(),
  lost: v.number(),
});
export type Left = v.InferOutput<typeof leftSchema>;

const handout = {
  stock: v.string(),
  node: v.string(),
  kind: v.picklist(deviceKinds),
  quantity: v.number(),
  ...personEntries,
  note: v.optional(v.string()),
  at: instantSchema,
  by: officerSchema,
};

const loan = {
  until: localDateSchema,
  /** Every day it was to come back before, the first one first. */
  extensions: v.array(
    v.object({ at: instantSchema, by: officerSchema, from: localDateSchema, reason: v.string() }),
  ),
};

export const handoutSchema = v.variant('state', [
  v.object({ state: v.literal('given'), ...handout }),
  v.object({ state: v.literal('lent'), ...handout, ...loan }),
  v.object({
    state: v.literal('returned'),
    ...handout,
    /** Undefined where it had been given for good. */
    until: v.optional(localDateSchema),
    extensions: loan.extensions,
    returned: v.object({
      at: instantSchema,
      by: officerSchema,
      condition: v.picklist(returnConditions),
      note: v.optional(v.string()),
    }),
  }),
]);
export type Handout = v.InferOutput<typeof handoutSchema>;
