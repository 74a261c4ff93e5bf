import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { sampledVisitSchema } from './checks.states.ts';

/** One village of the population, and how many of its visits were drawn. */
export const stratumSchema = v.object({
  village: nodePathSchema,
  population: v.number(),
  /** Of the ids of its visits in code-unit order: tells whether a population shown later is the same. */
  digest: v.string(),
  drawn: v.number(),
});

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
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
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
