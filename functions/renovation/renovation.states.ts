import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { renovationSteps } from './renovation.lists.ts';
import { circumstances, rejectionReasons, withdrawalReasons } from './renovation.words.ts';

import {
  acceptanceSchema,
  agreementSchema,
  applicantSchema,
  appointmentSchema,
  assessmentSchema,
  byWhom,
  completionSchema,
  consentSchema,
  decisionSchema,
  feasibilitySchema,
  followUpSchema,
  how,
  item,
  jobSchema,
  noticeSchema,
  papersRequestSchema,
  paymentSchema,
  photos,
  planSchema,
  queueSchema,
  reservationSchema,
  signatureSchema,
  stepClockSchema,
} from './renovation-parts.states.ts';

const common = {
  village: v.string(),
  applicant: applicantSchema,
  /** Masked. */
  proxy: v.optional(v.object({ name: v.string(), phone: v.string(), relation: v.string() })),
  circumstances: v.array(v.picklist(circumstances)),
  wants: v.array(item),
  need: v.string(),
  photos,
  consent: consentSchema,
  appliedAt: instantSchema,
  /** Undefined when it came by the site. */
  registeredBy: byWhom,
  /** Keyed hashes the claims of person and home stand under; nothing can be read from them. */
  marks: v.object({ person: v.string(), home: v.string() }),
  /** The household of the register behind this door. */
  household: v.optional(v.string()),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
  decisions: v.array(decisionSchema),
  papersRequest: v.optional(papersRequestSchema),
  /** Once; kept with how it was decided. */
  appeal: v.optional(
    v.object({
      text: v.string(),
      by: byWhom,
      how,
      at: instantSchema,
      decision: v.optional(
        v.object({ granted: v.boolean(), text: v.string(), by: officerSchema, at: instantSchema }),
      ),
    }),
  ),
};

const clock = { clock: stepClockSchema };
const assessed = { ...common, assessment: assessmentSchema };
const feasible = { ...assessed, feasibility: feasibilitySchema };
const planned = { ...feasible, plan: planSchema };
const agreed = { ...planned, agreement: agreementSchema };
const reserved = { ...agreed, reservation: reservationSchema, notice: noticeSchema };
const assigned = { ...reserved, job: jobSchema };
const built = { ...assigned, completion: completionSchema, signatures: v.array(signatureSchema) };
const accepted = { ...built, acceptance: acceptanceSchema, followUps: v.array(followUpSchema) };
const paid = { ...accepted, payment: paymentSchema };

/** What a case that stopped on its way brought with it, as far as it had come. */
const stopped = {
  ...common,
  appointment: v.optional(appointmentSchema),
  assessment: v.optional(assessmentSchema),
  feasibility: v.optional(feasibilitySchema),
  plan: v.optional(planSchema),
  agreement: v.optional(agreementSchema),
  notice: v.optional(noticeSchema),
};

/** Steps at which papers can be asked for, and to which it returns. */
export const papersSteps = ['applied', 'checked', 'reviewed'] as const;
/** Steps at which it can be rejected; a granted appeal takes it back to the same. */
export const rejectionSteps = ['applied', 'checked', 'assessed', 'agreed'] as const;

const rejectionSchema = v.object({
  step: v.picklist(rejectionSteps),
  reason: v.picklist(rejectionReasons),
  text: v.string(),
  by: officerSchema,
  at: instantSchema,
  /** 24:00 of the last day on which it can be appealed. */
  appealBy: instantSchema,
});

export const appliedSchema = v.object({ state: v.literal('applied'), ...common, ...clock });
export const checkedSchema = v.object({ state: v.literal('checked'), ...common, ...clock });
export const reviewedSchema = v.object({
  state: v.literal('reviewed'),
  ...common,
  appointment: v.optional(appointmentSchema),
  ...clock,
});
/** Papers are missing: the clock of its step stands still while the resident owes them. */
export const papersSchema = v.object({
  state: v.literal('papers'),
  ...common,
  appointment: v.optional(appointmentSchema),
  papersRequest: papersRequestSchema,
  step: v.picklist(papersSteps),
  /** Working days the step still has when it goes on. */
  workingDaysLeft: v.number(),
});
export const assessedSchema = v.object({ state: v.literal('assessed'), ...assessed, ...clock });
export const feasibleSchema = v.object({
  state: v.literal('feasible'),
  ...feasible,
  /** Why the plan before was not agreed to. */
  declined: v.optional(v.object({ plan: planSchema, note: v.optional(v.string()), at: instantSchema })),
  ...clock,
});
export const plannedSchema = v.object({ state: v.literal('planned'), ...planned, ...clock });
export const agreedSchema = v.object({ state: v.literal('agreed'), ...agreed, ...clock });
/** Fits neither the money nor the homes of the year; keeps its rank. */
export const queuedSchema = v.object({ state: v.literal('queued'), ...agreed, queue: queueSchema });
export const noticedSchema = v.object({ state: v.literal('noticed'), ...reserved, ...clock });
export const readySchema = v.object({ state: v.literal('ready'), ...reserved, ...clock });
export const buildingSchema = v.object({ state: v.literal('building'), ...assigned, ...clock });
export const finishedSchema = v.object({ state: v.literal('finished'), ...built, ...clock });
export const acceptedSchema = v.object({ state: v.literal('accepted'), ...accepted, ...clock });
export const paidSchema = v.object({ state: v.literal('paid'), ...paid });
export const closedSchema = v.object({ state: v.literal('closed'), ...paid, closedAt: instantSchema });
export const rejectedSchema = v.object({
  state: v.literal('rejected'),
  ...stopped,
  rejection: rejectionSchema,
});
export const appealedSchema = v.object({
  state: v.literal('appealed'),
  ...stopped,
  rejection: rejectionSchema,
  ...clock,
});
export const withdrawnSchema = v.object({
  state: v.literal('withdrawn'),
  ...stopped,
  job: v.optional(jobSchema),
  /** What it had reserved and gave back. */
  released: v.optional(reservationSchema),
  withdrawal: v.object({
    reason: v.picklist(withdrawalReasons),
    text: v.optional(v.string()),
    by: byWhom,
    how,
    at: instantSchema,
    /** The step it was withdrawn at. */
    step: v.string(),
  }),
});

/** A renovation, by state: a field exists only in the states that have it. */
export const renovationSchema = v.variant('state', [
  appliedSchema,
  checkedSchema,
  reviewedSchema,
  papersSchema,
  assessedSchema,
  feasibleSchema,
  plannedSchema,
  agreedSchema,
  queuedSchema,
  noticedSchema,
  readySchema,
  buildingSchema,
  finishedSchema,
  acceptedSchema,
  paidSchema,
  closedSchema,
  rejectedSchema,
  appealedSchema,
  withdrawnSchema,
]);
export type Renovation = v.InferOutput<typeof renovationSchema>;
export type RenovationState = Renovation['state'];
export type In<K extends RenovationState> = Extract<Renovation, { state: K }>;

export const renovationStates = renovationSteps satisfies readonly RenovationState[];
