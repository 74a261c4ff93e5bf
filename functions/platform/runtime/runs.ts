import * as v from 'valibot';
import type { Skipped } from '../contract/schedule.ts';
import type { ItemKey, Store } from './store.ts';
import { instantSchema } from './time.schemas.ts';
import { epochSeconds, type Instant, instantFromEpochMilliseconds } from './time.ts';

/** What a run examined and found; kept, so that "examined 12,431, found 0" is a result and not a silence. */
export interface Run {
  readonly examined: number;
  readonly found: number;
  /** What no longer held; not given where a run clears nothing. */
  readonly cleared?: number;
  /** Records it let be, by the reason. */
  readonly skipped?: Skipped;
  /** Records that could not be looked at; they stay due and come again with the next run. */
  readonly failed: number;
}

/** Seconds a run record is kept: 400 days, so that last year's week can be compared. */
const kept = 400 * 24 * 60 * 60;

/** Where the latest run of every schedule is, by its name. */
export const latestRuns = 'RUNS';
export const runsOf = (schedule: string): string => `RUN#${schedule}`;

const latestKey = (schedule: string): ItemKey => ({ PK: latestRuns, SK: schedule });

interface Delivery {
  readonly schedule: string;
  readonly scheduledAt: Instant;
  readonly startedAt: Instant;
}

/** What is odd about a delivery, seen from the run before it. */
export interface Oddities {
  /** The same planned time was delivered before. */
  readonly again?: true;
  /** The run before began then and has not ended: it broke off, or goes on beside this one. */
  readonly unended?: Instant;
  /** The clock went back: the run before began then, which is still to come. */
  readonly clockWas?: Instant;
}

export interface Begun extends Delivery {
  readonly oddities: Oddities;
}

const beforeSchema = v.object({
  begunAt: v.optional(instantSchema),
  startedAt: v.optional(instantSchema),
  scheduledAt: v.optional(instantSchema),
});

/** Notes that a run has begun, so that the next can tell when this one never ends. */
export const beginRun = async (store: Store, delivery: Delivery): Promise<Begun> => {
  const { schedule, scheduledAt, startedAt } = delivery;
  const before = v.parse(beforeSchema, (await store.get(latestKey(schedule))) ?? {});
  await store.update({
    Key: latestKey(schedule),
    UpdateExpression: 'SET begunAt = :started',
    ExpressionAttributeValues: { ':started': startedAt },
  });
  const { begunAt } = before;
  return {
    ...delivery,
    oddities: {
      ...(before.scheduledAt === scheduledAt ? { again: true } : {}),
      ...(begunAt !== undefined && begunAt !== before.startedAt ? { unended: begunAt } : {}),
      ...(begunAt !== undefined && begunAt > startedAt ? { clockWas: begunAt } : {}),
    },
  };
};

interface Ended extends Run {
  /** Request units, reads and writes alike. */
  readonly units: number;
  readonly finishedAt: Instant;
  readonly brokenOff?: true;
}

/** A record of every delivery: one that began in the same millisecond as another stands a millisecond beside it. */
const keepRecord = async (
  store: Store,
  startedAt: Instant,
  record: Record<string, unknown>,
): Promise<void> => {
  let at = startedAt;
  while (!(await store.putNew({ ...record, SK: at }))) at = instantFromEpochMilliseconds(Date.parse(at) + 1);
};

/** Leaves the record of a run; one that did not break off becomes the latest of its schedule. */
export const endRun = async (
  store: Store,
  { schedule, scheduledAt, startedAt, oddities }: Begun,
  ended: Ended,
): Promise<void> => {
  const record = { scheduledAt, startedAt, ...oddities, ...ended };
  await keepRecord(store, startedAt, {
    ...{ PK: runsOf(schedule), ...record },
    expiresAtEpochSeconds: epochSeconds(startedAt) + kept,
  });
  if (ended.brokenOff) return;
  const fields = Object.entries(record);
  // An older run that took longer changes nothing; one that is still to come was begun by a clock that was wrong.
  await store.update({
    Key: latestKey(schedule),
    UpdateExpression: `SET firstAt = if_not_exists(firstAt, :startedAt), ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}${stale(record)}`,
    ConditionExpression:
      'attribute_not_exists(startedAt) OR startedAt <= :startedAt OR startedAt > :finishedAt',
    ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
  });
};

/** What was said of the run before and is not of this one. */
const stale = (record: Readonly<Record<string, unknown>>): string => {
  const optional = ['again', 'unended', 'clockWas', 'cleared', 'skipped'];
  const gone = optional.filter((name) => record[name] === undefined);
  return gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : '';
};
