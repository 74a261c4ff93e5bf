import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { supervisionReasons, supervisionVerdicts, supervisionWays } from './supervision.words.ts';

const act = { by: officerSchema, at: instantSchema };

export const entrySchema = v.object({
  ...act,
  way: v.picklist(supervisionWays),
  verdict: v.picklist(supervisionVerdicts),
  text: v.string(),
  photos: v.optional(v.array(PhotoIdSchema), []),
});
export type Entry = v.InferOutput<typeof entrySchema>;

/** As it was when the list was drawn: nothing of what a resident wrote. */
export const itemSchema = v.object({
  issue: v.string(),
  reasons: v.array(v.picklist(supervisionReasons)),
  place: nodePathSchema,
  department: v.optional(nodePathSchema),
  dueAt: v.optional(instantSchema),
  taken: v.optional(v.object(act)),
  entry: v.optional(entrySchema),
});
export type SupervisionItem = v.InferOutput<typeof itemSchema>;

const common = {
  date: localDateSchema,
  node: nodePathSchema,
  drawnAt: instantSchema,
  items: v.array(itemSchema),
  /** How many issues each reason had when the list was drawn, of those that were looked through. */
  found: v.record(v.picklist(supervisionReasons), v.number()),
  /** Anybody can draw the random ones again from these. */
  seed: v.string(),
  population: v.array(v.string()),
  /** Working days before it on which none was drawn. */
  missed: v.array(localDateSchema),
  /** The end of the next working day. */
  dueAt: instantSchema,
  provisional: v.boolean(),
  /** When photos and what was seen went. */
  anonymisedAt: v.optional(instantSchema),
};

/** A day's list: frozen when drawn, but for who takes an issue and what is found there. */
export const supervisionListSchema = v.variant('state', [
  v.object({ state: v.literal('open'), ...common }),
  /** Its time is over and not everything was looked at. */
  v.object({ state: v.literal('late'), ...common, lateAt: instantSchema }),
  v.object({ state: v.literal('seen'), ...common, seenAt: instantSchema }),
]);
export type SupervisionList = v.InferOutput<typeof supervisionListSchema>;
