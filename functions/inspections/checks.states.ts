import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { visitOutcomes } from '../visits/visits.words.ts';
import { answers, discrepancyKinds, limits } from './inspections.words.ts';

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

/** Number of a check, as it stands in an address. */
export const checkNumberSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d?$/, fieldCode('id.invalid')),
  v.check((text) => Number(text) <= limits.size, fieldCode('id.invalid')),
);

/** The check of one visit of a running inspection: opened with its start, and as often recorded as need be. */
export const checkSchema = v.object({
  inspection: v.string(),
  n: v.number(),
  ...sampledVisitSchema.entries,
  openedAt: instantSchema,
  findings: v.optional(findingsSchema),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
});
export type Check = v.InferOutput<typeof checkSchema>;
