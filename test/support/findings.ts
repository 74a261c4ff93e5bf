import type { Verdict } from '../../functions/findings/findings.states.ts';
import { findingId } from '../../functions/findings/findings.states.ts';
import { type FindingDependencies, settleJudgements } from '../../functions/findings/settling.usecases.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { places } from './district.ts';

/** A village's day that nobody handed in. */
export const verdictOf = (
  deps: Pick<FindingDependencies, 'clock'>,
  change: Partial<Verdict> = {},
): Verdict => ({
  check: 'ledger-noon',
  node: places.village,
  answers: { node: places.village },
  severity: 'late',
  since: addMinutes(deps.clock.now(), -60),
  facts: { day: '2026-11-22' },
  ...change,
});

/** Has a check find something about the n-th record; the finding's id. */
export const findSomething = async (
  deps: FindingDependencies,
  n: number,
  change: Partial<Verdict> = {},
): Promise<string> => {
  const verdict = verdictOf(deps, change);
  const record = { kind: 'DAYLEDGER', id: `370402101201.${n}` };
  await settleJudgements(deps, { kind: 'schedule', name: 'ledger-noon' }, [
    { record, asOf: 1, checks: [verdict.check], verdicts: [verdict] },
  ]);
  return findingId(verdict.check, record);
};
