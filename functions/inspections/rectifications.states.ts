import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { discrepancyKinds } from './inspections.words.ts';

export const dueSchema = v.object({
  workingDays: v.number(),
  dueDate: localDateSchema,
  /** 24:00 Asia/Shanghai of that day: what is done strictly before is in time. */
  dueAt: instantSchema,
  /** The calendar of a year it crosses into was not loaded when it was set. */
  provisional: v.boolean(),
});
export type Due = v.InferOutput<typeof dueSchema>;

const doneSchemaEntries = {
  what: v.string(),
  photos: v.array(PhotoIdSchema),
  by: officerSchema,
  at: instantSchema,
  inTime: v.boolean(),
};

const returnSchema = v.object({
  reason: v.string(),
  by: officerSchema,
  at: instantSchema,
  /** What was sent back. */
  done: v.object(doneSchemaEntries),
});

const common = {
  inspection: v.string(),
  /** Number of the check in its inspection. */
  check: v.number(),
  visit: v.string(),
  village: nodePathSchema,
  address: v.string(),
  kind: v.picklist(discrepancyKinds),
  what: v.string(),
  responsible: officerSchema,
  issuedBy: officerSchema,
  issuedAt: instantSchema,
  due: dueSchema,
  returns: v.array(returnSchema),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
};

export const openSchema = v.object({ state: v.literal('open'), ...common });
export const doneSchema = v.object({
  state: v.literal('done'),
  ...common,
  done: v.object(doneSchemaEntries),
});
export const acceptedSchema = v.object({
  state: v.literal('accepted'),
  ...common,
  done: v.object(doneSchemaEntries),
  accepted: v.object({ note: v.optional(v.string()), by: officerSchema, at: instantSchema }),
});
export const withdrawnSchema = v.object({
  state: v.literal('withdrawn'),
  ...common,
  withdrawn: v.object({ by: officerSchema, at: instantSchema }),
});

export const rectificationSchema = v.variant('state', [
  openSchema,
  doneSchema,
  acceptedSchema,
  withdrawnSchema,
]);
export type Rectification = v.InferOutput<typeof rectificationSchema>;
export type Open = v.InferOutput<typeof openSchema>;
export type Done = v.InferOutput<typeof doneSchema>;
export type Accepted = v.InferOutput<typeof acceptedSchema>;
export type Withdrawn = v.InferOutput<typeof withdrawnSchema>;
