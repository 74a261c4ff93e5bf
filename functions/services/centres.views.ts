import * as v from 'valibot';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { attendanceSchema, centreSchema, membershipSchema } from './centres.states.ts';
import { centreStates, membershipStates } from './services.words.ts';

export const centreRowSchema = v.object({
  centre: v.string(),
  version: v.number(),
  state: v.picklist(centreStates),
  node: v.string(),
  name: v.string(),
  address: v.string(),
  phone: v.optional(v.string()),
  capacity: v.number(),
});
export type CentreRow = v.InferOutput<typeof centreRowSchema>;

/** With how many members it has at this moment. */
export const countedCentreRowSchema = v.object({ ...centreRowSchema.entries, members: v.number() });

export const centreViewSchema = v.intersect([
  centreSchema,
  v.object({
    centre: v.string(),
    version: v.number(),
    members: v.number(),
    mayKeep: v.boolean(),
    mayConfigure: v.boolean(),
  }),
]);
export type CentreView = v.InferOutput<typeof centreViewSchema>;

export const membershipRowSchema = v.object({
  membership: v.string(),
  version: v.number(),
  state: v.picklist(membershipStates),
  /** Both masked; the end of the number tells two of one family name apart. */
  name: v.string(),
  number: v.string(),
  from: localDateSchema,
  until: v.optional(localDateSchema),
  leftOn: v.optional(localDateSchema),
  employments: v.number(),
});
export type MembershipRow = v.InferOutput<typeof membershipRowSchema>;

export const membershipViewSchema = v.intersect([
  membershipSchema,
  v.object({
    membership: v.string(),
    version: v.number(),
    mayKeep: v.boolean(),
    mayOpen: v.boolean(),
  }),
]);
export type MembershipView = v.InferOutput<typeof membershipViewSchema>;

export const attendanceRowSchema = v.object({
  day: localDateSchema,
  version: v.number(),
  present: v.number(),
  corrections: v.number(),
  handedInAt: instantSchema,
});
export type AttendanceRow = v.InferOutput<typeof attendanceRowSchema>;

export const attendanceViewSchema = v.object({
  ...attendanceSchema.entries,
  version: v.number(),
  mayKeep: v.boolean(),
});
export type AttendanceView = v.InferOutput<typeof attendanceViewSchema>;
