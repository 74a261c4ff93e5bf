import * as v from 'valibot';
import { villagePathSchema } from '../households/households.words.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { planStatuses, scopeSchema, stopReasons } from './campaigns.words.ts';

const common = {
  name: v.string(),
  objective: v.string(),
  steps: v.array(v.string()),
  /** What is handed out at the doors. */
  materials: v.array(v.string()),
  /** Path of the district, town or village all of whose households are to be visited. */
  scope: scopeSchema,
  /** First and last day on which households are planned. */
  from: localDateSchema,
  to: localDateSchema,
  /** Households one person is given at most for one day. */
  perDay: v.number(),
  /** Whether households are also planned for weekends and holidays. */
  includeRestDays: v.boolean(),
  createdAt: instantSchema,
  createdBy: officerSchema,
};

const started = { startedAt: instantSchema, startedBy: officerSchema };

export const draftCampaignSchema = v.object({ state: v.literal('draft'), ...common });
export const runningCampaignSchema = v.object({ state: v.literal('running'), ...common, ...started });
export const endedCampaignSchema = v.object({
  state: v.literal('ended'),
  ...common,
  ...started,
  endedAt: instantSchema,
  endedBy: officerSchema,
  endReason: v.optional(v.string()),
  /** When every household nobody had met was marked as missed; until then the schedule still does it. */
  closedAt: v.optional(instantSchema),
});

export const campaignSchema = v.variant('state', [
  draftCampaignSchema,
  runningCampaignSchema,
  endedCampaignSchema,
]);
export type DraftCampaign = v.InferOutput<typeof draftCampaignSchema>;
export type RunningCampaign = v.InferOutput<typeof runningCampaignSchema>;
export type EndedCampaign = v.InferOutput<typeof endedCampaignSchema>;
export type Campaign = v.InferOutput<typeof campaignSchema>;

/** Somebody who is given households; with areas, those of these areas first. */
export const plannedPersonSchema = v.object({
  ...officerSchema.entries,
  areas: v.array(v.string()),
});
export type PlannedPerson = v.InferOutput<typeof plannedPersonSchema>;

/**
 * The plan of one village in one campaign, by whom and for whom; which household is whose stands in its
 * assignment. While it runs, whoever comes along goes on with it: the page that started it, or the schedule.
 */
export const villagePlanSchema = v.object({
  status: v.picklist(planStatuses),
  campaign: v.string(),
  village: villagePathSchema,
  people: v.array(plannedPersonSchema),
  by: officerSchema,
  /** When it was first made: households registered later are new doors to it. */
  firstAt: instantSchema,
  startedAt: instantSchema,
  finishedAt: v.optional(instantSchema),
  /** Households that had their person when it was finished. */
  households: v.optional(v.number()),
  stopped: v.optional(v.picklist(stopReasons)),
});
export type VillagePlan = v.InferOutput<typeof villagePlanSchema>;
