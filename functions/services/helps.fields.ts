import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { line } from '../platform/contract/text.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { childFields, noteField, whole } from './services.fields.ts';
import { breakingOffReasons, helpKinds, helpOutcomes, limits } from './services.words.ts';

/** Fen. */
const amount = whole(0, limits.amount);

export const newHelpSchema = v.pipe(
  v.strictObject({
    node: nodePathSchema,
    ...childFields,
    kind: v.picklist(helpKinds),
    institution: line(limits.institution),
    from: countableDateSchema,
    until: countableDateSchema,
    amount,
  }),
  v.forward(
    v.partialCheck([['from'], ['until']], ({ from, until }) => until >= from, fieldCode('field.range')),
    ['until'],
  ),
);
export type NewHelp = v.InferOutput<typeof newHelpSchema>;

export const completionSchema = v.strictObject({
  day: countableDateSchema,
  outcome: v.picklist(helpOutcomes),
  /** What it did cost, when that is not what was planned. */
  amount: v.optional(amount),
  note: v.optional(noteField),
});
export type Completion = v.InferOutput<typeof completionSchema>;

export const breakingOffSchema = v.strictObject({
  day: countableDateSchema,
  reason: v.picklist(breakingOffReasons),
  amount: v.optional(amount),
  note: v.optional(noteField),
});
export type BreakingOff = v.InferOutput<typeof breakingOffSchema>;
