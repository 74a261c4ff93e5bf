import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { batchSchema, receiptSchema } from './donations.states.ts';
import { receiptStates, units } from './services.words.ts';

export const batchRowSchema = v.object({ batch: v.string(), version: v.number(), ...batchSchema.entries });
export type BatchRow = v.InferOutput<typeof batchRowSchema>;

/** With how much of it is left at this moment. */
export const batchViewSchema = v.object({
  ...batchRowSchema.entries,
  left: v.number(),
  mayKeep: v.boolean(),
});
export type BatchView = v.InferOutput<typeof batchViewSchema>;

export const receiptRowSchema = v.object({
  receipt: v.string(),
  version: v.number(),
  state: v.picklist(receiptStates),
  batch: v.string(),
  node: v.string(),
  goods: v.string(),
  unit: v.picklist(units),
  quantity: v.number(),
  /** Both masked; the end of the number tells two of one family name apart. */
  name: v.string(),
  number: v.string(),
  at: instantSchema,
});
export type ReceiptRow = v.InferOutput<typeof receiptRowSchema>;

export const receiptViewSchema = v.intersect([
  receiptSchema,
  v.object({
    receipt: v.string(),
    version: v.number(),
    mayKeep: v.boolean(),
    mayOpen: v.boolean(),
  }),
]);
export type ReceiptView = v.InferOutput<typeof receiptViewSchema>;
