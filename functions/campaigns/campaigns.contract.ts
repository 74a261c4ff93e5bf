import * as v from 'valibot';
import { staffIdSchema } from '../access/staff.states.ts';
import { householdNodeSchema, villagePathSchema } from '../households/households.words.ts';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { longIdSchema, referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { paragraph } from '../platform/contract/text.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { keepers, overseers, planners, readers } from './campaigns.actions.ts';
import { campaignDetailsSchema, peopleSchema } from './campaigns.fields.ts';
import { type CampaignRefusal, campaignProblems } from './campaigns.problems.ts';
import {
  assignmentRowSchema,
  assignmentViewSchema,
  campaignRowSchema,
  campaignViewSchema,
  coverageSchema,
  personRowSchema,
  planPreviewSchema,
  planProgressSchema,
  planRowSchema,
  proofRowSchema,
  proofViewSchema,
  reassignedSchema,
} from './campaigns.views.ts';
import { limits, scopeSchema, villageIdSchema } from './campaigns.words.ts';

const campaign = v.object({ campaign: referenceSchema });
const village = v.object({ campaign: referenceSchema, village: villageIdSchema });
const assignment = v.object({ campaign: referenceSchema, household: longIdSchema });
const reason = paragraph(limits.reason);
const cursor = v.optional(cursorSchema);

const page = <T extends v.GenericSchema<unknown, unknown>>(row: T) =>
  v.object({ rows: v.array(row), next: v.optional(v.string()), asOf: instantSchema });

const campaignChange = <P extends string, B extends v.GenericSchema<unknown, unknown>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly CampaignRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/campaigns/{campaign}/${path}`,
    summary,
    mayCall: keepers,
    params: campaign,
    body,
    response: campaignViewSchema,
    status: 200,
    versioned: true,
    problems: ['campaign.not_found', ...problems],
  }) as const;

const assignmentChange = <P extends string, B extends v.GenericSchema<unknown, unknown>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly CampaignRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/campaigns/{campaign}/assignments/{household}/${path}`,
    summary,
    mayCall: planners,
    params: assignment,
    body,
    response: assignmentViewSchema,
    status: 200,
    versioned: true,
    problems: ['campaign.assignment_not_found', 'campaign.not_running', ...problems],
  }) as const;

const personProblems = [
  'campaign.person_unknown',
  'campaign.person_not_active',
  'campaign.person_not_in_scope',
] as const;

const planProblems = [
  'campaign.not_found',
  'campaign.not_running',
  'campaign.period_over',
  'campaign.village_out_of_scope',
  ...personProblems,
] as const;

