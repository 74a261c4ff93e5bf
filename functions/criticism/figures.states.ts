import * as v from 'valibot';
import { factsSchema, recordSchema } from '../findings/findings.states.ts';
import { checkNames } from '../findings/findings.words.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';

export const monthSchema = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, fieldCode('date.invalid')));

/** Months, both in it. */
export const periodSchema = v.object({ from: monthSchema, to: monthSchema });
export type Period = v.InferOutput<typeof periodSchema>;

/** One check: how much was found late at the level of criticism, and of how many cases of the period, where that is counted. */
export const checkCountSchema = v.object({
  check: v.picklist(checkNames),
  found: v.number(),
  of: v.optional(v.number()),
});
export type CheckCount = v.InferOutput<typeof checkCountSchema>;

/** One case behind the figures, by reference; never anything personal. */
export const caseSchema = v.object({
  finding: v.string(),
  check: v.picklist(checkNames),
  record: recordSchema,
  /** Where it counts. */
  node: v.string(),
  since: instantSchema,
  facts: factsSchema,
});
export type CriticisedCase = v.InferOutput<typeof caseSchema>;

/** Drawn once, with the draft; they never change after it. */
export const figuresSchema = v.object({
  checks: v.array(checkCountSchema),
  cases: v.array(caseSchema),
  asOf: instantSchema,
});
export type FrozenFigures = v.InferOutput<typeof figuresSchema>;
