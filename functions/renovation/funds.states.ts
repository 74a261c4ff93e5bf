import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { priceLineSchema } from './renovation.fields.ts';

const common = { year: v.number(), node: v.string(), createdAt: instantSchema };

/** How many homes a district means to renovate in a year, and the prices they are planned by. */
export const districtFundSchema = v.object({
  kind: v.literal('district'),
  ...common,
  homes: v.number(),
  prices: v.array(priceLineSchema),
});
/** What a town has for them; fen. */
export const townFundSchema = v.object({
  kind: v.literal('town'),
  ...common,
  amount: v.number(),
  ceiling: v.number(),
});

export const fundSchema = v.variant('kind', [districtFundSchema, townFundSchema]);
export type Fund = v.InferOutput<typeof fundSchema>;
