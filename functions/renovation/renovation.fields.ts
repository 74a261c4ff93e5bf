import * as v from 'valibot';
import { addressFields } from '../households/households.fields.ts';
import { villagePathSchema } from '../households/households.words.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { longIdSchema, referenceSchema, secretCodeSchema } from '../platform/contract/reference.ts';
import { line, paragraph, phone } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { certificateFault, normaliseCertificate } from './certificate.rules.ts';
import {
  circumstances,
  consentVersion,
  limits,
  rejectionReasons,
  renovationItems,
  satisfactionGrades,
  signers,
  units,
  waysOfSaying,
  withdrawalReasons,
} from './renovation.words.ts';

const range = fieldCode('field.range');

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(range), v.minValue(least, range), v.maxValue(most, range));

/** What comes masked from the server must not be sent back as if it were the value. */
const notMasked = v.check<string, string>((text) => !text.includes('*'), fieldCode('field.masked'));

const plainName = v.pipe(line(limits.name), notMasked);
const plainPhone = v.pipe(v.string(), notMasked, phone);

/** The number of a disability certificate as people type it. */
export const certificateSchema = v.pipe(
  v.string(),
  v.maxLength(40, fieldCode('certificate.invalid')),
  notMasked,
  v.transform(normaliseCertificate),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const code = certificateFault(dataset.value, true);
    if (code) addIssue({ message: fieldCode(code) });
  }),
);

export const itemSchema = v.picklist(renovationItems);
export const wayField = v.picklist(waysOfSaying);
export const satisfactionSchema = v.picklist(satisfactionGrades);

const listed = <T extends string>(values: readonly T[], most: number) =>
  v.pipe(
    v.array(v.picklist(values)),
    v.maxLength(most, fieldCode('field.too_many', most)),
    // Each once, in the order of the list.
    v.transform((chosen) => values.filter((value) => chosen.includes(value))),
  );

/** Somebody who applies for the person. */
export const proxySchema = v.strictObject({
  name: plainName,
  phone: plainPhone,
  relation: line(limits.relation),
});

/** What is asked about an application, whoever fills it in. */
export const applicationFields = {
  applicant: v.strictObject({
    name: plainName,
    phone: plainPhone,
    certificate: certificateSchema,
    /** Last day on which the certificate is valid. */
    validUntil: countableDateSchema,
    /** Whether this district's federation issued it. */
    issuedHere: v.boolean(),
  }),
  home: v.strictObject({ village: villagePathSchema, address: v.strictObject(addressFields) }),
  proxy: v.optional(proxySchema),
  circumstances: v.optional(listed(circumstances, circumstances.length), []),
  wants: v.pipe(listed(renovationItems, limits.wants), v.minLength(1, fieldCode('field.required'))),
  /** What is hard at home. */
  need: paragraph(limits.text),
  photos: photosField(limits.photos),
};

/** Two consents: one for the data, one for what is sensitive of it. */
export const consentFields = {
  personal: v.literal(true, 'consent.required'),
  sensitive: v.literal(true, 'consent.required'),
  version: v.literal(consentVersion, 'consent.required'),
};

export const referenceParams = v.object({ reference: referenceSchema });
export const lotParams = v.object({ lot: referenceSchema });
export const noticeParams = v.object({ notice: longIdSchema });
export const codeField = { code: secretCodeSchema };
export const proofField = { proof: v.pipe(v.string(), v.maxLength(4_000)) };

export const yearSchema = v.pipe(
  v.number(),
  v.integer(fieldCode('year.invalid')),
  v.minValue(2000, fieldCode('year.invalid')),
  v.maxValue(2099, fieldCode('year.invalid')),
);

/** One item of the year's list. */
export const priceLineSchema = v.strictObject({
  item: itemSchema,
  unit: v.picklist(units),
  /** Fen for one unit. */
  price: whole(1, limits.price),
  /** Units a home may have. */
  most: whole(1, limits.quantity),
  /** Items that can't be in the same plan. */
  excludes: v.optional(listed(renovationItems, renovationItems.length), []),
  /** Years in which the same home doesn't get it again. */
  noRepeatYears: whole(0, limits.noRepeatYears),
});
export type PriceLine = v.InferOutput<typeof priceLineSchema>;

/** What a fund of a year has: a district homes and prices, a town money. */
export const fundFields = v.variant('kind', [
  v.strictObject({
    kind: v.literal('district'),
    homes: whole(0, limits.homes),
    prices: v.pipe(
      v.array(priceLineSchema),
      v.minLength(1, fieldCode('field.required')),
      v.maxLength(limits.priceLines, fieldCode('field.too_many', limits.priceLines)),
    ),
  }),
  v.strictObject({
    kind: v.literal('town'),
    /** Fen. */
    amount: whole(0, limits.amount),
    /** Fen a home may cost. */
    ceiling: whole(1, limits.amount),
  }),
]);
export type FundFields = v.InferOutput<typeof fundFields>;

export const quantitiesField = v.pipe(
  v.array(v.strictObject({ item: itemSchema, quantity: whole(1, limits.quantity) })),
  v.minLength(1, fieldCode('field.required')),
  v.maxLength(limits.planLines, fieldCode('field.too_many', limits.planLines)),
);

const items = <T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    v.array(v.strictObject({ item: itemSchema, ...entries })),
    v.minLength(1, fieldCode('field.required')),
    v.maxLength(renovationItems.length, fieldCode('field.too_many', renovationItems.length)),
  );

/** What an assessor records at the home. */
export const assessmentFields = {
  /** What the person can and can't do at home. */
  function: paragraph(limits.text),
  /** How the home is. */
  home: paragraph(limits.text),
  items: items({
    needed: v.boolean(),
    why: line(limits.reason),
    /** Such as "door 68 cm, step 12 cm". */
    measured: v.optional(line(limits.reason)),
  }),
  photos: photosField(limits.photos),
};

export const feasibilityFields = {
  items: items({ feasible: v.boolean(), note: v.optional(line(limits.reason)) }),
  note: v.optional(paragraph(limits.reason)),
};

export const agreementFields = { agrees: v.boolean(), note: v.optional(paragraph(limits.reason)) };

export const rejectionFields = { reason: v.picklist(rejectionReasons), text: paragraph(limits.reason) };

export const withdrawalFields = {
  reason: v.picklist(withdrawalReasons),
  text: v.optional(paragraph(limits.reason)),
};

export const papersFields = {
  papers: v.pipe(
    v.array(line(limits.reason)),
    v.minLength(1, fieldCode('field.required')),
    v.maxLength(limits.papers, fieldCode('field.too_many', limits.papers)),
  ),
};

export const papersAnswerFields = {
  text: paragraph(limits.text),
  photos: photosField(limits.photos),
};

export const objectionFields = {
  text: paragraph(limits.text),
  name: plainName,
  phone: plainPhone,
};

export const defectFields = { text: paragraph(limits.reason), photos: photosField(limits.photos) };

export const sideSchema = v.picklist(signers);
