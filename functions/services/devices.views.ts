import * as v from 'valibot';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { handoutSchema, leftSchema, stockSchema } from './devices.states.ts';
import { deviceKinds, handoutStates } from './services.words.ts';

export const stockRowSchema = v.object({ stock: v.string(), version: v.number(), ...stockSchema.entries });
export type StockRow = v.InferOutput<typeof stockRowSchema>;

export const stockViewSchema = v.object({
  ...stockRowSchema.entries,
  now: leftSchema,
  /** Whether this caller may count in, correct and hand out. */
  mayKeep: v.boolean(),
});
export type StockView = v.InferOutput<typeof stockViewSchema>;

/** What a list shows of a hand-out. */
export const handoutRowSchema = v.object({
  handout: v.string(),
  version: v.number(),
  state: v.picklist(handoutStates),
  node: v.string(),
  kind: v.picklist(deviceKinds),
  quantity: v.number(),
  /** Both masked; the end of the number tells two of one family name apart. */
  name: v.string(),
  number: v.string(),
  at: instantSchema,
  until: v.optional(localDateSchema),
});
export type HandoutRow = v.InferOutput<typeof handoutRowSchema>;

/** A loan with how many days it is late; undefined while it isn't. */
export const loanRowSchema = v.object({ ...handoutRowSchema.entries, daysLate: v.optional(v.number()) });

export const handoutViewSchema = v.intersect([
  handoutSchema,
  v.object({
    handout: v.string(),
    version: v.number(),
    daysLate: v.optional(v.number()),
    mayKeep: v.boolean(),
    mayOpen: v.boolean(),
  }),
]);
export type HandoutView = v.InferOutput<typeof handoutViewSchema>;
