import * as v from 'valibot';
import { campaignsContract } from '../campaigns/campaigns.contract.ts';
import { findingFiguresSchema } from '../findings/findings.views.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';

const counts = v.record(v.string(), v.number());

const issueFiguresSchema = v.object({
  /** Of the issues raised in each month, by the month; the oldest first. */
  months: v.record(v.string(), counts),
  /** How many stand in each list. */
  now: counts,
});

const coverageFiguresSchema = v.object({
  campaign: v.string(),
  name: v.string(),
  from: localDateSchema,
  to: localDateSchema,
  counts: campaignsContract.routes.coverage.response.entries.total,
});

/** Venues of a week that is over: how many there are, how many kept their hours, minutes planned and open. */
const hoursFiguresSchema = v.object({
  week: v.string(),
  venues: v.number(),
  meeting: v.number(),
  planned: v.number(),
  actual: v.number(),
});

/** Fen of the towns, or homes of the district. */
const budgetSchema = v.object({
  total: v.number(),
  reserved: v.number(),
  spent: v.number(),
  left: v.number(),
});

/** What a place has to answer for, in figures: each part is there for those who have to do with it. */
export const deskFiguresSchema = v.object({
  node: v.string(),
  issues: v.optional(issueFiguresSchema),
  findings: v.optional(findingFiguresSchema),
  coverage: v.optional(v.array(coverageFiguresSchema)),
  hours: v.optional(hoursFiguresSchema),
  budget: v.optional(
    v.object({ year: v.number(), homes: v.optional(budgetSchema), money: v.optional(budgetSchema) }),
  ),
  asOf: instantSchema,
});
export type DeskFigures = v.InferOutput<typeof deskFiguresSchema>;
