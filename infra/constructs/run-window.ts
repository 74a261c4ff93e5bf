import { Cron } from 'croner';
import type { ScheduleRow } from '../../functions/platform/contract/schedule.ts';

/** How an alarm watches that something happens: `periods` of `seconds` each, all of them without it. */
export interface RunWindow {
  readonly seconds: number;
  readonly periods: number;
}

const hour = 3600;
const week = 7 * 24 * hour;
/** Enough runs to meet every gap there is between two of them: a year of days, six years of weeks. */
const looked = 366;

/** Seconds of the longest time between two runs that follow each other. */
const longestGap = (cron: ScheduleRow['cron']): number => {
  // The scheduler's six fields begin with minutes; seven begin with seconds.
  const runs = new Cron(`0 ${cron.slice('cron('.length, -1)}`, {
    timezone: 'Asia/Shanghai',
    // The scheduler's dialect: steps from a number (0/15), Sunday is 1.
    sloppyRanges: true,
    alternativeWeekdays: true,
  }).nextRuns(looked, new Date('2026-01-01T00:00:00+08:00'));
  let longest = 0;
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    if (next) longest = Math.max(longest, (next.getTime() - run.getTime()) / 1000);
  }
  return longest;
};

/**
 * The shortest window that a schedule on time never leaves empty: two of its intervals below an hour, one and an
 * hour above.
 * @throws Error for what runs less than weekly: no alarm can look back further.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export const runWindow = ({ name, cron }: Pick<ScheduleRow, 'name' | 'cron'>): RunWindow => {
  const gap = longestGap(cron);
  if (gap > week) throw new Error(`schedule ${name}: an alarm can't watch for what runs less than weekly`);
  if (gap < hour) return { seconds: Math.ceil(gap / 60) * 60, periods: 2 };
  return { seconds: hour, periods: Math.min(Math.ceil(gap / hour) + 1, week / hour) };
};
