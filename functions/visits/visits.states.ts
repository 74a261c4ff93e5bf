import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { countableDateSchema, instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import {
  appointmentSlots,
  conflictKinds,
  grades,
  relations,
  settlementDecisions,
  visitOutcomes,
} from './visits.words.ts';

/** The other version of what happened at this door. */
export const otherVisitSchema = v.object({ visit: v.string(), by: officerSchema, at: instantSchema });

export const conflictSchema = v.object({
  kind: v.picklist(conflictKinds),
  other: v.optional(otherVisitSchema),
  /** Whose household it was when the entry came in. */
  assignee: v.optional(officerSchema),
});

export const settlementSchema = v.object({
  decision: v.picklist(settlementDecisions),
  reason: v.string(),
  by: officerSchema,
  at: instantSchema,
});

/** When a household asked to be visited. */
export const appointmentEntries = { day: countableDateSchema, slot: v.picklist(appointmentSlots) };

/** One visit, as it was recorded. Nothing of it is ever changed; a conflict is settled beside it. */
export const visitSchema = v.object({
  /** The phone's own number of the entry. */
  entry: v.string(),
  campaign: v.string(),
  household: v.string(),
  village: nodePathSchema,
  area: v.optional(v.string()),
  address: v.string(),
  by: officerSchema,
  at: instantSchema,
  recordedAt: instantSchema,
  day: localDateSchema,
  outcome: v.picklist(visitOutcomes),
  /** Names are masked: who they are stands in the register. */
  met: v.array(
    v.object({
      relation: v.picklist(relations),
      no: v.optional(v.number()),
      name: v.optional(v.string()),
    }),
  ),
  views: v.optional(v.string()),
  satisfaction: v.optional(v.picklist(grades)),
  materials: v.array(v.string()),
  note: v.optional(v.string()),
  appointment: v.optional(v.object(appointmentEntries)),
  photos: v.array(PhotoIdSchema),
  /** References, in the order they were raised. */
  issues: v.array(v.string()),
  offPeak: v.boolean(),
  conflict: v.optional(conflictSchema),
  settled: v.optional(settlementSchema),
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
});
export type Visit = v.InferOutput<typeof visitSchema>;
export type Conflict = v.InferOutput<typeof conflictSchema>;
