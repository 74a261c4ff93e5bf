import { Cron } from 'croner';
import type { ScheduleRow } from '../platform/contract/schedule.ts';
import { addMinutes, type Instant, instantFromEpochMilliseconds } from '../platform/runtime/time.ts';

/** Minutes a run may take to begin and end before it is missed: the scheduler gives up after an hour anyway. */
const patience = 20;
const minutesAheadOfUtc = 8 * 60;

const timesOf = (cron: ScheduleRow['cron']): Cron =>
  // The scheduler's six fields begin with minutes; seven begin with seconds.
  new Cron(`0 ${cron.slice('cron('.length, -1)}`, {
    // As all of China keeps one time: a named zone costs a function that starts 17 ms before its first answer.
    utcOffset: minutesAheadOfUtc,
    // The scheduler's dialect: steps from a number (0/15), Sunday is 1.
    sloppyRanges: true,
    alternativeWeekdays: true,
  });

const instantOf = (time: Date | null | undefined): Instant | undefined =>
  time ? instantFromEpochMilliseconds(time.getTime()) : undefined;

/** The last time before `now` that a schedule was to run. */
export const lastPlanned = (cron: ScheduleRow['cron'], now: Instant): Instant | undefined =>
  instantOf(timesOf(cron).previousRuns(1, new Date(now))[0]);

/** The first time after `now` that a schedule is to run. */
export const nextPlanned = (cron: ScheduleRow['cron'], now: Instant): Instant | undefined =>
  instantOf(timesOf(cron).nextRun(new Date(now)));

/**
 * Since when a schedule has not run though it was to: the first time after its latest run. Undefined while that run
 * may still be on its way.
 */
export const missedRun = (cron: ScheduleRow['cron'], latest: Instant, now: Instant): Instant | undefined => {
  const planned = lastPlanned(cron, addMinutes(now, -patience));
  return planned !== undefined && latest < planned ? nextPlanned(cron, latest) : undefined;
};
