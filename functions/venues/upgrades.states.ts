import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { upgradeKinds, upgradeStates } from './venues.words.ts';

export const upgradeNoteSchema = v.object({
  at: instantSchema,
  by: officerSchema,
  state: v.picklist(upgradeStates),
  note: v.optional(v.string()),
});

/** New equipment for a venue, or a venue to be built, in one year's plan. */
export const upgradeSchema = v.object({
  kind: v.picklist(upgradeKinds),
  /** The venue it is for; one that is to be built has none until it stands in the list. */
  venue: v.optional(v.string()),
  node: v.string(),
  title: v.string(),
  year: v.number(),
  /** Yuan. */
  cost: v.optional(v.number()),
  state: v.picklist(upgradeStates),
  dueDay: localDateSchema,
  doneAt: v.optional(instantSchema),
  photos: v.array(PhotoIdSchema),
  /** What was said with each step, the first one first. */
  notes: v.array(upgradeNoteSchema),
  createdAt: instantSchema,
});
export type Upgrade = v.InferOutput<typeof upgradeSchema>;
