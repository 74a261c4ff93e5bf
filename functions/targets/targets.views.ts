import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { targetSchema } from './targets.states.ts';
import { budgetStands, targetStands } from './targets.words.ts';

export const targetRowSchema = v.object({ target: v.string(), version: v.number(), ...targetSchema.entries });
export type TargetRow = v.InferOutput<typeof targetRowSchema>;

const rateSchema = v.object({ n: v.number(), of: v.number() });

/** A target with how it stands on the day it is asked about. */
export const targetProgressSchema = v.object({
  ...targetRowSchema.entries,
  /** Percent to a tenth, rounded down, of a share; missing where nothing can be told. */
  done: v.optional(v.number()),
  /** What a share is made of. */
  rate: v.optional(rateSchema),
  /** What there would be by the end of that day if the year's figure came evenly; of a share, the figure. */
  line: v.number(),
  /** What the year comes to if it goes on as it went so far; of sums alone, and not in the first weeks. */
  forecast: v.optional(v.number()),
  /** What is missing to the figure; of a share in points of percent. */
  gap: v.optional(v.number()),
  stands: v.picklist(targetStands),
});
export type TargetProgress = v.InferOutput<typeof targetProgressSchema>;

/** The money of a place for a year's homes, fen. */
export const budgetSchema = v.object({
  fund: v.string(),
  node: v.string(),
  year: v.number(),
  total: v.number(),
  reserved: v.number(),
  spent: v.number(),
  left: v.number(),
  stands: v.picklist(budgetStands),
});
export type BudgetProgress = v.InferOutput<typeof budgetSchema>;

export const targetsSchema = v.object({
  year: v.number(),
  rows: v.array(targetProgressSchema),
  budgets: v.array(budgetSchema),
  asOf: instantSchema,
});
export type Targets = v.InferOutput<typeof targetsSchema>;
