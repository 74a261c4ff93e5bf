import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { certificateGrades } from './certificate.rules.ts';
import { renovationActions } from './renovation.actions.ts';
import { priceLineSchema } from './renovation.fields.ts';
import {
  appealedSchema,
  closedSchema,
  feasibleSchema,
  papersSchema,
  queuedSchema,
  renovationStates,
  reviewedSchema,
  withdrawnSchema,
} from './renovation.states.ts';
import { circumstances, disabilityCategories, renovationItems, signers, units } from './renovation.words.ts';
import { planSchema, stepClockSchema } from './renovation-parts.states.ts';

const { marks: _, state: __, ...whole } = closedSchema.entries;
const { assessment, feasibility, plan, agreement, reservation, notice, job, completion, signatures } = whole;
const { acceptance, followUps, payment, closedAt } = whole;
const { village, applicant, proxy, wants, need, photos, consent, appliedAt, registeredBy, household } = whole;
const { decisions, papersRequest, appeal } = whole;

/** A case as staff see it: personal data masked, deadlines as stored, and what this caller may do next. */
export const caseViewSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(renovationStates),
  village,
  applicant,
  proxy,
  circumstances: whole.circumstances,
  wants,
  need,
  photos,
  consent,
  appliedAt,
  registeredBy,
  household,
  anonymisedAt: whole.anonymisedAt,
  decisions,
  papersRequest,
  appeal,
  clock: v.optional(stepClockSchema),
  /** The step that papers are owed for. */
  step: v.optional(papersSchema.entries.step),
  workingDaysLeft: v.optional(v.number()),
  appointment: reviewedSchema.entries.appointment,
  assessment: v.optional(assessment),
  feasibility: v.optional(feasibility),
  declined: feasibleSchema.entries.declined,
  plan: v.optional(plan),
  agreement: v.optional(agreement),
  queue: v.optional(queuedSchema.entries.queue),
  /** Its place in the queue, from 1. */
  position: v.optional(v.number()),
  reservation: v.optional(reservation),
  released: withdrawnSchema.entries.released,
  notice: v.optional(notice),
  job: v.optional(job),
  completion: v.optional(completion),
  signatures: v.optional(signatures),
  acceptance: v.optional(acceptance),
  followUps: v.optional(followUps),
  payment: v.optional(payment),
  closedAt: v.optional(closedAt),
  rejection: v.optional(appealedSchema.entries.rejection),
  withdrawal: v.optional(withdrawnSchema.entries.withdrawal),
  actions: v.array(v.picklist(renovationActions)),
});

/** What a list shows of an application. */
export const rowSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(renovationStates),
  village: v.string(),
  /** Masked. */
  name: v.string(),
  category: v.picklist(disabilityCategories),
  grade: v.picklist(certificateGrades),
  circumstances: v.array(v.picklist(circumstances)),
  /** What is wanted; from the plan on, what is planned. */
  items: v.array(v.picklist(renovationItems)),
  /** Fen: planned, then reserved, then built. */
  amount: v.optional(v.number()),
  appliedAt: instantSchema,
  dueAt: v.optional(instantSchema),
  overdue: v.boolean(),
  /** From which day somebody asks how it is, as long as somebody has to. */
  followUpOn: v.optional(localDateSchema),
  contractor: v.optional(v.string()),
  lot: v.optional(v.string()),
});
export type RenovationRow = v.InferOutput<typeof rowSchema>;

/** A contractor's job, of an assessment or of works, as their own list shows it. */
export const jobRowSchema = v.object({
  reference: v.string(),
  state: v.picklist(renovationStates),
  work: v.picklist(['assessment', 'building', 'acceptance', 'done']),
  village: v.string(),
  name: v.string(),
  items: v.array(v.picklist(renovationItems)),
  day: v.optional(localDateSchema),
  dueAt: v.optional(instantSchema),
  overdue: v.boolean(),
  lot: v.optional(v.string()),
  reworks: v.number(),
});
export type JobRow = v.InferOutput<typeof jobRowSchema>;

/** A home to assess, with all a phone needs to write the assessment down without a signal; nobody's name or door. */
export const assessmentRowSchema = v.object({
  reference: v.string(),
  /** What the assessment is recorded on. */
  version: v.number(),
  village: v.string(),
  /** Masked. */
  name: v.string(),
  wants: v.array(v.picklist(renovationItems)),
  need: v.string(),
  day: localDateSchema,
  dueAt: instantSchema,
});
export type AssessmentRow = v.InferOutput<typeof assessmentRowSchema>;

/** The homes somebody is to assess. */
export const assessmentsSchema = v.object({
  rows: v.array(assessmentRowSchema),
  /** The villages of the rows by their path, as people call them. */
  places: v.record(v.string(), v.object({ zh: v.string(), en: v.string() })),
  /** Whether there are more than a phone takes along. */
  more: v.boolean(),
  asOf: instantSchema,
});

