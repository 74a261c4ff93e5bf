import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { itemSchema } from './supervision.states.ts';
import { supervisionReasons } from './supervision.words.ts';

export const supervisionRowSchema = v.object({
  date: localDateSchema,
  version: v.number(),
  state: v.picklist(['open', 'late', 'seen']),
  items: v.number(),
  left: v.number(),
  /** Looked at and found not, or only partly, resolved. */
  unresolved: v.number(),
  dueAt: instantSchema,
});
export type SupervisionRow = v.InferOutput<typeof supervisionRowSchema>;

export const supervisionViewSchema = v.object({
  date: localDateSchema,
  version: v.number(),
  state: v.picklist(['open', 'late', 'seen']),
  node: nodePathSchema,
  drawnAt: instantSchema,
  dueAt: instantSchema,
  provisional: v.boolean(),
  found: v.record(v.picklist(supervisionReasons), v.number()),
  seed: v.string(),
  population: v.array(v.string()),
  missed: v.array(localDateSchema),
  /** Those of the caller's area. */
  items: v.array(
    v.object({
      ...itemSchema.entries,
      /** Whether the caller may take it on, or has it and may say what was found. */
      may: v.boolean(),
      mine: v.boolean(),
    }),
  ),
});
export type SupervisionView = v.InferOutput<typeof supervisionViewSchema>;
