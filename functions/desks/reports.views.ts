import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { reportSchema } from './reports.states.ts';

const { node, week, from, to, drawnAt } = reportSchema.entries;

export const reportRowSchema = v.object({ report: v.string(), node, week, from, to, drawnAt });
export type ReportRow = v.InferOutput<typeof reportRowSchema>;

/** A week's report, and that of the week before it, from which what changed is told. */
export const reportViewSchema = v.object({
  report: v.string(),
  ...reportSchema.entries,
  before: v.optional(reportSchema),
});
export type ReportView = v.InferOutput<typeof reportViewSchema>;

export const reportListSchema = v.object({
  rows: v.array(reportRowSchema),
  next: v.optional(v.string()),
  asOf: instantSchema,
});
