import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { checkNames, levels, severities } from './findings.words.ts';

/** The record whose promise is broken: its kind as the ledger has it, and its id. */
export const recordSchema = v.object({ kind: v.string(), id: v.string() });

/** Who answers for it: an organisation, and the person who took it on; without one it is nobody's yet. */
export const answerableSchema = v.object({ node: nodePathSchema, officer: v.optional(officerSchema) });

/** Numbers and dates the words about it are made with; never anything personal. */
export const factsSchema = v.record(v.string(), v.union([v.string(), v.number()]));

const common = {
  check: v.picklist(checkNames),
  record: recordSchema,
  /** Where it counts. */
  node: nodePathSchema,
  answers: answerableSchema,
  severity: v.picklist(severities),
  /** When the promise was broken, whenever it was noticed. */
  since: instantSchema,
  foundAt: instantSchema,
  facts: factsSchema,
  /** Version of the record, or second of the run, that this is said as of; what is older changes nothing. */
  asOf: v.number(),
  /** How often it has been found, being cleared in between. */
  times: v.number(),
};

const openEntries = {
  ...common,
  level: v.picklist(levels),
  /** When it goes to the next level; none at the last. */
  escalatesAt: v.optional(instantSchema),
  /** Last day of the latest exception from it that is over. */
  restedUntil: v.optional(localDateSchema),
};

export const openSchema = v.object({ state: v.literal('open'), ...openEntries });
export const exceptedSchema = v.object({
  state: v.literal('excepted'),
  ...openEntries,
  exception: v.object({
    reason: v.string(),
    by: officerSchema,
    at: instantSchema,
    /** Last day of it; on the next it stands open again, if it still holds. */
    until: localDateSchema,
    endsAt: instantSchema,
  }),
});
export const clearedSchema = v.object({
  state: v.literal('cleared'),
  ...common,
  level: v.picklist(levels),
  clearedAt: instantSchema,
});

export const findingSchema = v.variant('state', [openSchema, exceptedSchema, clearedSchema]);
export type Finding = v.InferOutput<typeof findingSchema>;
export type OpenFinding = v.InferOutput<typeof openSchema>;
export type ExceptedFinding = v.InferOutput<typeof exceptedSchema>;
export type ClearedFinding = v.InferOutput<typeof clearedSchema>;

/** One finding of a check about a record, however often it is found. */
export const findingId = (check: Finding['check'], { id }: Finding['record']): string => `${check}.${id}`;

/** What a check says of a record whose promise is broken. */
export interface Verdict
  extends Pick<Finding, 'check' | 'node' | 'answers' | 'severity' | 'since' | 'facts'> {
  /**
   * The promise is made anew again and again, every week, and each time it is broken the finding only goes on: it has
   * been broken since it was the first time.
   */
  readonly goesOn?: true;
}

/** What was looked at: the record, and as of which version of it or second of a run. */
export type Look = Pick<Finding, 'record' | 'asOf'>;
