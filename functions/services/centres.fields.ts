import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line, phone } from '../platform/contract/text.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { noteField, personFields, reasonField, whole } from './services.fields.ts';
import { leavingReasons, limits } from './services.words.ts';

const details = {
  name: line(limits.title),
  address: line(limits.address),
  phone: v.optional(phone),
};
const capacity = whole(1, limits.capacity);

export const newCentreSchema = v.strictObject({ node: nodePathSchema, ...details, capacity });
export type NewCentre = v.InferOutput<typeof newCentreSchema>;

export const centreDetailsSchema = v.strictObject(details);
export type CentreDetails = v.InferOutput<typeof centreDetailsSchema>;

export const capacitySchema = v.strictObject({ capacity, reason: reasonField });

export const newMembershipSchema = v.pipe(
  v.strictObject({
    ...personFields,
    from: countableDateSchema,
    until: v.optional(countableDateSchema),
  }),
  v.forward(
    v.partialCheck(
      [['from'], ['until']],
      ({ from, until }) => until === undefined || until >= from,
      fieldCode('field.range'),
    ),
    ['until'],
  ),
);
export type NewMembership = v.InferOutput<typeof newMembershipSchema>;

export const newEmploymentSchema = v.strictObject({
  employer: line(limits.employer),
  day: countableDateSchema,
  note: v.optional(noteField),
});
export type NewEmployment = v.InferOutput<typeof newEmploymentSchema>;

export const leavingSchema = v.strictObject({
  day: countableDateSchema,
  reason: v.picklist(leavingReasons),
  note: v.optional(noteField),
});
export type Leaving = v.InferOutput<typeof leavingSchema>;

const present = v.pipe(
  v.array(referenceSchema),
  v.maxLength(limits.capacity, fieldCode('field.too_many', limits.capacity)),
  // Whoever is named twice was there once.
  v.transform((named) => [...new Set(named)].sort()),
);

export const newAttendanceSchema = v.strictObject({ day: countableDateSchema, present });
export const attendanceCorrectionSchema = v.strictObject({ present, reason: reasonField });
