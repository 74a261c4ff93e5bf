import * as v from 'valibot';
import { pastRetention } from '../platform/ledger/due.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Store } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import {
  addDays,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
  parseLocalDate,
} from '../platform/runtime/time.ts';
import type { RetentionView } from './retention.views.ts';
import { type Retained, retainedItems, retainedKinds } from './retention.words.ts';
import { retentionWatchSchedules } from './retention-watch.schedule.ts';

const runSchema = v.object({
  SK: instantSchema,
  finishedAt: instantSchema,
  examined: v.number(),
  found: v.number(),
  failed: v.number(),
  brokenOff: v.optional(v.literal(true)),
});

/** Nights the page shows. */
const nights = 14;

/** Access pattern 10: the last runs, the latest first. */
const lastRuns = async (store: Store): Promise<RetentionView['runs']> => {
  const [{ name }] = retentionWatchSchedules;
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :schedule',
    ExpressionAttributeValues: { ':schedule': `RUN#${name}` },
    ScanIndexForward: false,
    Limit: nights,
  });
  return items.map((item) => {
    const { SK, ...run } = v.parse(runSchema, item);
    return { startedAt: SK, ...run };
  });
};

/** The last day of the month. */
const endOfMonth = (day: LocalDate): LocalDate => {
  const inNext = addDays(parseLocalDate(`${day.slice(0, 7)}-28`), 4);
  return addDays(parseLocalDate(`${inNext.slice(0, 7)}-01`), -1);
};

/**
 * What is to go and what went: numbers only, of the homes that were stopped together with the others. One query of
 * each kind of record and shard of the due index, and one of the runs.
 */
export const readRetention = async ({ store }: Pick<Core, 'store'>, now: Instant): Promise<RetentionView> => {
  const until = endOfMonth(localDateOf(now));
  const [runs, found] = await Promise.all([
    lastRuns(store),
    Promise.all(
      Object.entries(retainedKinds).map(async ([kind, item]) => ({
        item,
        due: await pastRetention(store, kind, endOfDay(until)),
      })),
    ),
  ]);
  const dueOf = (item: Retained) => {
    const due = found.flatMap((each) => (each.item === item ? each.due : []));
    const past = due.filter(({ dueAt }) => dueAt <= now).length;
    return { item, thisMonth: due.length - past, past };
  };
  const items = retainedItems.filter((item) => found.some((each) => each.item === item));
  return { due: items.map(dueOf), until, runs, asOf: now };
};
