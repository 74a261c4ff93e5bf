import { runCheck } from '../checks/check.ts';
import type { FindingDependencies } from '../findings/settling.usecases.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { anonymisePast, type RetentionDependencies } from './anonymising.usecases.ts';
import { retained } from './retained.ts';
import { retentionCheck } from './retention.check.ts';

type Nodes = Parameters<typeof retentionCheck.look>[0]['nodes'];

/** Deletes what is past its period, and then finds what still stands a day after it should have gone. */
export const keepRetention = async (
  deps: RetentionDependencies & FindingDependencies & { readonly nodes: Nodes },
  now: Instant,
): Promise<Run> => {
  const run = await anonymisePast(deps, retained, now);
  const checked = await runCheck({ ...deps, retained }, retentionCheck, now);
  return { ...run, failed: run.failed + checked.failed };
};
