import { Problem } from '../../platform/contract/problems.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { Core } from '../../platform/runtime/core.ts';
import { type Instant, localDateOf } from '../../platform/runtime/time.ts';
import type { NewTarget } from '../../targets/targets.fields.ts';
import { createTarget } from '../../targets/targets.usecases.ts';
import { demoCommand } from './campaign-loading.ts';
import { districtPath } from './district.ts';

export type DemoTarget = Pick<NewTarget, 'subject' | 'unit' | 'figure'>;

/** †What the federation's plan of the year sets, as its reports have it. */
export const serviceTargets: readonly DemoTarget[] = [
  { subject: 'rehabilitation', unit: 'children', figure: 298 },
  { subject: 'devices', unit: 'pieces', figure: 300 },
  { subject: 'day-centres', unit: 'centres', figure: 8 },
  { subject: 'day-centres', unit: 'members', figure: 106 },
  { subject: 'donations', unit: 'receipts', figure: 370 },
];

/** †And of homes. */
export const homeTargets: readonly DemoTarget[] = [{ subject: 'renovation', unit: 'homes', figure: 300 }];

/** What the district promises its residents. */
export const promiseTargets: readonly DemoTarget[] = [
  { subject: 'issues', unit: 'resolved-in-time', figure: 95 },
  { subject: 'issues', unit: 'answered', figure: 98 },
  { subject: 'issues', unit: 'satisfied', figure: 90 },
  { subject: 'visits', unit: 'coverage', figure: 100 },
  { subject: 'day-ledgers', unit: 'ledgers-in-time', figure: 98 },
];

/** Sets the district's figures of the year; whoever looks at the site may have been faster. */
export const aimAt = async (
  deps: Pick<Core, 'ledger'>,
  by: Principal,
  targets: readonly DemoTarget[],
  at: Instant,
  now: Instant,
): Promise<void> => {
  const year = Number(localDateOf(now).slice(0, 4));
  for (const target of targets) {
    const command = demoCommand(by, `target-${target.subject}-${target.unit}`, at);
    try {
      await createTarget(deps, command, { ...target, node: districtPath, year });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'target.exists') throw error;
    }
  }
};
