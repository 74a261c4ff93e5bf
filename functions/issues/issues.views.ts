import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { issueActions } from './issues.actions.ts';
import {
  answeredSchema,
  clockSchema,
  closedSchema,
  issueStates,
  registeredSchema,
  resolvedSchema,
} from './issues.states.ts';
import { categories, countedFigures, outcomes, sources, urgencies } from './issues.words.ts';

const { place, photos, reporter, registeredBy, returns, reopenings, duplicates, household, visit, venue } =
  registeredSchema.entries;
const { anonymisedAt } = registeredSchema.entries;
const { assignment, handler, claimedAt, extension, resolution, attempts, answerDueAt } =
  resolvedSchema.entries;

/** A case as staff see it: personal data masked, the clock as stored, and what this caller may do next. */
export const caseViewSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(issueStates),
  category: v.picklist(categories),
  what: v.string(),
  place,
  source: v.picklist(sources),
  urgency: v.picklist(urgencies),
  photos,
  raisedAt: instantSchema,
  registeredBy,
  reporter,
  returns,
  reopenings,
  duplicates,
  household,
  visit,
  venue,
  anonymisedAt,
  duplicateOf: v.optional(v.string()),
  assignment: v.optional(assignment),
  clock: v.optional(clockSchema),
  claimedAt: v.optional(claimedAt),
  handler: v.optional(handler),
  extension,
  resolution: v.optional(resolution),
  attempts: v.optional(attempts),
  answerDueAt: v.optional(answerDueAt),
  answer: v.optional(answeredSchema.entries.answer),
  followUp: v.optional(closedSchema.entries.followUp),
  actions: v.array(v.picklist(issueActions)),
});

/** What a list shows of an issue. */
export const rowSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(issueStates),
  category: v.picklist(categories),
  what: v.string(),
  place: v.string(),
  department: v.optional(nodePathSchema),
  urgency: v.picklist(urgencies),
  raisedAt: instantSchema,
  dueAt: v.optional(instantSchema),
  provisional: v.optional(v.boolean()),
  reached: v.array(v.string()),
  handler: v.optional(v.string()),
  inTime: v.optional(v.boolean()),
  reopenings: v.number(),
  returns: v.number(),
  /** The figures of its month it counts in. */
  counted: v.optional(v.array(v.picklist(countedFigures))),
});
export type IssueRow = v.InferOutput<typeof rowSchema>;

/** What happens to an issue, as its resident is shown it. */
export const progressSteps = ['raised', 'transferred', 'claimed', 'resolved', 'answered', 'closed'] as const;

/** What the resident sees of their own issue: every step with its time, the promise, the answer, no names of staff. */
export const progressSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(issueStates),
  category: v.picklist(categories),
  what: v.string(),
  /** The village or community, and the exact place as it was written. */
  village: v.optional(v.object({ zh: v.string(), en: v.string() })),
  place: v.string(),
  raisedAt: instantSchema,
  department: v.optional(v.object({ zh: v.string(), en: v.string() })),
  dueAt: v.optional(instantSchema),
  provisional: v.optional(v.boolean()),
  overdue: v.boolean(),
  extendedBecause: v.optional(v.string()),
  outcome: v.optional(v.picklist(outcomes)),
  plan: v.optional(resolution.entries.plan),
  answer: v.optional(v.string()),
  photos: v.array(PhotoIdSchema),
  steps: v.array(v.object({ step: v.picklist(progressSteps), at: instantSchema })),
  anonymisedAt,
});
