import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { certificateGrades } from './certificate.rules.ts';
import {
  applicationsBy,
  disabilityCategories,
  renovationItems,
  satisfactionGrades,
  units,
  waysOfSaying,
} from './renovation.words.ts';

export const item = v.picklist(renovationItems);
export const photos = v.array(PhotoIdSchema);
const satisfaction = v.picklist(satisfactionGrades);
/** An officer; undefined when the resident did it on the site. */
export const byWhom = v.optional(officerSchema);
/** How the resident said it, where an officer wrote it down. */
export const how = v.optional(v.picklist(waysOfSaying));

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

export const consentSchema = v.object({
  personal: v.literal(true),
  sensitive: v.literal(true),
  by: v.picklist(applicationsBy),
  how,
  at: instantSchema,
  version: v.string(),
});

/** Masked; the plain values are sealed beside the case and opened one by one, each opening recorded. */
export const applicantSchema = v.object({
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
export const decisionSchema = v.object({ what: v.string(), by: officerSchema, at: instantSchema });

export const papersRequestSchema = v.object({
  papers: v.array(v.string()),
  by: officerSchema,
  at: instantSchema,
  answer: v.optional(v.object({ text: v.string(), photos, by: byWhom, at: instantSchema })),
});

export const appointmentSchema = v.object({
  assessor: officerSchema,
  day: localDateSchema,
  by: officerSchema,
});

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

export const agreementSchema = v.object({ by: byWhom, how, at: instantSchema, note: v.optional(v.string()) });

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

export const queueSchema = v.object({
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

export const noticeSchema = v.object({
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

export const jobSchema = v.object({
  contractor: officerSchema,
  lot: v.string(),
  by: officerSchema,
  at: instantSchema,
  before: v.optional(v.object({ photos, note: v.optional(v.string()), at: instantSchema })),
  defects: v.array(defectSchema),
  /** Times it was sent back to be put right. */
  reworks: v.number(),
});

export const completionSchema = v.object({
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
export const acceptanceSchema = v.object({ amount: v.number(), returned: v.number(), at: instantSchema });

export const paymentSchema = v.object({
  lot: v.string(),
  note: v.string(),
  by: officerSchema,
  at: instantSchema,
});

export const followUpSchema = v.object({
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
