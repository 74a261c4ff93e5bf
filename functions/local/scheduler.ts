import { Cron } from 'croner';
import type { ScheduleEvent, ScheduleRow } from '../platform/contract/schedule.ts';

export interface LocalSchedule {
  readonly row: ScheduleRow;
  readonly run: (event: ScheduleEvent) => Promise<unknown>;
}

/** EventBridge's six fields (minutes first, year last) as seven with seconds first. */
const patternOf = (cron: ScheduleRow['cron']): string => `0 ${cron.slice('cron('.length, -1)}`;

/** Fires every schedule at its time in Asia/Shanghai, and once at the start, so that an outage is caught up. */
export const startScheduler = (
  schedules: readonly LocalSchedule[],
  onError: (error: unknown) => void,
): { stop: () => void } => {
  const fire = async ({ row, run }: LocalSchedule): Promise<void> => {
    try {
      await run({ schedule: row.name, scheduledAt: new Date().toISOString() });
    } catch (error) {
      onError(error);
    }
  };
  const jobs = schedules.map(
    (schedule) =>
      new Cron(
        patternOf(schedule.row.cron),
        { timezone: 'Asia/Shanghai', protect: true, sloppyRanges: true, alternativeWeekdays: true },
        () => fire(schedule),
      ),
  );
  for (const schedule of schedules) void fire(schedule);
  return {
    stop: () => {
      for (const job of jobs) job.stop();
    },
  };
};
