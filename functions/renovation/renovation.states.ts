import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { certificateGrades } from './certificate.rules.ts';
import {
  applicationsBy,
  circumstances,
  disabilityCategories,
  rejectionReasons,
  renovationItems,
  satisfactionGrades,
  units,
  waysOfSaying,
  withdrawalReasons,
} from './renovation.words.ts';

const item = v.picklist(renovationItems);
const photos = v.array(PhotoIdSchema);
const satisfaction = v.picklist(satisfactionGrades);
/** An officer; undefined when the resident did it on the site. */
const byWhom = v.optional(officerSchema);
/** How the resident said it, where an officer wrote it down. */
const how = v.optional(v.picklist(waysOfSaying));

/** The deadline of a step, by the working days of the calendar it names. */
export const stepClockSchema = v.object({
  startedAt: instantSchema,
  workingDays: v.number(),
  /** 24:00 Asia/Shanghai of the last day, so the first instant that is too late. */
  dueAt: instantSchema,
  dueDate: localDateSchema,
  provisional: v.boolean(),
  calendarVersion: v.string(),
  /** When the schedule found it overdue. */
  overdueAt: v.optional(instantSchema),
});
export type StepClock = v.InferOutput<typeof stepClockSchema>;

const consentSchema = v.object({
  personal: v.literal(true),
  sensitive: v.literal(true),
  by: v.picklist(applicationsBy),
  how,
  at: instantSchema,
  version: v.string(),
});

/** Masked; the plain values are sealed beside the case and opened one by one, each opening recorded. */
const applicantSchema = v.object({
  name: v.string(),
  phone: v.string(),
  idNumber: v.string(),
  category: v.picklist(disabilityCategories),
  grade: v.picklist(certificateGrades),
  /** Full years on the day of the application. */
  age: v.number(),
  validUntil: localDateSchema,
});

/** Every step somebody took with it, for who may decide next. */
const decisionSchema = v.object({ what: v.string(), by: officerSchema, at: instantSchema });

const papersRequestSchema = v.object({
  papers: v.array(v.string()),
  by: officerSchema,
  at: instantSchema,
  answer: v.optional(v.object({ text: v.string(), photos, by: byWhom, at: instantSchema })),
});

const appointmentSchema = v.object({ assessor: officerSchema, day: localDateSchema, by: officerSchema });

export const assessmentSchema = v.object({
  function: v.string(),
  home: v.string(),
  items: v.array(v.object({ item, needed: v.boolean(), why: v.string(), measured: v.optional(v.string()) })),
  photos,
  by: officerSchema,
  at: instantSchema,
});

export const feasibilitySchema = v.object({
  items: v.array(v.object({ item, feasible: v.boolean(), note: v.optional(v.string()) })),
  note: v.optional(v.string()),
  by: officerSchema,
  at: instantSchema,
});

/** Prices in fen, as the year's list had them that day: a later list changes no plan. */
export const planSchema = v.object({
  year: v.number(),
  lines: v.array(
    v.object({
      item,
      unit: v.picklist(units),
      price: v.number(),
      quantity: v.number(),
      amount: v.number(),
      /** Years in which the home doesn't get it again. */
      noRepeatYears: v.number(),
    }),
  ),
  /** Fen. */
  amount: v.number(),
  by: officerSchema,
  at: instantSchema,
});

const agreementSchema = v.object({ by: byWhom, how, at: instantSchema, note: v.optional(v.string()) });

/** What a home holds of the funds: it stands here and in the event, so the counters can be counted again. */
export const reservationSchema = v.object({
  year: v.number(),
  town: v.string(),
  district: v.string(),
  /** Fen. */
  amount: v.number(),
  by: officerSchema,
  at: instantSchema,
});

const queueSchema = v.object({
  year: v.number(),
  town: v.string(),
  /** Text whose order is the published priority. */
  rank: v.string(),
  because: v.picklist(['money', 'homes', 'others-wait']),
  since: instantSchema,
});

export const objectionSchema = v.object({
  no: v.number(),
  text: v.string(),
  /** Masked; the plain name and phone are sealed beside the case. */
  name: v.string(),
  phone: v.string(),
  at: instantSchema,
  by: byWhom,
  decision: v.optional(
    v.object({ upheld: v.boolean(), text: v.string(), by: officerSchema, at: instantSchema }),
  ),
});

const noticeSchema = v.object({
  id: v.string(),
  from: instantSchema,
  /** 24:00 of the last day: nobody sees it after that, whether or not a schedule ran. */
  until: instantSchema,
  objections: v.array(objectionSchema),
});

const defectSchema = v.object({
  no: v.number(),
  text: v.string(),
  photos,
  side: v.picklist(['federation', 'applicant']),
  by: byWhom,
  at: instantSchema,
});

const jobSchema = v.object({
  contractor: officerSchema,
  lot: v.string(),
  by: officerSchema,
  at: instantSchema,
  before: v.optional(v.object({ photos, note: v.optional(v.string()), at: instantSchema })),
  defects: v.array(defectSchema),
  /** Times it was sent back to be put right. */
  reworks: v.number(),
});

const completionSchema = v.object({
  photos,
  lines: v.array(v.object({ item, quantity: v.number(), amount: v.number() })),
  /** Fen: what was built, never more than was reserved. */
  amount: v.number(),
  note: v.optional(v.string()),
  at: instantSchema,
});

export const signatureSchema = v.object({
  side: v.picklist(['federation', 'applicant', 'contractor']),
  by: byWhom,
  how,
  at: instantSchema,
});

/** Fen: what is owed and what went back to the fund. */
const acceptanceSchema = v.object({ amount: v.number(), returned: v.number(), at: instantSchema });

const paymentSchema = v.object({ lot: v.string(), note: v.string(), by: officerSchema, at: instantSchema });

const followUpSchema = v.object({
  month: v.number(),
  dueOn: localDateSchema,
  done: v.optional(
    v.object({
      reached: v.boolean(),
      satisfaction: v.optional(satisfaction),
      note: v.optional(v.string()),
      by: byWhom,
      at: instantSchema,
    }),
  ),
  /** When the schedule put it on the list of what is to be done. */
  openedAt: v.optional(instantSchema),
});

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

/** In the order of the way; beside it what stopped. */
export const renovationStates = [
  'applied',
  'checked',
  'reviewed',
  'papers',
  'assessed',
  'feasible',
  'planned',
  'agreed',
  'queued',
  'noticed',
  'ready',
  'building',
  'finished',
  'accepted',
  'paid',
  'closed',
  'rejected',
  'appealed',
  'withdrawn',
] as const satisfies readonly RenovationState[];
