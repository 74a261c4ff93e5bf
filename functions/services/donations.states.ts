import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { personEntries } from './people.states.ts';
import { signatures, units } from './services.words.ts';

/** What somebody donated at once. How much of it is left stands beside it and changes without it. */
export const batchSchema = v.object({
  node: v.string(),
  donor: v.string(),
  goods: v.string(),
  unit: v.picklist(units),
  quantity: v.number(),
  /** Fen, of all of it. */
  value: v.number(),
  day: localDateSchema,
  createdAt: instantSchema,
  createdBy: officerSchema,
});
export type Batch = v.InferOutput<typeof batchSchema>;

const receipt = {
  batch: v.string(),
  node: v.string(),
  goods: v.string(),
  unit: v.picklist(units),
  quantity: v.number(),
  ...personEntries,
  signed: v.picklist(signatures),
  /** Why this household received from the batch once more. */
  again: v.optional(v.string()),
  at: instantSchema,
  by: officerSchema,
};

/** What one household received; its id is the number on the paper. */
export const receiptSchema = v.variant('state', [
  v.object({ state: v.literal('received'), ...receipt }),
  v.object({
    state: v.literal('taken-back'),
    ...receipt,
    takenBack: v.object({ at: instantSchema, by: officerSchema, reason: v.string() }),
  }),
]);
export type Receipt = v.InferOutput<typeof receiptSchema>;
