import type * as v from 'valibot';
import type { Principal } from '../platform/contract/roles.ts';
import { type Counts, nowPeriod } from '../platform/ledger/counters.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { allowedFindingActions } from './findings.actions.ts';
import type { Finding } from './findings.states.ts';
import { findingRow } from './findings.store.ts';
import type { findingFiguresSchema, findingViewSchema } from './findings.views.ts';
import { type CheckName, levels } from './findings.words.ts';

export const findingView = (
  stored: Stored<Finding>,
  caller: Principal,
): v.InferOutput<typeof findingViewSchema> => {
  const { state: finding } = stored;
  return {
    ...findingRow(stored),
    ...('escalatesAt' in finding ? { escalatesAt: finding.escalatesAt } : {}),
    ...('exception' in finding ? { exception: finding.exception } : {}),
    actions: allowedFindingActions(finding, caller),
  };
};

export interface FiguresAsked {
  readonly checks: readonly CheckName[];
  readonly month: string;
  readonly asOf: Instant;
}

export const findingFigures = (
  periods: ReadonlyMap<string, Counts>,
  { checks, month, asOf }: FiguresAsked,
): v.InferOutput<typeof findingFiguresSchema> => {
  const now = (field: string): number => periods.get(nowPeriod)?.[field] ?? 0;
  const monthly = (field: string): number => periods.get(month)?.[field] ?? 0;
  const [answering, supervision, criticism] = levels.map((level) => now(`level.${level}`));
  return {
    checks: checks.map((check) => ({
      check,
      open: now(check),
      notice: now(`${check}.notice`),
      late: now(`${check}.late`),
      grave: now(`${check}.grave`),
      excepted: now(`${check}.excepted`),
      found: monthly(`${check}.found`),
      cleared: monthly(`${check}.cleared`),
    })),
    unowned: now('unowned'),
    levels: { answering: answering ?? 0, supervision: supervision ?? 0, criticism: criticism ?? 0 },
    ...{ month, asOf },
  };
};
