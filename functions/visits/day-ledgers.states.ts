import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';

/** What is counted of a day. */
export const dayCountsSchema = v.object({
  visits: v.number(),
  met: v.number(),
  notHome: v.number(),
  refused: v.number(),
  vacant: v.number(),
  moved: v.number(),
  appointment: v.number(),
  offPeak: v.number(),
  issues: v.number(),
  materials: v.number(),
});
export type DayCounts = v.InferOutput<typeof dayCountsSchema>;

export const amendmentSchema = v.object({
  reason: v.string(),
  text: v.string(),
  by: officerSchema,
  at: instantSchema,
});

const common = { village: nodePathSchema, day: localDateSchema };

export const missingSchema = v.object({
  state: v.literal('missing'),
  ...common,
  /** 12:00 noon of the next day, whenever it was noticed. */
  since: instantSchema,
});

export const handedInSchema = v.object({
  state: v.literal('handed-in'),
  ...common,
  by: officerSchema,
  at: instantSchema,
  late: v.boolean(),
  nothingToReport: v.boolean(),
  note: v.optional(v.string()),
  counts: dayCountsSchema,
  /** The visits the lead answered for; what comes in later is shown apart. */
  visits: v.array(v.string()),
  amendments: v.array(amendmentSchema),
});

export const dayLedgerSchema = v.variant('state', [missingSchema, handedInSchema]);
export type DayLedger = v.InferOutput<typeof dayLedgerSchema>;
export type HandedIn = v.InferOutput<typeof handedInSchema>;
export type Missing = v.InferOutput<typeof missingSchema>;
