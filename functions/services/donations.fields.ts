import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { line } from '../platform/contract/text.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { personFields, reasonField, whole } from './services.fields.ts';
import { limits, signatures, units } from './services.words.ts';

export const newBatchSchema = v.strictObject({
  node: nodePathSchema,
  donor: line(limits.donor),
  goods: line(limits.goods),
  unit: v.picklist(units),
  quantity: whole(1, limits.batch),
  /** Fen, of all of it. */
  value: whole(0, limits.amount),
  day: countableDateSchema,
});
export type NewBatch = v.InferOutput<typeof newBatchSchema>;

/** More or less than was written down. */
export const batchCorrectionSchema = v.strictObject({
  by: v.pipe(
    whole(-limits.batch, limits.batch),
    v.check((by) => by !== 0, fieldCode('field.range')),
  ),
  reason: reasonField,
});

export const newReceiptSchema = v.strictObject({
  quantity: whole(1, limits.batch),
  ...personFields,
  signed: v.picklist(signatures),
  /** Why a household that has received from this batch does so again. */
  again: v.optional(reasonField),
});
export type NewReceipt = v.InferOutput<typeof newReceiptSchema>;
