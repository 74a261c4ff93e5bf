import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import type { Core } from '../platform/runtime/core.ts';
import { runsOf } from '../platform/runtime/runs.ts';
import type { checksContract } from './checks.contract.ts';
import { readRuns } from './runs.store.ts';
import { readPlan, readSchedules } from './runs.usecases.ts';

export const checksRoutes = (
  deps: Pick<Core, 'store'>,
  cursors: Cursors,
): Handlers<typeof checksContract> => ({
  schedules: async ({ now }) => ({ body: await readSchedules(deps, now) }),
  runs: async ({ params: { schedule }, query, now }) => {
    const page = await pageOf(cursors, { list: runsOf(schedule), cursor: query.cursor, now }, (start) =>
      readRuns(deps.store, schedule, start),
    );
    return { body: { ...readPlan(schedule, now), ...page } };
  },
});
