import * as v from 'valibot';
import type { ScheduleEvent, ScheduleRow } from '../contract/schedule.ts';
import type { Core } from './core.ts';
import { instantSchema } from './time.schemas.ts';
import { epochSeconds, type Instant } from './time.ts';

/** What a run examined and found; kept, so that "examined 12,431, found 0" is a result and not a silence. */
export interface Run {
  readonly examined: number;
  readonly found: number;
  /** Records that could not be looked at; they stay due and come again with the next run. */
  readonly failed: number;
}

type Jobs<Rows extends readonly ScheduleRow[]> = {
  readonly [Name in Rows[number]['name']]: (now: Instant) => Promise<Run>;
};

/** Seconds a run record is kept: 400 days, so that last year's week can be compared. */
const kept = 400 * 24 * 60 * 60;

/** Where the latest run of every schedule is, by its name. */
export const latestRuns = 'RUNS';

/** Of each schedule the latest run, so that one query has them all; and since when there have been any. */
const noteLatest = async (
  store: Core['store'],
  schedule: string,
  latest: Run & { readonly scheduledAt: Instant; readonly startedAt: Instant; readonly finishedAt: Instant },
): Promise<void> => {
  const { examined, found, failed, scheduledAt, startedAt, finishedAt } = latest;
  // An older run that took longer changes nothing.
  await store.update({
    Key: { PK: latestRuns, SK: schedule },
    UpdateExpression:
      'SET examined = :examined, #found = :found, failed = :failed, scheduledAt = :scheduled, startedAt = :started, finishedAt = :finished, firstAt = if_not_exists(firstAt, :started)',
    ConditionExpression: 'attribute_not_exists(PK) OR startedAt <= :started',
    ExpressionAttributeNames: { '#found': 'found' },
    ExpressionAttributeValues: {
      ...{ ':examined': examined, ':found': found, ':failed': failed },
      ...{ ':scheduled': scheduledAt, ':started': startedAt, ':finished': finishedAt },
    },
  });
};

/**
 * A scheduled function: runs the named job at the clock's time, which is never before the planned one, so that a
 * late delivery catches up, and leaves a record of the run. Delivered twice, the second finds nothing to do.
 */
export const scheduleFunction = <const Rows extends readonly ScheduleRow[]>(
  { clock, store, log }: Core,
  rows: Rows,
  jobs: Jobs<Rows>,
): ((event: ScheduleEvent) => Promise<Run>) => {
  const eventSchema = v.object({
    schedule: v.picklist(rows.map(({ name }: { name: Rows[number]['name'] }) => name)),
    scheduledAt: instantSchema,
  });
  return async (event) => {
    const { schedule, scheduledAt } = v.parse(eventSchema, event);
    const startedAt = clock.now();
    try {
      const run = await jobs[schedule](startedAt);
      const finishedAt = clock.now();
      await store.put({
        PK: `RUN#${schedule}`,
        SK: startedAt,
        ...{ scheduledAt, finishedAt, ...run },
        expiresAtEpochSeconds: epochSeconds(startedAt) + kept,
      });
      await noteLatest(store, schedule, { scheduledAt, startedAt, finishedAt, ...run });
      log.info('sweep.finished', { schedule, ...run });
      return run;
    } catch (error) {
      log.error('schedule.failed', { schedule }, error);
      throw error;
    }
  };
};
