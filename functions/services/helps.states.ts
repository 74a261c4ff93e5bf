import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { personEntries } from './people.states.ts';
import { breakingOffReasons, helpKinds, helpOutcomes } from './services.words.ts';

const help = {
  node: v.string(),
  ...personEntries,
  /** Full years on the first day: the day of birth itself is sealed. */
  age: v.number(),
  kind: v.picklist(helpKinds),
  institution: v.string(),
  from: localDateSchema,
  until: localDateSchema,
  /** Fen: what it is to cost, and what it did once it is over. */
  amount: v.number(),
  createdAt: instantSchema,
};

/** What one child is helped with, once (儿童康复). */
export const helpSchema = v.variant('state', [
  v.object({ state: v.literal('open'), ...help }),
  v.object({
    state: v.literal('completed'),
    ...help,
    completed: v.object({
      at: instantSchema,
      by: officerSchema,
      day: localDateSchema,
      outcome: v.picklist(helpOutcomes),
      note: v.optional(v.string()),
    }),
  }),
  v.object({
    state: v.literal('broken-off'),
    ...help,
    brokenOff: v.object({
      at: instantSchema,
      by: officerSchema,
      day: localDateSchema,
      reason: v.picklist(breakingOffReasons),
      note: v.optional(v.string()),
    }),
  }),
]);
export type Help = v.InferOutput<typeof helpSchema>;
