import { query } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { targetsContract } from '../../../../functions/targets/targets.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';
import { catchUp } from '../shell/catch-up.ts';

type Routes = typeof targetsContract.routes;

/** What is read; without the schemas, which no reading needs. */
const route: LightRow<Routes['targets']> = { method: 'GET', path: '/api/targets' };

export type TargetsView = ResponseOf<Routes['targets']>;
export type TargetProgress = TargetsView['rows'][number];
export type BudgetProgress = TargetsView['budgets'][number];

export const readTargets = query(
  async (node: string, year: string): Promise<TargetsView> =>
    (await readLight(route, { query: { node, year } })).body,
  'target-list',
);

export const renewTargets = (): Promise<void> => catchUp(readTargets.key);
