import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { figuresSchema, periodSchema } from './figures.states.ts';

const act = v.object({ at: instantSchema, by: officerSchema });
const replySchema = v.object({ ...act.entries, text: v.string() });

/** Until when the organisation can reply, by which calendar. */
const replyClockSchema = v.object({
  startedAt: instantSchema,
  dueAt: instantSchema,
  dueDate: localDateSchema,
  provisional: v.boolean(),
  calendarVersion: v.string(),
});

const common = {
  node: nodePathSchema,
  period: periodSchema,
  title: v.string(),
  text: v.string(),
  figures: figuresSchema,
  drafted: act,
  replyClock: replyClockSchema,
  /** Printed with the notice. */
  reply: v.optional(replySchema),
};

const publishedSchema = v.object({
  ...act.entries,
  /** 〔year〕number号. */
  year: v.number(),
  number: v.number(),
  expiresAt: instantSchema,
});

export const criticismSchema = v.variant('state', [
  v.object({ state: v.literal('drafted'), ...common }),
  v.object({ state: v.literal('heard'), ...common, heardAt: instantSchema }),
  v.object({
    state: v.literal('published'),
    ...common,
    heardAt: instantSchema,
    published: publishedSchema,
  }),
  v.object({
    state: v.literal('expired'),
    ...common,
    heardAt: instantSchema,
    published: publishedSchema,
    expiredAt: instantSchema,
  }),
  v.object({
    state: v.literal('withdrawn'),
    ...common,
    heardAt: v.optional(instantSchema),
    published: v.optional(publishedSchema),
    withdrawn: v.object({ ...act.entries, reason: v.string() }),
  }),
]);
export type Criticism = v.InferOutput<typeof criticismSchema>;

/** The numbers of a year's notices: the last one given out, each in the commit that publishes. */
export const noticeNumbersSchema = v.object({
  year: v.number(),
  last: v.number(),
  firstAt: instantSchema,
});
export type NoticeNumbers = v.InferOutput<typeof noticeNumbersSchema>;
