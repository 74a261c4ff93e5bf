import * as v from 'valibot';
import type { ScheduleEvent, ScheduleRow } from '../contract/schedule.ts';
import type { Core } from './core.ts';
import { beginRun, endRun, type Run } from './runs.ts';
import { instantSchema } from './time.schemas.ts';
import type { Instant } from './time.ts';

export type { Run } from './runs.ts';

type Jobs<Rows extends readonly ScheduleRow[]> = {
  readonly [Name in Rows[number]['name']]: (now: Instant) => Promise<Run>;
};

/**
 * A scheduled function: runs the named job at the clock's time and not at the planned one, so that a late delivery
 * catches up, and leaves a record of the run: how late it was, whether it came before, whether the one before it never
 * ended, what it took. Delivered twice, the second finds nothing to do. A run that breaks off leaves a record as well,
 * counts as not having happened, and is tried again by whoever delivers; jobs go on with what is still due.
 * @throws ValiError for an event that names no job of this function or no time; nothing is run or recorded then.
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
    const begun = await beginRun(store, { schedule, scheduledAt, startedAt });
    try {
      const { result: run, units } = await store.metered(() => jobs[schedule](startedAt));
      await endRun(store, begun, { ...run, units, finishedAt: clock.now() });
      const { examined, found, cleared, failed } = run;
      log.info('sweep.finished', { schedule, examined, found, cleared, failed, units });
      return run;
    } catch (error) {
      const nothing = { examined: 0, found: 0, failed: 0, units: 0 };
      await endRun(store, begun, { ...nothing, finishedAt: clock.now(), brokenOff: true });
      log.error('schedule.failed', { schedule }, error);
      throw error;
    }
  };
};
