import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import type { ScheduleRow } from '../platform/contract/schedule.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Check } from './check.ts';
import { readLatestRuns } from './runs.store.ts';
import { missedRun } from './schedule-times.ts';

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
      const planned = missedRun(cron, runs.get(name)?.startedAt ?? watchedSince, now);
      return {
        record: { kind: 'RUN', id: name },
        verdict: planned
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
