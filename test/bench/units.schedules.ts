import type { Core } from '../../functions/platform/runtime/core.ts';
import type { Metered, meter } from '../support/core.meter.ts';
import { scheduledJobs } from '../support/schedules.ts';
import type { Row } from './report.ts';

const unitsOf = (calls: readonly Metered[]): number => calls.reduce((sum, { units }) => sum + units, 0);

/** What each schedule costs on a district where the routes were measured, and again at once. */
export const scheduleRows = async (run: ReturnType<typeof meter>, core: Core): Promise<Row[]> => {
  const jobs = scheduledJobs(core);
  const rows: Row[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    const told: string[] = [];
    const once = async (): Promise<void> => {
      const { examined, found, failed } = await job(core.clock.now());
      told.push(`${examined} examined, ${found} found, ${failed} failed`);
    };
    const calls = await run(once);
    const again = await run(once);
    rows.push({
      what: `schedule ${name}`,
      figure: unitsOf(calls),
      unit: 'units',
      beside: `${calls.length} calls, ${told[0]}; again: ${unitsOf(again)} units, ${told[1]}`,
    });
  }
  return rows;
};
