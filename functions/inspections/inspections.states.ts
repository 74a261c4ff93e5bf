import * as v from 'valibot';
import { nodePathSchema } from '../issues/issues.words.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { visitOutcomes } from '../visits/visits.words.ts';
import { answers, discrepancyKinds } from './inspections.words.ts';

/** A member of staff as an act of theirs names them. */
export const officerSchema = v.object({ id: v.string(), name: v.string() });
export type Officer = v.InferOutput<typeof officerSchema>;

/** One village of the population, and how many of its visits were drawn. */
export const stratumSchema = v.object({
  village: nodePathSchema,
  population: v.number(),
  /** Of the ids of its visits in code-unit order: tells whether a population shown later is the same. */
  digest: v.string(),
  drawn: v.number(),
});
export type Stratum = v.InferOutput<typeof stratumSchema>;

/** What a visitor said of a visit, as it stood when it was drawn; nobody's name but the visitor's. */
export const sampledVisitSchema = v.object({
  visit: v.string(),
  household: v.string(),
  village: nodePathSchema,
  address: v.string(),
  by: officerSchema,
  at: instantSchema,
  day: localDateSchema,
  outcome: v.picklist(visitOutcomes),
  satisfaction: v.optional(v.number()),
  materials: v.number(),
  /** References of the issues that were raised. */
  issues: v.array(v.string()),
  offPeak: v.boolean(),
});
export type SampledVisit = v.InferOutput<typeof sampledVisitSchema>;

/** Out of `checked` visits that could be judged, `found` had at least one discrepancy. */
export const tallySchema = v.object({ checked: v.number(), found: v.number() });
export type Tally = v.InferOutput<typeof tallySchema>;

export const resultsSchema = v.object({
  /** `untold`: visits of the sample about which nothing could be told. */
  villages: v.array(v.object({ village: nodePathSchema, ...tallySchema.entries, untold: v.number() })),
  /** By whoever made the visits, and where: one who visits in two villages stands here twice. */
  visitors: v.array(v.object({ village: nodePathSchema, by: officerSchema, ...tallySchema.entries })),
});
export type Results = v.InferOutput<typeof resultsSchema>;

const common = {
  node: nodePathSchema,
  from: localDateSchema,
  to: localDateSchema,
  note: v.optional(v.string()),
  seed: v.string(),
  population: v.number(),
  /** Visits recorded up to this instant are the population. */
  populationUntil: instantSchema,
  strata: v.array(stratumSchema),
  /** The sample; its checks are numbered from 1 in this order. */
  sample: v.array(sampledVisitSchema),
  drawnBy: officerSchema,
  drawnAt: instantSchema,
};
const started = { ...common, startedBy: officerSchema, startedAt: instantSchema };

export const drawnSchema = v.object({ state: v.literal('drawn'), ...common });
export const runningSchema = v.object({ state: v.literal('running'), ...started });
export const finishedSchema = v.object({
  state: v.literal('finished'),
  ...started,
  finishedBy: officerSchema,
  finishedAt: instantSchema,
  conclusion: v.optional(v.string()),
  results: resultsSchema,
});

export const inspectionSchema = v.variant('state', [drawnSchema, runningSchema, finishedSchema]);
export type Drawn = v.InferOutput<typeof drawnSchema>;
export type Running = v.InferOutput<typeof runningSchema>;
export type Finished = v.InferOutput<typeof finishedSchema>;
export type Inspection = v.InferOutput<typeof inspectionSchema>;

export const discrepancySchema = v.object({
  kind: v.picklist(discrepancyKinds),
  what: v.string(),
  /** Whoever has to put it right; nobody, when there is nothing to be put right. */
  responsible: v.optional(officerSchema),
  workingDays: v.number(),
  rectification: v.optional(v.string()),
});
export type Discrepancy = v.InferOutput<typeof discrepancySchema>;

/** What somebody found at the door. */
export const findingsSchema = v.object({
  reallyVisited: v.picklist(answers),
  everyoneMet: v.picklist(answers),
  issuesAccurate: v.picklist(answers),
  ledgerComplete: v.picklist(answers),
  note: v.optional(v.string()),
  photos: v.array(PhotoIdSchema),
  discrepancies: v.array(discrepancySchema),
  foundBy: officerSchema,
  foundAt: instantSchema,
});
export type Findings = v.InferOutput<typeof findingsSchema>;

/** The check of one visit of a running inspection: opened with its start, and as often recorded as need be. */
export const checkSchema = v.object({
  inspection: v.string(),
  n: v.number(),
  ...sampledVisitSchema.entries,
  openedAt: instantSchema,
  findings: v.optional(findingsSchema),
});
export type Check = v.InferOutput<typeof checkSchema>;
