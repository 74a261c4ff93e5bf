import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { idNumber } from '../platform/contract/id-number.ts';
import { longIdSchema } from '../platform/contract/reference.ts';
import { line, paragraph, phone } from '../platform/contract/text.ts';
import { certificateFault, normaliseCertificate } from '../renovation/certificate.rules.ts';
import { consentsBy, consentVersion, limits, waysOfConsenting } from './services.words.ts';

const range = fieldCode('field.range');

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(range), v.minValue(least, range), v.maxValue(most, range));

export const reasonField = paragraph(limits.reason);
export const noteField = paragraph(limits.note);

/** What comes masked from the server must not be sent back as if it were the value. */
const notMasked = v.check<string, string>((text) => !text.includes('*'), fieldCode('field.masked'));
const plainName = v.pipe(line(limits.name), notMasked);
const plainPhone = v.pipe(v.string(), notMasked, phone);

const certificate = v.pipe(
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

const guardian = v.strictObject({
  name: plainName,
  relation: line(limits.relation),
  phone: v.optional(plainPhone),
});

const person = {
  name: plainName,
  idNumber: v.optional(v.pipe(v.string(), notMasked, idNumber)),
  certificate: v.optional(certificate),
  phone: v.optional(plainPhone),
  /** Where it is known which household of the register it is; found by the ID number otherwise. */
  household: v.optional(longIdSchema),
};

const numberMissing = fieldCode('field.required');

/** Somebody as they are written down for the first time, by the number of the ID card or of the certificate. */
export const newPersonSchema = v.pipe(
  v.strictObject({ ...person, guardian: v.optional(guardian) }),
  v.forward(
    v.partialCheck(
      [['idNumber'], ['certificate']],
      (by) => (by.idNumber === undefined) !== (by.certificate === undefined),
      numberMissing,
    ),
    ['idNumber'],
  ),
);
export type NewPerson = v.InferOutput<typeof newPersonSchema>;

/** A child, whose guardian is always written down. */
export const newChildSchema = v.pipe(
  v.strictObject({ ...person, guardian }),
  v.forward(
    v.partialCheck(
      [['idNumber'], ['certificate']],
      (by) => (by.idNumber === undefined) !== (by.certificate === undefined),
      numberMissing,
    ),
    ['idNumber'],
  ),
);

/** Two consents: one for the data, one for what is sensitive of them. */
const consent = {
  personal: v.literal(true, 'consent.required'),
  sensitive: v.literal(true, 'consent.required'),
  version: v.literal(consentVersion, 'consent.required'),
  how: v.picklist(waysOfConsenting),
};
export const newConsentSchema = v.strictObject({ ...consent, by: v.picklist(consentsBy) });
export const guardianConsentSchema = v.strictObject({ ...consent, by: v.literal('guardian') });
export type NewConsent = v.InferOutput<typeof newConsentSchema>;

/** Who it is for, and that they agree to be written down. */
export const personFields = { person: newPersonSchema, consent: newConsentSchema };
export const childFields = { person: newChildSchema, consent: guardianConsentSchema };
export interface PersonFields {
  readonly person: NewPerson;
  readonly consent: NewConsent;
}

/**
 * A person as they are put right: what isn't sent stays, `null` takes it out. The number stays: it is what tells one
 * person from another.
 */
export const changedPersonSchema = v.strictObject({
  name: v.optional(plainName),
  phone: v.optional(v.nullable(plainPhone)),
  guardian: v.optional(guardian),
});
export type ChangedPerson = v.InferOutput<typeof changedPersonSchema>;

/** A year as it stands in an address. */
export const yearQuery = v.pipe(
  v.string(),
  v.regex(/^20\d\d$/, fieldCode('year.invalid')),
  v.transform(Number),
);
