import { dueBy } from '../platform/ledger/due.ts';
import { changeByRule, scheduleCommand, sweep } from '../platform/ledger/sweep.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { type FindingRefusal, findingProblem } from './findings.problems.ts';
import { care } from './findings.rules.ts';
import type { Finding } from './findings.states.ts';
import { allOfCheck, findingType } from './findings.store.ts';
import { findingMissing } from './findings.usecases.ts';
import { checkNames } from './findings.words.ts';
import { type AnyJudge, type FindingDependencies, settleJudgements } from './settling.usecases.ts';

/** Tells those above of what stays late and ends exceptions that are over, the longest broken first, each once. */
export const careForFindings = async (deps: FindingDependencies, now: Instant): Promise<Run> => {
  const due = await dueBy(deps.store, findingType, now);
  const calendar = await deps.calendars.current(now);
  return sweep(
    deps,
    due.map(({ id }) => id),
    (id) =>
      changeByRule<Finding, FindingRefusal>(deps, {
        ...{ type: findingType, id, command: scheduleCommand('finding-care', id, now) },
        missing: findingMissing,
        refuse: (refusal) => findingProblem(refusal),
        decide: (state) => care(state, { now, calendar }),
      }),
  );
};

/**
 * Holds every finding that is not cleared against its record as it is now. Found are those that did not agree; they
 * are put right. A finding whose record no judge can read again is left to the check that made it. A run that breaks off
 * begins anew with the next: what it put right agrees by then.
 */
export const proveFindings = async (deps: FindingDependencies, judges: readonly AnyJudge[]): Promise<Run> => {
  let examined = 0;
  let found = 0;
  let cleared = 0;
  let left = 0;
  let failed = 0;
  const actor = { kind: 'schedule', name: 'finding-proof' } as const;
  for (const check of checkNames) {
    for (const { finding, record } of await allOfCheck(deps.store, check)) {
      const judge = judges.find(({ kind }) => kind === record.kind);
      if (!judge) {
        left += 1;
        continue;
      }
      examined += 1;
      try {
        const settled = await settleJudgements(deps, actor, await judge.look(deps.ledger, record.id));
        cleared += settled.cleared;
        if (settled.cleared + settled.found > 0) found += 1;
      } catch (error) {
        failed += 1;
        deps.log.error('sweep.record_failed', { id: finding }, error);
      }
    }
  }
  return { examined, found, cleared, skipped: { 'left-to-its-check': left }, failed };
};
