import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { consentsBy, waysOfConsenting } from './services.words.ts';

/** Masked; the plain values are sealed beside the record and opened one by one, each opening recorded. */
export const shownPersonSchema = v.object({
  name: v.string(),
  /** Of the ID number, also where the certificate was given: its last digits say what the disability is. */
  number: v.string(),
  withCertificate: v.boolean(),
  phone: v.optional(v.string()),
  guardian: v.optional(v.object({ name: v.string(), relation: v.string(), phone: v.optional(v.string()) })),
  /** The household of the register this person lives in. */
  household: v.optional(v.string()),
});
export type ShownPerson = v.InferOutput<typeof shownPersonSchema>;

/** What was consented to, in which words: the data, and apart from it what is sensitive of them. */
export const consentSchema = v.object({
  by: v.picklist(consentsBy),
  how: v.picklist(waysOfConsenting),
  version: v.string(),
  at: instantSchema,
  heardBy: officerSchema,
});
export type Consent = v.InferOutput<typeof consentSchema>;

/** What every record about a person has. */
export const personEntries = {
  person: shownPersonSchema,
  consent: consentSchema,
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
};

/** What is sealed. */
export const plainPersonSchema = v.object({
  name: v.string(),
  /** ID number or certificate number. */
  number: v.string(),
  phone: v.optional(v.string()),
  guardian: v.optional(v.object({ name: v.string(), relation: v.string(), phone: v.optional(v.string()) })),
});
export type PlainPerson = v.InferOutput<typeof plainPersonSchema>;

/** One time somebody opened a person's data. */
export const openingSchema = v.object({
  at: instantSchema,
  staffId: v.string(),
  name: v.string(),
  reason: v.string(),
});
export type Opening = v.InferOutput<typeof openingSchema>;
