import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { answerableSchema, factsSchema, recordSchema } from './findings.states.ts';
import { checkNames, findingStates, levels, severities } from './findings.words.ts';

export const findingRowSchema = v.object({
  finding: v.string(),
  version: v.number(),
  state: v.picklist(findingStates),
  check: v.picklist(checkNames),
  record: recordSchema,
  node: v.string(),
  answers: answerableSchema,
  severity: v.picklist(severities),
  since: instantSchema,
  foundAt: instantSchema,
  facts: factsSchema,
  times: v.number(),
  level: v.picklist(levels),
  /** Last day of its exception. */
  until: v.optional(localDateSchema),
  clearedAt: v.optional(instantSchema),
});
export type FindingRow = v.InferOutput<typeof findingRowSchema>;

export const findingActions = ['exception'] as const;

export const findingViewSchema = v.object({
  ...findingRowSchema.entries,
  escalatesAt: v.optional(instantSchema),
  exception: v.optional(
    v.object({ reason: v.string(), by: officerSchema, at: instantSchema, until: localDateSchema }),
  ),
  actions: v.array(v.picklist(findingActions)),
});

/** What stands now and what came and went in a month, of one check. */
export const checkFiguresSchema = v.object({
  check: v.picklist(checkNames),
  open: v.number(),
  notice: v.number(),
  late: v.number(),
  grave: v.number(),
  excepted: v.number(),
  found: v.number(),
  cleared: v.number(),
});

export const findingFiguresSchema = v.object({
  checks: v.array(checkFiguresSchema),
  /** Open ones nobody has taken on. */
  unowned: v.number(),
  levels: v.object({ answering: v.number(), supervision: v.number(), criticism: v.number() }),
  month: v.string(),
  asOf: instantSchema,
});
