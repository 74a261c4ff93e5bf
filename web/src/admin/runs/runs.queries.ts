import { query, revalidate } from '@solidjs/router';
import type { checksContract } from '../../../../functions/checks/checks.contract.ts';
import type { ScheduleName } from '../../../../functions/checks/checks.words.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof checksContract.routes;

const routes: { readonly [Name in keyof Routes]: LightRow<Routes[Name]> } = {
  schedules: { method: 'GET', path: '/api/schedules' },
  runs: { method: 'GET', path: '/api/schedules/{schedule}/runs' },
};

type Schedules = ResponseOf<Routes['schedules']>;
export type ScheduleRow = Schedules['schedules'][number];
export type RunPage = ResponseOf<Routes['runs']>;
export type RunRow = RunPage['rows'][number];

export const readSchedules = query(
  async (): Promise<Schedules> => (await readLight(routes.schedules, {})).body,
  'schedules',
);

export const readRuns = query(
  async (schedule: ScheduleName, cursor: string | undefined): Promise<RunPage> =>
    (await readLight(routes.runs, { params: { schedule }, query: cursor ? { cursor } : {} })).body,
  'runs-of-schedule',
);

export const renewSchedules = (): Promise<void> => revalidate(readSchedules.key);
export const renewRuns = (): Promise<void> => revalidate(readRuns.key);
