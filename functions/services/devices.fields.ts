import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { noteField, personFields, reasonField, whole } from './services.fields.ts';
import { deviceKinds, limits, mendingResults, returnConditions } from './services.words.ts';

const delivery = { quantity: whole(1, limits.stock), note: noteField };

/** A depot's first delivery of a kind of device. */
export const newStockSchema = v.strictObject({
  node: nodePathSchema,
  kind: v.picklist(deviceKinds),
  ...delivery,
});
export type NewStock = v.InferOutput<typeof newStockSchema>;

export const deliverySchema = v.strictObject(delivery);
export type Delivery = v.InferOutput<typeof deliverySchema>;

/** More or less than there should be, as somebody counted them. */
export const stockCorrectionSchema = v.strictObject({
  by: v.pipe(
    whole(-limits.stock, limits.stock),
    v.check((by) => by !== 0, fieldCode('field.range')),
  ),
  reason: reasonField,
});
export type StockCorrection = v.InferOutput<typeof stockCorrectionSchema>;

export const mendingSchema = v.strictObject({
  quantity: whole(1, limits.stock),
  result: v.picklist(mendingResults),
  note: noteField,
});
export type Mending = v.InferOutput<typeof mendingSchema>;

export const newHandoutSchema = v.strictObject({
  stock: referenceSchema,
  quantity: v.optional(whole(1, limits.handout), 1),
  ...personFields,
  /** The day a loan is to come back; given for good without one. */
  until: v.optional(countableDateSchema),
  note: v.optional(noteField),
});
export type NewHandout = v.InferOutput<typeof newHandoutSchema>;

export const extensionSchema = v.strictObject({ until: countableDateSchema, reason: reasonField });
export type Extension = v.InferOutput<typeof extensionSchema>;

export const returnSchema = v.strictObject({
  condition: v.picklist(returnConditions),
  note: v.optional(noteField),
});
export type Return = v.InferOutput<typeof returnSchema>;
