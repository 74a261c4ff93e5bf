import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { personEntries } from './people.states.ts';
import { leavingReasons } from './services.words.ts';

const centre = {
  node: v.string(),
  name: v.string(),
  address: v.string(),
  phone: v.optional(v.string()),
  capacity: v.number(),
  createdAt: instantSchema,
};

/** A day centre (如康家园). How many members it has stands beside it and changes without it. */
export const centreSchema = v.variant('state', [
  v.object({ state: v.literal('open'), ...centre }),
  v.object({
    state: v.literal('closed'),
    ...centre,
    closed: v.object({ at: instantSchema, by: officerSchema, reason: v.string() }),
  }),
]);
export type Centre = v.InferOutput<typeof centreSchema>;

/** Work that was found for a member. */
export const employmentSchema = v.object({
  employer: v.string(),
  day: localDateSchema,
  note: v.optional(v.string()),
  by: officerSchema,
});

const membership = {
  centre: v.string(),
  node: v.string(),
  ...personEntries,
  from: localDateSchema,
  /** The day it is planned to end. */
  until: v.optional(localDateSchema),
  employments: v.array(employmentSchema),
  createdAt: instantSchema,
};

export const membershipSchema = v.variant('state', [
  v.object({ state: v.literal('current'), ...membership }),
  v.object({
    state: v.literal('left'),
    ...membership,
    left: v.object({
      at: instantSchema,
      by: officerSchema,
      /** The last day of the membership. */
      day: localDateSchema,
      reason: v.picklist(leavingReasons),
      note: v.optional(v.string()),
    }),
  }),
]);
export type Membership = v.InferOutput<typeof membershipSchema>;

/** Who of its members was at a centre on a day. */
export const attendanceSchema = v.object({
  centre: v.string(),
  node: v.string(),
  day: localDateSchema,
  /** Memberships, in the order of their ids. */
  present: v.array(v.string()),
  handedIn: v.object({ at: instantSchema, by: officerSchema }),
  corrections: v.array(
    v.object({
      at: instantSchema,
      by: officerSchema,
      reason: v.string(),
      before: v.number(),
      after: v.number(),
    }),
  ),
});
export type Attendance = v.InferOutput<typeof attendanceSchema>;
