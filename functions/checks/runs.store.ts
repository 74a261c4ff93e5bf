import * as v from 'valibot';
import { latestRuns } from '../platform/runtime/schedule-function.ts';
import type { Store } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';

const runSchema = v.object({
  SK: v.string(),
  scheduledAt: instantSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema,
  firstAt: instantSchema,
  examined: v.number(),
  found: v.number(),
  failed: v.number(),
});
export type LatestRun = Omit<v.InferOutput<typeof runSchema>, 'SK'>;

/** Access pattern 20: the latest run of every schedule, by its name; one query, eventually consistent. */
export const readLatestRuns = async (store: Store): Promise<ReadonlyMap<string, LatestRun>> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :runs',
    ExpressionAttributeValues: { ':runs': latestRuns },
  });
  return new Map(
    items.map((item) => {
      const { SK, ...run } = v.parse(runSchema, item);
      return [SK, run] as const;
    }),
  );
};