/** What the applicant can do with it now, without an account. */
export const ownActions = ['papers', 'agreement', 'signature', 'rating', 'appeal', 'withdrawal'] as const;

/** What the applicant sees of their own application: no names of staff, no personal data of anybody. */
export const progressSchema = v.object({
  reference: v.string(),
  version: v.number(),
  state: v.picklist(renovationStates),
  village: v.optional(v.object({ zh: v.string(), en: v.string() })),
  appliedAt: instantSchema,
  wants,
  /** Until when the next step is to be done. */
  dueAt: v.optional(instantSchema),
  provisional: v.optional(v.boolean()),
  overdue: v.boolean(),
  /** What is missing, all of it, while it is. */
  papers: v.optional(v.array(v.string())),
  visitOn: v.optional(localDateSchema),
  plan: v.optional(v.omit(planSchema, ['by'])),
  /** Place in the queue of the town, from 1. */
  position: v.optional(v.number()),
  noticeUntil: v.optional(instantSchema),
  /** Who has signed that the works are done. */
  signed: v.array(v.picklist(signers)),
  built: v.optional(v.number()),
  after: v.array(PhotoIdSchema),
  rejection: v.optional(v.object({ reason: v.string(), text: v.string(), appealBy: instantSchema })),
  appeal: v.optional(
    v.object({ at: instantSchema, granted: v.optional(v.boolean()), text: v.optional(v.string()) }),
  ),
  followUps: v.array(
    v.object({ month: v.number(), dueOn: localDateSchema, done: v.boolean(), open: v.boolean() }),
  ),
  steps: v.array(v.object({ step: v.string(), at: instantSchema })),
  actions: v.array(v.picklist(ownActions)),
  anonymisedAt: whole.anonymisedAt,
});
export type Progress = v.InferOutput<typeof progressSchema>;

/** A public notice: as little of a person as lets a neighbour recognise the home. */
export const noticeRowSchema = v.object({
  notice: v.string(),
  /** Masked. */
  name: v.string(),
  village: v.string(),
  items: v.array(v.picklist(renovationItems)),
  /** Fen. */
  amount: v.number(),
  from: instantSchema,
  until: instantSchema,
});
export type NoticeRow = v.InferOutput<typeof noticeRowSchema>;

/** A fund with what is left of it at this moment. */
export const fundViewSchema = v.variant('kind', [
  v.object({
    kind: v.literal('district'),
    fund: v.string(),
    version: v.number(),
    year: v.number(),
    node: v.string(),
    homes: v.number(),
    left: v.number(),
    /** Approved and not yet accepted. */
    reserved: v.number(),
    done: v.number(),
    prices: v.array(priceLineSchema),
  }),
  v.object({
    kind: v.literal('town'),
    fund: v.string(),
    version: v.number(),
    year: v.number(),
    node: v.string(),
    /** Fen, as is everything of money. */
    amount: v.number(),
    ceiling: v.number(),
    left: v.number(),
    reserved: v.number(),
    spent: v.number(),
    /** Homes that wait in the town's queue. */
    waiting: v.number(),
  }),
]);
export type FundView = v.InferOutput<typeof fundViewSchema>;

export const lotRowSchema = v.object({
  lot: v.string(),
  name: v.string(),
  node: v.string(),
  contractor: officerSchema,
  homes: v.number(),
  createdAt: instantSchema,
});
export type LotRow = v.InferOutput<typeof lotRowSchema>;

/** A lot with every home of it: what the list of payments is made of. */
export const lotViewSchema = v.object({
  ...lotRowSchema.entries,
  version: v.number(),
  rows: v.array(
    v.object({
      reference: v.string(),
      state: v.picklist(renovationStates),
      village: v.string(),
      name: v.string(),
      lines: v.array(
        v.object({
          item: v.picklist(renovationItems),
          unit: v.picklist(units),
          price: v.number(),
          quantity: v.number(),
          amount: v.number(),
        }),
      ),
      /** Fen: reserved, and once it is accepted what is owed. */
      amount: v.number(),
      acceptedAt: v.optional(instantSchema),
      paidAt: v.optional(instantSchema),
    }),
  ),
});

/** Somebody who can be named for a home. */
export const personRowSchema = v.object({ staffId: v.string(), name: v.string(), contractor: v.boolean() });

/** The opened personal data of a case. */
export const disclosedSchema = v.object({
  applicant: v.object({ name: v.string(), phone: v.string(), certificate: v.string() }),
  address: v.object({
    text: v.string(),
    building: v.optional(v.string()),
    unit: v.optional(v.string()),
    room: v.optional(v.string()),
  }),
  proxy: v.optional(v.object({ name: v.string(), phone: v.string(), relation: v.string() })),
  objectors: v.array(v.object({ no: v.number(), name: v.string(), phone: v.string() })),
});