export const campaignsContract = defineContract({
  function: 'campaigns',
  problems: campaignProblems,
  routes: {
    list: {
      method: 'GET',
      path: '/api/campaigns',
      summary:
        'The campaigns of an organisation, of those above it and of those below it, the newest first; a page can be short before the last',
      mayCall: readers,
      query: v.strictObject({ node: scopeSchema, cursor }),
      response: page(campaignRowSchema),
      status: 200,
      problems: [],
    },
    create: {
      method: 'POST',
      path: '/api/campaigns',
      summary: 'Write down a campaign; nobody is told before it is started',
      mayCall: keepers,
      body: campaignDetailsSchema,
      response: campaignViewSchema,
      status: 201,
      problems: ['campaign.scope_unknown'],
    },
    read: {
      method: 'GET',
      path: '/api/campaigns/{campaign}',
      summary: 'One campaign',
      mayCall: readers,
      params: campaign,
      response: campaignViewSchema,
      status: 200,
      problems: ['campaign.not_found'],
    },
    details: campaignChange('details', 'Change a campaign that was not started yet', campaignDetailsSchema, [
      'campaign.not_draft',
      'campaign.scope_unknown',
    ]),
    start: campaignChange('start', 'Start a campaign: from now on it can be planned', v.strictObject({}), [
      'campaign.not_draft',
      'campaign.period_over',
    ]),
    end: campaignChange(
      'end',
      'End a campaign: whoever was not met by now counts as missed',
      v.strictObject({ reason: v.optional(reason) }),
      ['campaign.not_running'],
    ),
    plans: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/plans',
      summary: 'How the plans of the villages stand; those without any are not listed',
      mayCall: readers,
      params: campaign,
      response: v.object({ rows: v.array(planRowSchema), asOf: instantSchema }),
      status: 200,
      problems: ['campaign.not_found'],
    },
    people: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/people/{village}',
      summary: 'Who can be given households of a village, and how many they have',
      mayCall: planners,
      params: village,
      response: v.object({ people: v.array(personRowSchema), asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    planPreview: {
      method: 'POST',
      path: '/api/campaigns/{campaign}/plan-preview',
      summary:
        "What a village's plan would come to with these people, or with all who can be taken; nothing is written",
      mayCall: planners,
      params: campaign,
      body: v.strictObject({ village: villagePathSchema, people: v.optional(peopleSchema) }),
      response: planPreviewSchema,
      status: 200,
      problems: planProblems,
    },
    plan: {
      method: 'POST',
      path: '/api/campaigns/{campaign}/plan',
      summary:
        'Give every household of a village that nobody has yet to one of these people, for one day; goes on by itself when the page is left',
      mayCall: planners,
      params: campaign,
      body: v.strictObject({ village: villagePathSchema, people: peopleSchema }),
      response: planProgressSchema,
      status: 200,
      problems: [
        ...planProblems,
        'campaign.not_enough_days',
        'campaign.plan_running',
        'campaign.nothing_to_plan',
      ],
    },
    continuePlan: {
      method: 'POST',
      path: '/api/campaigns/{campaign}/plan/{village}',
      summary: 'Go on with the plan of a village; once it is done, nothing is left to do',
      mayCall: planners,
      params: village,
      body: v.strictObject({}),
      response: planProgressSchema,
      status: 200,
      problems: ['campaign.not_found', 'campaign.not_running', 'campaign.plan_not_found'],
    },
    reassignments: {
      method: 'POST',
      path: '/api/campaigns/{campaign}/reassignments',
      summary:
        'Hand over what one person still has to visit in a village to others, with new days; at most 400 at once',
      mayCall: planners,
      params: campaign,
      body: v.strictObject({
        village: villagePathSchema,
        from: staffIdSchema,
        to: v.pipe(
          v.array(staffIdSchema),
          v.minLength(1, fieldCode('field.required')),
          v.maxLength(limits.people, fieldCode('field.too_many', limits.people)),
        ),
        /** Only those of this area; all otherwise. */
        area: v.optional(referenceSchema),
        /** Only days of this part of the period; all that are left otherwise. */
        days: v.optional(v.strictObject({ from: localDateSchema, to: localDateSchema })),
      }),
      response: reassignedSchema,
      status: 200,
      problems: [...planProblems, 'campaign.person_is_giver', 'campaign.not_enough_days'],
    },
    coverage: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/coverage',
      summary: 'How many households of each part of an organisation were visited, of how many',
      mayCall: readers,
      params: campaign,
      query: v.strictObject({ node: scopeSchema }),
      response: coverageSchema,
      status: 200,
      problems: [],
    },
    unvisited: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/unvisited',
      summary:
        'One page of the households of a district, town, village or area nobody has met yet, the earliest planned first',
      mayCall: readers,
      params: campaign,
      query: v.strictObject({ node: householdNodeSchema, cursor }),
      response: page(assignmentRowSchema),
      status: 200,
      problems: [],
    },
    assignments: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/assignments',
      summary: "One page of a village's households with their person and day, in the order of the register",
      mayCall: readers,
      params: campaign,
      query: v.strictObject({ village: villagePathSchema, cursor }),
      response: page(assignmentRowSchema),
      status: 200,
      problems: [],
    },
    assignment: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/assignments/{household}',
      summary: 'One household in a campaign: whose it is, when, and every try',
      mayCall: readers,
      params: assignment,
      response: assignmentViewSchema,
      status: 200,
      problems: ['campaign.assignment_not_found'],
    },
    exclusion: assignmentChange(
      'exclusion',
      'Take a household out of the campaign, with the reason',
      v.strictObject({ reason }),
      ['campaign.assignment_visited', 'campaign.assignment_excluded'],
    ),
    reinstatement: assignmentChange(
      'reinstatement',
      'Take an excluded household in again',
      v.strictObject({ reason }),
      ['campaign.assignment_not_excluded'],
    ),
    day: assignmentChange(
      'day',
      'Plan one household for another day, or for somebody else',
      v.strictObject({ day: localDateSchema, assignee: v.optional(staffIdSchema) }),
      ['campaign.assignment_not_planned', 'campaign.day_out_of_period', ...personProblems],
    ),
    proofs: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/proofs',
      summary: 'The proofs that the register and the assignments are the same, the newest first',
      mayCall: overseers,
      params: campaign,
      query: v.strictObject({ cursor }),
      response: page(proofRowSchema),
      status: 200,
      problems: [],
    },
    proof: {
      method: 'GET',
      path: '/api/campaigns/{campaign}/proofs/{day}',
      summary: 'The proof of one day, with what it found by name',
      mayCall: overseers,
      params: v.object({ campaign: referenceSchema, day: localDateSchema }),
      response: proofViewSchema,
      status: 200,
      problems: ['campaign.proof_not_found'],
    },
    prove: {
      method: 'POST',
      path: '/api/campaigns/{campaign}/proof',
      summary:
        "Hold the register against the assignments now; today's proof is replaced, the earlier one stays in its history",
      mayCall: keepers,
      params: campaign,
      body: v.strictObject({}),
      response: proofViewSchema,
      status: 200,
      problems: ['campaign.not_found', 'campaign.not_running'],
    },
  },
});
