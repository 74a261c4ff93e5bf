import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import {
  assignmentFactsSchema,
  excludedSchema,
  nextSchema,
  trySchema,
  visitedSchema,
} from './assignments.states.ts';
import { draftCampaignSchema, villagePlanSchema } from './campaigns.states.ts';
import { assignmentStatuses, campaignStates } from './campaigns.words.ts';
import { proofSchema } from './proofs.states.ts';

const { state: _, ...campaignFacts } = draftCampaignSchema.entries;
const { name, scope, from, to, createdAt } = campaignFacts;

/** What a list shows of a campaign. */
export const campaignRowSchema = v.object({
  campaign: v.string(),
  version: v.number(),
  state: v.picklist(campaignStates),
  ...{ name, scope, from, to, createdAt },
});
export type CampaignRow = v.InferOutput<typeof campaignRowSchema>;

export const campaignViewSchema = v.object({
  campaign: v.string(),
  version: v.number(),
  state: v.picklist(campaignStates),
  ...campaignFacts,
  startedAt: v.optional(instantSchema),
  startedBy: v.optional(officerSchema),
  endedAt: v.optional(instantSchema),
  endedBy: v.optional(officerSchema),
  endReason: v.optional(v.string()),
  /** Whether this caller may change it, start it or end it, as far as its state allows. */
  mayKeep: v.boolean(),
  /** Whether this caller may plan, reassign and exclude in the part that is theirs. */
  mayPlan: v.boolean(),
});
export type CampaignView = v.InferOutput<typeof campaignViewSchema>;

const { campaign: __, people: ___, ...planFacts } = villagePlanSchema.entries;

/** How the plan of one village stands. */
export const planRowSchema = v.object({
  version: v.number(),
  ...planFacts,
  people: v.array(v.object({ staffId: v.string(), name: v.string() })),
});
export type PlanRow = v.InferOutput<typeof planRowSchema>;

/** Somebody who can be given households of a village. */
export const personRowSchema = v.object({
  staffId: v.string(),
  name: v.string(),
  roles: v.array(v.string()),
  /** Path of the organisation whose subtree the account acts on. */
  scope: v.string(),
  /** Households of this village and campaign they have, and how many of these were visited. */
  assigned: v.number(),
  visited: v.number(),
});
export type PersonRow = v.InferOutput<typeof personRowSchema>;

/** What a plan would come to, before anybody is told. */
export const planPreviewSchema = v.object({
  /** Active households of the village, and those of them nobody has yet. */
  households: v.number(),
  toAssign: v.number(),
  /** Days that can still be planned. */
  days: v.number(),
  perDay: v.number(),
  /** Households the people can be given in these days; short of `toAssign`, the plan is refused. */
  places: v.number(),
  people: v.array(
    v.object({
      staffId: v.string(),
      name: v.string(),
      /** Households they have now, and those they would be given. */
      has: v.number(),
      gets: v.number(),
      firstDay: v.optional(localDateSchema),
      lastDay: v.optional(localDateSchema),
      /** Most for one day, with what they have. */
      perDay: v.number(),
    }),
  ),
});
export type PlanPreview = v.InferOutput<typeof planPreviewSchema>;

/** How far a plan is; as long as something is left, it is gone on with. */
export const planProgressSchema = v.object({
  village: v.string(),
  version: v.number(),
  status: planFacts.status,
  stopped: planFacts.stopped,
  /** Households given to somebody by this request. */
  planned: v.number(),
  left: v.number(),
});
export type PlanProgress = v.InferOutput<typeof planProgressSchema>;

const {
  campaign,
  household,
  village,
  area,
  address,
  kind,
  head,
  hasPhone,
  categories,
  assignee,
  day,
  order,
} = assignmentFactsSchema.entries;

/** What a list shows of an assignment; also what a phone keeps of it. */
export const assignmentRowSchema = v.object({
  ...{ campaign, household, village, area, address, kind, head, hasPhone, categories, assignee, day, order },
  version: v.number(),
  status: v.picklist(assignmentStatuses),
  next: v.optional(nextSchema),
  /** How often it was tried already. */
  tried: v.number(),
  visitedAt: v.optional(instantSchema),
});
export type AssignmentRow = v.InferOutput<typeof assignmentRowSchema>;

export const assignmentViewSchema = v.object({
  ...assignmentRowSchema.entries,
  tries: v.array(trySchema),
  formerly: assignmentFactsSchema.entries.formerly,
  visited: v.optional(visitedSchema),
  excluded: v.optional(excludedSchema),
  mayChange: v.boolean(),
});
export type AssignmentView = v.InferOutput<typeof assignmentViewSchema>;

/** Counts of assignments. In scope are those assigned without those excluded; coverage is visited ÷ in scope. */
export const coverageCountsSchema = v.object({
  assigned: v.number(),
  visited: v.number(),
  planned: v.number(),
  refused: v.number(),
  empty: v.number(),
  excluded: v.number(),
  missed: v.number(),
  /** Tried at least once. */
  tried: v.number(),
  /** Two tries in office hours failed and the proposed off-peak one has not been made. */
  waitingOffPeak: v.number(),
});
export type CoverageCounts = v.InferOutput<typeof coverageCountsSchema>;

export const coverageSchema = v.object({
  node: v.string(),
  total: coverageCountsSchema,
  /** The towns of a district, the villages of a town, the areas of a village (`-` ends the path of none). */
  children: v.array(v.object({ node: v.string(), counts: coverageCountsSchema })),
  asOf: instantSchema,
});

export const reassignedSchema = v.object({
  /** Households handed over by this request. */
  moved: v.number(),
  /** Households still to be visited that stay with whoever gives; asked again, it goes on with them. */
  left: v.number(),
  to: v.array(v.object({ staffId: v.string(), name: v.string(), gets: v.number() })),
});
export type Reassigned = v.InferOutput<typeof reassignedSchema>;

const { missingHouseholds, newDoorHouseholds, goneHouseholds, leftPeople, villages, ...proofCounts } =
  proofSchema.entries;

export const proofRowSchema = v.object({ version: v.number(), ...proofCounts });
export type ProofRow = v.InferOutput<typeof proofRowSchema>;

/** Only what lies in the caller's area is in the lists; the counts are those of the campaign. */
export const proofViewSchema = v.object({
  ...proofRowSchema.entries,
  ...{ villages, missingHouseholds, newDoorHouseholds, goneHouseholds, leftPeople },
});
export type ProofView = v.InferOutput<typeof proofViewSchema>;
