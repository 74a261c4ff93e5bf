import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { countableDateSchema, instantSchema } from '../platform/runtime/time.schemas.ts';
import { findingsSchema, sampledVisitSchema } from './checks.states.ts';
import { inspectionActions, rectificationActions } from './inspections.actions.ts';
import {
  drawnSchema,
  finishedSchema,
  resultsSchema,
  runningSchema,
  tallySchema,
} from './inspections.states.ts';
import { inspectionStates, rectificationStates } from './inspections.words.ts';
import { acceptedSchema, doneSchema, openSchema, withdrawnSchema } from './rectifications.states.ts';

/** A rate is never without the number it is of, nor without how far it can be trusted. */
export const rateSchema = v.object({
  ...tallySchema.entries,
  /** found ÷ checked, 0 to 1; absent when nothing was checked. */
  rate: v.optional(v.number()),
  /** Ends of the 95 % Wilson interval. */
  low: v.optional(v.number()),
  high: v.optional(v.number()),
});
export type Rate = v.InferOutput<typeof rateSchema>;

export const ratesSchema = v.object({
  total: rateSchema,
  villages: v.array(v.object({ village: nodePathSchema, ...rateSchema.entries })),
  visitors: v.array(v.object({ by: officerSchema, ...rateSchema.entries })),
  untold: v.number(),
});
export type Rates = v.InferOutput<typeof ratesSchema>;

/** One visit of a sample and its check. */
export const checkViewSchema = v.object({
  n: v.number(),
  /** Of the check; 0 before the inspection is started. */
  version: v.number(),
  ...sampledVisitSchema.entries,
  findings: v.optional(findingsSchema),
  mayCheck: v.boolean(),
});
export type CheckView = v.InferOutput<typeof checkViewSchema>;

const { node, from, to, note, seed, population, populationUntil, strata, drawnBy, drawnAt } =
  drawnSchema.entries;

export const inspectionViewSchema = v.object({
  inspection: v.string(),
  version: v.number(),
  state: v.picklist(inspectionStates),
  ...{ node, from, to, note, seed, population, populationUntil, strata, drawnBy, drawnAt },
  startedBy: v.optional(runningSchema.entries.startedBy),
  startedAt: v.optional(runningSchema.entries.startedAt),
  finishedBy: v.optional(finishedSchema.entries.finishedBy),
  finishedAt: v.optional(finishedSchema.entries.finishedAt),
  conclusion: finishedSchema.entries.conclusion,
  /** False when the caller answers for some of its villages only, and sees those. */
  whole: v.boolean(),
  items: v.array(checkViewSchema),
  rates: ratesSchema,
  actions: v.array(v.picklist(inspectionActions)),
});
export type InspectionView = v.InferOutput<typeof inspectionViewSchema>;

/** What a list shows of an inspection, to a town or village only what is theirs of it. */
export const inspectionRowSchema = v.object({
  inspection: v.string(),
  version: v.number(),
  state: v.picklist(inspectionStates),
  ...{ node, from, to, drawnBy, drawnAt },
  startedAt: v.optional(instantSchema),
  finishedAt: v.optional(instantSchema),
  /** Visits of the sample. */
  drawn: v.number(),
  /** There when it is finished. */
  results: v.optional(resultsSchema),
});
export type InspectionRow = v.InferOutput<typeof inspectionRowSchema>;

/** What a sample would be drawn from, and how many of each village. */
export const populationViewSchema = v.object({
  strata: v.array(v.object({ village: nodePathSchema, population: v.number(), drawn: v.number() })),
  population: v.number(),
  drawn: v.number(),
  asOf: instantSchema,
});

/** The draw done again from the visits as they stand now. */
export const verificationSchema = v.object({
  /** The population of every village is the one that was drawn from. */
  samePopulation: v.boolean(),
  /** The same visits are drawn. */
  sameSample: v.boolean(),
  strata: v.array(
    v.object({
      village: nodePathSchema,
      population: v.number(),
      /** Ids in code-unit order: with the seed, all that is needed to draw again. */
      visits: v.array(v.string()),
      same: v.boolean(),
    }),
  ),
  asOf: instantSchema,
});

const shown = openSchema.entries;
const { inspection, check, visit, village, address, kind, what, responsible, issuedAt, due } = shown;

export const rectificationRowSchema = v.object({
  rectification: v.string(),
  version: v.number(),
  state: v.picklist(rectificationStates),
  ...{ inspection, check, visit, village, address, kind, what, responsible, issuedAt, due },
  returns: v.number(),
  doneAt: v.optional(instantSchema),
  inTime: v.optional(v.boolean()),
});
export type RectificationRow = v.InferOutput<typeof rectificationRowSchema>;

export const rectificationViewSchema = v.object({
  ...rectificationRowSchema.entries,
  issuedBy: shown.issuedBy,
  returns: shown.returns,
  done: v.optional(doneSchema.entries.done),
  accepted: v.optional(acceptedSchema.entries.accepted),
  withdrawn: v.optional(withdrawnSchema.entries.withdrawn),
  overdue: v.boolean(),
  actions: v.array(v.picklist(rectificationActions)),
});
export type RectificationView = v.InferOutput<typeof rectificationViewSchema>;

export const rateDaysSchema = { from: countableDateSchema, to: countableDateSchema };
