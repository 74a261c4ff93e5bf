import * as v from 'valibot';
import { skipReasons } from '../platform/contract/schedule.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { scheduleNames } from './checks.words.ts';

/** What one run left: numbers and times, nothing of anybody. */
export const runViewSchema = v.object({
  scheduledAt: instantSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema,
  examined: v.number(),
  found: v.number(),
  /** Not given where a run clears nothing. */
  cleared: v.optional(v.number()),
  /** Records it let be, by the reason. */
  skipped: v.optional(v.record(v.picklist(skipReasons), v.number())),
  /** Records that could not be looked at; they come again with the next run. */
  failed: v.number(),
  /** Request units of the table, reads and writes alike. */
  units: v.optional(v.number()),
  /** The same planned time was delivered before. */
  again: v.optional(v.literal(true)),
  /** When the run before it began, which had not ended. */
  unended: v.optional(instantSchema),
  /** When the run before it began by a clock that was ahead. */
  clockWas: v.optional(instantSchema),
  /** It did not get to its end and counts as not having happened. */
  brokenOff: v.optional(v.literal(true)),
});

export const scheduleViewSchema = v.object({
  schedule: v.picklist(scheduleNames),
  /** Minutes past the hour, hours and days as the scheduler has them, in Asia/Shanghai. */
  cron: v.string(),
  nextAt: v.optional(instantSchema),
  /** When it was to run and has not since. */
  missedSince: v.optional(instantSchema),
  latest: v.optional(runViewSchema),
});
export type ScheduleView = v.InferOutput<typeof scheduleViewSchema>;

export const schedulesViewSchema = v.object({
  /** Missed ones first, those that wait for longest before the others. */
  schedules: v.array(scheduleViewSchema),
  asOf: instantSchema,
});
export type SchedulesView = v.InferOutput<typeof schedulesViewSchema>;

export const runPageSchema = v.object({
  ...v.omit(scheduleViewSchema, ['latest', 'missedSince']).entries,
  rows: v.array(runViewSchema),
  next: v.optional(v.string()),
  asOf: instantSchema,
});
export type RunPage = v.InferOutput<typeof runPageSchema>;
