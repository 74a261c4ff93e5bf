import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { everySchedule } from '../schedules.ts';
import type { RunPage, SchedulesView, ScheduleView } from './checks.views.ts';
import type { ScheduleName } from './checks.words.ts';
import { type LatestRun, readLatestRuns } from './runs.store.ts';
import { missedRun, nextPlanned } from './schedule-times.ts';

type Row = (typeof everySchedule)[number];

const planOf = ({ name, cron }: Row, now: Instant) => {
  const nextAt = nextPlanned(cron, now);
  return { schedule: name, cron, ...(nextAt ? { nextAt } : {}) };
};

const withoutFirst = ({ firstAt: _, ...run }: LatestRun) => run;

/** Missed ones first, the longest missed before the others; then as the rows are. */
const byUrgency = (a: ScheduleView, b: ScheduleView): number => {
  const [first, second] = [a.missedSince ?? '~', b.missedSince ?? '~'];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** Every schedule with its latest run; one query. */
export const readSchedules = async ({ store }: Pick<Core, 'store'>, now: Instant): Promise<SchedulesView> => {
  const runs = await readLatestRuns(store);
  const watchedSince = runs.get('schedule-run')?.firstAt ?? now;
  const schedules = everySchedule.map((row): ScheduleView => {
    const latest = runs.get(row.name);
    const missedSince = missedRun(row.cron, latest?.startedAt ?? watchedSince, now);
    return {
      ...planOf(row, now),
      ...(missedSince ? { missedSince } : {}),
      ...(latest ? { latest: withoutFirst(latest) } : {}),
    };
  });
  return { schedules: schedules.sort(byUrgency), asOf: now };
};

/** When a schedule runs. */
export const readPlan = (
  schedule: ScheduleName,
  now: Instant,
): Pick<RunPage, 'schedule' | 'cron' | 'nextAt'> => {
  const row = everySchedule.find(({ name }) => name === schedule);
  if (!row) throw new Error(`no schedule is called ${schedule}`);
  return planOf(row, now);
};
