import * as v from 'valibot';
import { skipReasons } from '../platform/contract/schedule.ts';
import { latestRuns, runsOf } from '../platform/runtime/runs.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';

const recordSchema = v.object({
  scheduledAt: instantSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema,
  examined: v.number(),
  found: v.number(),
  cleared: v.optional(v.number()),
  skipped: v.optional(v.record(v.picklist(skipReasons), v.number()), {}),
  failed: v.number(),
  /** Request units. */
  units: v.optional(v.number()),
  /** See `Oddities`. */
  again: v.optional(v.literal(true)),
  unended: v.optional(instantSchema),
  clockWas: v.optional(instantSchema),
  brokenOff: v.optional(v.literal(true)),
});
export type RunRecord = v.InferOutput<typeof recordSchema>;

const latestSchema = v.object({ ...recordSchema.entries, SK: v.string(), firstAt: instantSchema });
export type LatestRun = Omit<v.InferOutput<typeof latestSchema>, 'SK'>;

/** Access pattern 20: the latest run of every schedule, by its name; one query, eventually consistent. */
export const readLatestRuns = async (store: Store): Promise<ReadonlyMap<string, LatestRun>> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :runs',
    ExpressionAttributeValues: { ':runs': latestRuns },
  });
  // One that has begun and never ended is no run yet.
  const ended = items.filter((item) => item['startedAt'] !== undefined);
  return new Map(
    ended.map((item) => {
      const { SK, ...run } = v.parse(latestSchema, item);
      return [SK, run] as const;
    }),
  );
};

/** Runs of one page. */
const pageSize = 50;

/** Access pattern 10: the latest runs of a schedule, the newest first; one query, eventually consistent. */
export const readRuns = async (
  store: Store,
  schedule: string,
  start: ItemKey | undefined,
): Promise<{ readonly rows: RunRecord[]; readonly last: Item | undefined }> => {
  const { items, last } = await store.query({
    KeyConditionExpression: 'PK = :schedule',
    ExpressionAttributeValues: { ':schedule': runsOf(schedule) },
    ScanIndexForward: false,
    Limit: pageSize,
    ExclusiveStartKey: start,
  });
  // Kept since before a record said when it began.
  return { rows: items.map((item) => v.parse(recordSchema, { startedAt: item['SK'], ...item })), last };
};
