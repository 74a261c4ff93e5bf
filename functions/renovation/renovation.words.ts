/** What can be built at a home. A device handed out is none of these: it stands in another ledger and replaces none. */
export const renovationItems = [
  'toilet',
  'ramp',
  'handrails',
  'door-widening',
  'threshold',
  'stove',
  'kitchen-sink',
  'nursing-bed',
  'anti-slip-floor',
  'light-switches',
  'doorbell-flash',
  'shower-seat',
] as const;
export type RenovationItem = (typeof renovationItems)[number];

export const units = ['piece', 'set', 'metre', 'square-metre'] as const;

/** Who fills the form in: the person, somebody who may consent for them, somebody of the family, an officer. */
export const applicationsBy = ['self', 'guardian', 'relative', 'officer'] as const;

/** How somebody who sits in front of an officer, or was called, consented or agreed. */
export const waysOfSaying = ['paper', 'in-person', 'phone'] as const;

/** The seven kinds of a disability certificate, in the order of their digit: 视力 听力 言语 肢体 智力 精神 多重. */
export const disabilityCategories = [
  'sight',
  'hearing',
  'speech',
  'limbs',
  'intellect',
  'mind',
  'multiple',
] as const;
export type DisabilityCategory = (typeof disabilityCategories)[number];

/** What puts one household before another of the same severity; the order is that of the published rules. */
export const circumstances = ['low-income', 'several-disabled', 'old-caring', 'living-alone'] as const;
export type Circumstance = (typeof circumstances)[number];

/** Why an application is rejected; the text says it in words. */
export const rejectionReasons = [
  'not-resident',
  'certificate-invalid',
  'no-need',
  'not-feasible',
  'had-before',
  'papers-missing',
  'not-owner',
  'objection-upheld',
  'other',
] as const;

export const withdrawalReasons = ['no-longer-wanted', 'moved', 'died', 'built-otherwise', 'other'] as const;

/** The three who sign that the works are done. */
export const signers = ['federation', 'applicant', 'contractor'] as const;
export type Signer = (typeof signers)[number];

/** Months after acceptance at which somebody asks how it is. */
export const followUpMonths = [3, 12] as const;
export type FollowUpMonth = (typeof followUpMonths)[number];

/** From very dissatisfied to very satisfied. */
export const satisfactionGrades = [1, 2, 3, 4, 5] as const;

/** Working days in which each step has to be done; the day it begins isn't counted. */
export const stepWorkingDays = {
  applied: 3,
  checked: 3,
  reviewed: 10,
  assessed: 5,
  feasible: 5,
  planned: 10,
  agreed: 5,
  noticed: 5,
  ready: 5,
  building: 20,
  finished: 5,
  accepted: 10,
  /** An appeal is decided by somebody who had nothing to do with it before. */
  appealed: 10,
} as const;

/** Working days after a rejection in which it can be appealed, once. */
export const appealWorkingDays = 10;

/** Fen, unless the town's fund says otherwise. */
export const usualCeiling = 600_000;

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  name: 30,
  relation: 20,
  address: 120,
  addressPart: 20,
  text: 1_000,
  reason: 500,
  place: 120,
  photos: 6,
  /** Of one job: before and after. */
  jobPhotos: 12,
  wants: 6,
  papers: 10,
  planLines: 8,
  priceLines: 30,
  quantity: 1_000,
  /** Fen; a price of one unit, and a fund. */
  price: 10_000_000,
  amount: 100_000_000_000,
  homes: 100_000,
  noRepeatYears: 30,
  objections: 20,
  defects: 20,
  /** Homes of one lot: each is a case and an event in one commit. */
  lot: 30,
  /** Days a saved form waits for who began it. */
  draftDays: 30,
  /** Characters of a saved form, as its page keeps it. */
  draft: 16_000,
  guardianUnder: 14,
} as const;

/** The wording of the two consents; a new wording is a new version. */
export const consentVersion = '2026-11';
