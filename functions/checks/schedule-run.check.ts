import { Cron } from 'croner';
import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import type { ScheduleRow } from '../platform/contract/schedule.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addMinutes, type Instant, instantFromEpochMilliseconds } from '../platform/runtime/time.ts';
import type { Check } from './check.ts';
import { readLatestRuns } from './runs.store.ts';

/** Minutes a run may take to begin and end before it is missed: the scheduler gives up after an hour anyway. */
const patience = 20;

/** The last time before `now` that a schedule was to run. */
export const lastPlanned = (cron: ScheduleRow['cron'], now: Instant): Instant | undefined => {
  // The scheduler's six fields begin with minutes; seven begin with seconds.
  const [run] = new Cron(`0 ${cron.slice('cron('.length, -1)}`, {
    timezone: 'Asia/Shanghai',
    // The scheduler's dialect: steps from a number (0/15), Sunday is 1.
    sloppyRanges: true,
    alternativeWeekdays: true,
  }).previousRuns(1, new Date(now));
  return run && instantFromEpochMilliseconds(run.getTime());
};

interface Dependencies extends Pick<Core, 'store'> {
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
  readonly rows: readonly ScheduleRow[];
}

/**
 * Every schedule ran when it was to: a run that did not happen is a finding. One that has never run is missed only
 * where this check has been running since before it was planned, so a new district begins without findings.
 */
export const scheduleRun: Check<Dependencies> = {
  name: 'schedule-run',
  look: async ({ store, nodes, rows }, now) => {
    const district = (await nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
    if (!district) return [];
    const runs = await readLatestRuns(store);
    const watchedSince = runs.get('schedule-run')?.firstAt ?? now;
    return rows.map(({ name, cron }) => {
      const planned = lastPlanned(cron, addMinutes(now, -patience));
      const latest = runs.get(name)?.startedAt ?? watchedSince;
      const isMissed = planned !== undefined && latest < planned;
      return {
        record: { kind: 'RUN', id: name },
        verdict: isMissed
          ? {
              check: 'schedule-run' as const,
              node: district.path,
              answers: { node: district.path },
              severity: 'grave' as const,
              since: planned,
              facts: { schedule: name },
            }
          : undefined,
      };
    });
  },
};
