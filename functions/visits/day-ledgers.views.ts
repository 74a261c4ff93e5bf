import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { dayCountsSchema, handedInSchema } from './day-ledgers.states.ts';
import { dayLedgerStates } from './day-ledgers.words.ts';
import { visitRowSchema } from './visits.views.ts';

/** One village's day among the others. */
export const dayLedgerRowSchema = v.object({
  village: nodePathSchema,
  name: v.object({ zh: v.string(), en: v.string() }),
  state: v.picklist(dayLedgerStates),
  /** Whether the village owes this day: it lies in a campaign, and is no day of rest without visits. */
  expected: v.boolean(),
  /** Handed in after noon of the next day, or not yet though noon has passed. */
  late: v.boolean(),
  by: v.optional(officerSchema),
  at: v.optional(instantSchema),
  nothingToReport: v.boolean(),
  amendments: v.number(),
  /** As it stands now, with what came in after the hand-in. */
  counts: dayCountsSchema,
  /** Who answers for the village: those who lead it, or its town when it has none of its own. */
  leads: v.array(v.string()),
});
export type DayLedgerRow = v.InferOutput<typeof dayLedgerRowSchema>;

export const dayLedgersSchema = v.object({
  day: localDateSchema,
  /** 12:00 noon of the next day: what is handed in before it is in time. */
  dueAt: instantSchema,
  rows: v.array(dayLedgerRowSchema),
  totals: v.object({
    villages: v.number(),
    expected: v.number(),
    handedIn: v.number(),
    late: v.number(),
    missing: v.number(),
    visits: v.number(),
    issues: v.number(),
  }),
  asOf: instantSchema,
});

export type DayLedgers = v.InferOutput<typeof dayLedgersSchema>;

/** A village's day whole. */
export const dayLedgerViewSchema = v.object({
  ledger: v.string(),
  /** 0 while nobody handed it in and noon hasn't passed. */
  version: v.number(),
  village: nodePathSchema,
  day: localDateSchema,
  dueAt: instantSchema,
  state: v.picklist(dayLedgerStates),
  expected: v.boolean(),
  late: v.boolean(),
  handedIn: v.optional(v.omit(handedInSchema, ['state', 'village', 'day', 'late', 'visits'])),
  /** As it stands now. */
  counts: dayCountsSchema,
  visits: v.array(visitRowSchema),
  /** Ids among `visits` that came in after the hand-in. */
  cameLater: v.array(v.string()),
  mayHandIn: v.boolean(),
  mayAmend: v.boolean(),
  asOf: instantSchema,
});
export type DayLedgerView = v.InferOutput<typeof dayLedgerViewSchema>;
