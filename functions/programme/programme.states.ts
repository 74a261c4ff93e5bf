import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { audiences, categories, levels, sessionStates } from './programme.words.ts';

export const audienceSchema = v.object({
  who: v.picklist(audiences),
  fromAge: v.optional(v.number()),
  toAge: v.optional(v.number()),
});

export const organiserSchema = v.object({ path: v.string(), name: v.string() });

const terms = {
  capacity: v.number(),
  opensAt: instantSchema,
  /** Minutes before the start until which one may enrol, and until which one may cancel on the site. */
  closes: v.number(),
  cutoff: v.number(),
  /** Most places of one phone, and of one enrolment. */
  perPhone: v.number(),
  party: v.number(),
  /** Whether people may wait for a place. */
  waiting: v.boolean(),
  /** Hours somebody has to accept a place that came free late; 0 when it is theirs at once. */
  hold: v.number(),
};

export const enrolmentTermsSchema = v.variant('per', [
  v.object({ per: v.literal('none') }),
  v.object({ per: v.literal('whole'), ...terms }),
  v.object({ per: v.literal('session'), ...terms }),
]);
export type EnrolmentTerms = v.InferOutput<typeof enrolmentTermsSchema>;

const where = {
  /** Venue and number of its room, when it takes place in one of ours. */
  venue: v.optional(v.string()),
  room: v.optional(v.number()),
  /** Minutes of the slots it holds of its room: a room's slots can change afterwards. */
  slot: v.optional(v.number()),
  /** Where it is, in words. */
  place: v.string(),
};

const ofSession = {
  /** Never given to another session of the activity. */
  no: v.number(),
  from: instantSchema,
  to: instantSchema,
  ...where,
  /** The last time it was moved to another time or place. */
  moved: v.optional(v.object({ at: instantSchema, reason: v.string(), from: instantSchema })),
};

export const sessionSchema = v.variant('state', [
  v.object({ state: v.literal('planned'), ...ofSession }),
  v.object({
    state: v.literal('cancelled'),
    ...ofSession,
    cancelled: v.object({ at: instantSchema, reason: v.string() }),
  }),
  v.object({
    state: v.literal('held'),
    ...ofSession,
    /** How many people were there, by whoever counted. */
    people: v.number(),
    recorded: v.object({ at: instantSchema, by: officerSchema }),
  }),
]);
export type Session = v.InferOutput<typeof sessionSchema>;

const common = {
  category: v.picklist(categories),
  level: v.picklist(levels),
  title: v.string(),
  summary: v.string(),
  audience: audienceSchema,
  organiser: organiserSchema,
  teacher: v.optional(v.string()),
  /** Where it counts: a village, a town or the district. */
  node: v.string(),
  /** Paths of the villages it is for. */
  villages: v.array(v.string()),
  /** Where an online course is watched. */
  link: v.optional(v.string()),
  photos: v.array(PhotoIdSchema),
  enrolment: enrolmentTermsSchema,
  sessions: v.array(sessionSchema),
  /** The last number given to a session. */
  lastNo: v.number(),
  createdAt: instantSchema,
  createdBy: officerSchema,
};

const over = v.object({ at: instantSchema, by: officerSchema, reason: v.string() });

export const activitySchema = v.variant('state', [
  v.object({ state: v.literal('draft'), ...common }),
  v.object({ state: v.literal('published'), ...common, publishedAt: instantSchema }),
  v.object({
    state: v.literal('cancelled'),
    ...common,
    /** Undefined when it was given up as a draft. */
    publishedAt: v.optional(instantSchema),
    over,
  }),
  v.object({
    state: v.literal('ended'),
    ...common,
    publishedAt: instantSchema,
    over: v.omit(over, ['reason']),
  }),
]);
export type Activity = v.InferOutput<typeof activitySchema>;

/**
 * A session as lists show it. It follows from its activity and changes with it; its version counts what the public
 * was told about it.
 */
export const listedSessionSchema = v.object({
  activity: v.string(),
  no: v.number(),
  state: v.picklist(sessionStates),
  title: v.string(),
  category: v.picklist(categories),
  level: v.picklist(levels),
  audience: audienceSchema,
  organiser: organiserSchema,
  node: v.string(),
  villages: v.array(v.string()),
  from: instantSchema,
  to: instantSchema,
  venue: v.optional(v.string()),
  room: v.optional(v.number()),
  place: v.string(),
  link: v.optional(v.string()),
  /** What has to be enrolled for to come; undefined when everybody may just come. */
  offer: v.optional(v.string()),
  opensAt: v.optional(instantSchema),
  /** Why it was cancelled, or moved the last time. */
  reason: v.optional(v.string()),
  listedAt: instantSchema,
  changedAt: instantSchema,
});
export type ListedSession = v.InferOutput<typeof listedSessionSchema>;
