import * as v from 'valibot';
import { findingStates } from '../findings/findings.words.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { criticismSchema } from './criticism.states.ts';
import { criticismStates, exemplaryStates } from './criticism.words.ts';
import { exemplarySchema } from './exemplary.states.ts';
import { figuresSchema, periodSchema } from './figures.states.ts';

export const criticismRowSchema = v.object({
  criticism: v.string(),
  version: v.number(),
  state: v.picklist(criticismStates),
  node: v.string(),
  title: v.string(),
  period: periodSchema,
  cases: v.number(),
  draftedAt: instantSchema,
  replyBy: localDateSchema,
  replied: v.boolean(),
  year: v.optional(v.number()),
  number: v.optional(v.number()),
});
export type CriticismRow = v.InferOutput<typeof criticismRowSchema>;

export const criticismActions = ['reply', 'publication', 'withdrawal'] as const;

/** What became of a case after the figures were drawn; beside them, never over them. */
const laterSchema = v.object({
  finding: v.string(),
  state: v.picklist(findingStates),
  clearedAt: v.optional(instantSchema),
});

export const criticismViewSchema = v.object({
  criticism: v.string(),
  version: v.number(),
  notice: criticismSchema,
  later: v.array(laterSchema),
  actions: v.array(v.picklist(criticismActions)),
  asOf: instantSchema,
});
export type CriticismView = v.InferOutput<typeof criticismViewSchema>;

export const exemplaryRowSchema = v.object({
  site: v.string(),
  version: v.number(),
  state: v.picklist(exemplaryStates),
  node: v.string(),
  title: v.string(),
  place: v.string(),
  proposedAt: instantSchema,
});
export type ExemplaryRow = v.InferOutput<typeof exemplaryRowSchema>;

export const exemplaryActions = ['approval', 'withdrawal'] as const;

export const exemplaryViewSchema = v.object({
  site: v.string(),
  version: v.number(),
  exemplary: exemplarySchema,
  actions: v.array(v.picklist(exemplaryActions)),
});
export type ExemplaryView = v.InferOutput<typeof exemplaryViewSchema>;

export const previewSchema = v.object({ node: v.string(), period: periodSchema, figures: figuresSchema });
