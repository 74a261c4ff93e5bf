import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { categories, channels, grades, outcomes, solvedAnswers, sources, urgencies } from './issues.words.ts';

/** What a clock passes on its way, in this order. */
export const thresholds = ['warned', 'overdue', 'supervised', 'criticised'] as const;
export type Threshold = (typeof thresholds)[number];

/**
 * The running of one promise: set when the clock starts and moved only by a decided extension, a reopening or
 * a newly loaded calendar, each of which is an event. Nothing else in the system computes a deadline.
 */
export const clockSchema = v.object({
  startedAt: instantSchema,
  workingDays: v.number(),
  /** 24:00 Asia/Shanghai of the last day, so the first instant that is too late. */
  dueAt: instantSchema,
  dueDate: localDateSchema,
  provisional: v.boolean(),
  calendarVersion: v.string(),
  thresholds: v.object({
    warned: instantSchema,
    overdue: instantSchema,
    supervised: instantSchema,
    criticised: instantSchema,
  }),
  reached: v.array(v.picklist(thresholds)),
  stoppedAt: v.optional(instantSchema),
});
export type Clock = v.InferOutput<typeof clockSchema>;

const assignmentSchema = v.object({
  department: nodePathSchema,
  by: officerSchema,
  at: instantSchema,
  /** Within one working day of the transfer it can be returned; end of that day. */
  returnBy: instantSchema,
  /** Decided by a supervisor after two returns: it can't be returned again. */
  binding: v.boolean(),
  /** When the schedule found that nobody had claimed it within that day. */
  unclaimedSince: v.optional(instantSchema),
});

const returnSchema = v.object({
  department: nodePathSchema,
  by: officerSchema,
  at: instantSchema,
  reason: v.string(),
});

export const extensionSchema = v.object({
  reason: v.string(),
  workingDays: v.number(),
  requestedBy: officerSchema,
  requestedAt: instantSchema,
  decision: v.optional(
    v.object({ approved: v.boolean(), note: v.string(), by: officerSchema, at: instantSchema }),
  ),
});

export const milestoneSchema = v.object({ what: v.string(), by: localDateSchema });

const resolutionSchema = v.object({
  outcome: v.picklist(outcomes),
  measures: v.string(),
  photos: v.array(PhotoIdSchema),
  plan: v.array(milestoneSchema),
  by: officerSchema,
  at: instantSchema,
  inTime: v.boolean(),
});

const attemptSchema = v.object({
  channel: v.picklist(channels),
  note: v.string(),
  by: officerSchema,
  at: instantSchema,
});

const answerSchema = v.object({
  /** False when nobody could be reached after the recorded attempts. */
  reached: v.boolean(),
  text: v.string(),
  channel: v.picklist(channels),
  by: officerSchema,
  at: instantSchema,
});

const followUpSchema = v.object({
  reached: v.boolean(),
  solved: v.optional(v.picklist(solvedAnswers)),
  satisfaction: v.optional(v.picklist(grades)),
  note: v.string(),
  channel: v.picklist(channels),
  by: officerSchema,
  at: instantSchema,
});

const common = {
  category: v.picklist(categories),
  what: v.string(),
  place: v.object({ path: nodePathSchema, text: v.string() }),
  source: v.picklist(sources),
  urgency: v.picklist(urgencies),
  photos: v.array(PhotoIdSchema),
  raisedAt: instantSchema,
  /** Undefined when the resident raised it on the site. */
  registeredBy: v.optional(officerSchema),
  /** Masked; the plain values are sealed beside the case and opened one by one, each opening recorded. */
  reporter: v.object({ name: v.string(), phone: v.string(), consent: v.string() }),
  returns: v.array(returnSchema),
  reopenings: v.number(),
  /** References of the issues that were linked to this one as saying the same. */
  duplicates: v.array(v.string()),
  /** The household it was raised at, and the visit it was raised on. */
  household: v.optional(v.string()),
  visit: v.optional(v.string()),
  /** The venue it was raised at. */
  venue: v.optional(v.string()),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
};

const assigned = { ...common, assignment: assignmentSchema, clock: clockSchema };
const handled = {
  ...assigned,
  claimedAt: instantSchema,
  handler: officerSchema,
  extension: v.optional(extensionSchema),
};
const ended = {
  ...handled,
  resolution: resolutionSchema,
  attempts: v.array(attemptSchema),
  answerDueAt: instantSchema,
  /** When the schedule found that the resident had not been answered by then. */
  unansweredSince: v.optional(instantSchema),
};

/** Waiting to be transferred to a department; its clock runs already when a department gave it back. */
export const registeredSchema = v.object({
  state: v.literal('registered'),
  ...common,
  clock: v.optional(clockSchema),
});
export const transferredSchema = v.object({ state: v.literal('transferred'), ...assigned });
/** Returned a second time: a supervisor decides. */
export const arbitrationSchema = v.object({ state: v.literal('arbitration'), ...common, clock: clockSchema });
export const claimedSchema = v.object({ state: v.literal('claimed'), ...handled });
/** Linked to the issue that says the same; handled with it, answered on its own. */
export const linkedSchema = v.object({
  state: v.literal('linked'),
  ...common,
  duplicateOf: v.string(),
  clock: v.optional(clockSchema),
});
export const resolvedSchema = v.object({
  state: v.literal('resolved'),
  ...ended,
  duplicateOf: v.optional(v.string()),
});
export const answeredSchema = v.object({
  state: v.literal('answered'),
  ...ended,
  duplicateOf: v.optional(v.string()),
  answer: answerSchema,
});
export const closedSchema = v.object({
  state: v.literal('closed'),
  ...ended,
  duplicateOf: v.optional(v.string()),
  answer: answerSchema,
  followUp: followUpSchema,
});

/** An issue, by state: a field exists only in the states that have it. */
export const issueSchema = v.variant('state', [
  registeredSchema,
  transferredSchema,
  arbitrationSchema,
  claimedSchema,
  linkedSchema,
  resolvedSchema,
  answeredSchema,
  closedSchema,
]);

export type Registered = v.InferOutput<typeof registeredSchema>;
export type Transferred = v.InferOutput<typeof transferredSchema>;
export type Arbitration = v.InferOutput<typeof arbitrationSchema>;
export type Claimed = v.InferOutput<typeof claimedSchema>;
export type Linked = v.InferOutput<typeof linkedSchema>;
export type Resolved = v.InferOutput<typeof resolvedSchema>;
export type Answered = v.InferOutput<typeof answeredSchema>;
export type Closed = v.InferOutput<typeof closedSchema>;
export type Issue = v.InferOutput<typeof issueSchema>;
export type IssueState = Issue['state'];

export const issueStates = [
  'registered',
  'transferred',
  'arbitration',
  'claimed',
  'linked',
  'resolved',
  'answered',
  'closed',
] as const satisfies readonly IssueState[];

/** The department an issue lies with, if any. */
export const departmentOf = (issue: Issue): string | undefined =>
  'assignment' in issue ? issue.assignment.department : undefined;
