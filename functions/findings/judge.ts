import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Look, Verdict } from './findings.states.ts';
import type { CheckName } from './findings.words.ts';

/** A look at a record by some checks: one that gives no verdict says that the promise is kept. */
export interface Judgement extends Look {
  readonly checks: readonly CheckName[];
  readonly verdicts: readonly Verdict[];
}

/**
 * What the checks say of one kind of case, by its state alone: time comes into it only through what the schedule
 * marked in it, so a replay says the same again.
 */
export interface Judge<S> {
  readonly type: CaseType<S>;
  readonly judge: (stored: Stored<S>) => readonly Judgement[];
}

/** A judge of records by themselves, for checks that find at most one thing in each. */
export const judgeOf = <S>(
  type: CaseType<S>,
  checks: readonly CheckName[],
  verdictsOf: (state: S) => readonly Verdict[],
): Judge<S> => ({
  type,
  judge: ({ id, version, state }) => [
    { record: { kind: type.kind, id }, asOf: version, checks, verdicts: verdictsOf(state) },
  ],
});
