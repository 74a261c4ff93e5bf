import * as v from 'valibot';
import { putOffReasons, slots } from '../campaigns/campaigns.words.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { conflictSchema, settlementSchema, visitSchema } from './visits.states.ts';
import { entryResults } from './visits.words.ts';

const { met, views, satisfaction, materials, note, appointment, photos } = visitSchema.entries;
const { campaign, household, village, area, address, by, at, recordedAt, day, outcome, issues, offPeak } =
  visitSchema.entries;

/** What a list shows of a visit. */
export const visitRowSchema = v.object({
  visit: v.string(),
  version: v.number(),
  ...{ campaign, household, village, area, address, by, at, recordedAt, day, outcome, satisfaction, offPeak },
  issues,
  materials: v.number(),
  conflict: v.optional(conflictSchema),
  settled: v.optional(settlementSchema),
});
export type VisitRow = v.InferOutput<typeof visitRowSchema>;

/** One visit whole. `views` and `note` are there for those who work with them. */
export const visitViewSchema = v.object({
  ...visitRowSchema.entries,
  ...{ met, views, materials, note, appointment, photos },
  maySettle: v.boolean(),
});
export type VisitView = v.InferOutput<typeof visitViewSchema>;

/** One household of a round, with all a phone needs to record a visit without a signal. */
export const roundRowSchema = v.object({
  campaign: v.string(),
  household: v.string(),
  village: nodePathSchema,
  area: v.optional(v.string()),
  address: v.string(),
  kind: v.string(),
  /** Masked. */
  head: v.string(),
  /** Without one, an issue needs a reporter of its own. */
  hasPhone: v.boolean(),
  categories: v.array(v.string()),
  /** The day it is to be visited: the planned one, or the proposed slot's or appointment's. */
  day: localDateSchema,
  order: v.number(),
  slot: v.optional(v.picklist(slots)),
  /** Why the day is not the planned one. */
  why: v.optional(v.picklist(putOffReasons)),
  /** How often it was tried already. */
  tries: v.number(),
});
export type RoundRow = v.InferOutput<typeof roundRowSchema>;

/** What a phone keeps of a campaign. */
export const roundCampaignSchema = v.object({
  campaign: v.string(),
  name: v.string(),
  objective: v.string(),
  steps: v.array(v.string()),
  materials: v.array(v.string()),
  from: localDateSchema,
  to: localDateSchema,
});

export const roundSchema = v.object({
  day: localDateSchema,
  /** The server's time: a phone can tell how far its own clock is off. */
  asOf: instantSchema,
  /** Due today or before, in the order to be walked. */
  rows: v.array(roundRowSchema),
  /** The next two days, for those who are ahead. */
  later: v.array(roundRowSchema),
  /** There is more than is shown here. */
  more: v.boolean(),
  campaigns: v.array(roundCampaignSchema),
});

export type Round = v.InferOutput<typeof roundSchema>;
export type RoundCampaign = v.InferOutput<typeof roundCampaignSchema>;

const fieldProblemSchema = v.object({
  path: v.string(),
  code: v.string(),
  n: v.string(),
  message: v.string(),
});

/** What became of one entry of a batch. */
export const entryResultSchema = v.object({
  /** As it was sent; empty when there was none. */
  entryId: v.string(),
  result: v.picklist(entryResults),
  visit: v.optional(v.string()),
  /** In the order they were sent, each with the code that opens it for the resident. */
  issues: v.optional(v.array(v.object({ reference: v.string(), code: v.string() }))),
  conflict: v.optional(conflictSchema),
  problem: v.optional(
    v.object({ code: v.string(), message: v.string(), errors: v.array(fieldProblemSchema) }),
  ),
});
export type EntryResult = v.InferOutput<typeof entryResultSchema>;
