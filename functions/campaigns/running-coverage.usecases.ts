import { isWithin } from '../platform/contract/roles.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { CoverageCounts } from './campaigns.views.ts';
import { runningAt } from './campaigns-started.usecases.ts';
import { coverageOf } from './coverage.usecases.ts';

/** How far the latest running campaign is at a place; undefined where none runs. Two queries, eventually consistent. */
export const runningCoverage = async (
  store: Store,
  node: string,
  now: Instant,
): Promise<CoverageCounts | undefined> => {
  const [latest] = await runningAt(store, node);
  if (!latest) return undefined;
  const part = isWithin(node, latest.scope) ? node : latest.scope;
  return (await coverageOf(store, latest.campaign, part, now)).total;
};
