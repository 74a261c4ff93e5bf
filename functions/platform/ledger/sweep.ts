import type { Problem } from '../contract/problems.ts';
import { skipReasons } from '../contract/schedule.ts';
import type { Core } from '../runtime/core.ts';
import type { Run } from '../runtime/runs.ts';
import type { Instant } from '../runtime/time.ts';
import { changeCase, type Decision } from './change.ts';
import type { CaseType, Command, Fields } from './steps.ts';

/** Command of a scheduled job for one of the records it looks at; another run at another time is another command. */
export const scheduleCommand = (name: string, what: string, now: Instant): Command => ({
  key: `${name} ${now} ${what}`,
  request: '',
  actor: { kind: 'schedule', name },
  now,
});

/**
 * Looks at records in the order given, each by itself: what fails stays due, comes again with the next run, and keeps
 * no other from its turn. A run that breaks off leaves the rest due.
 * @param task whether there was anything to do, or how much: nothing where somebody acted in between or a run beside
 *   this one was first; undefined for a record that is another sweep's, which is not counted
 */
export const sweep = async (
  { log }: Pick<Core, 'log'>,
  ids: readonly string[],
  task: (id: string) => Promise<boolean | number | undefined>,
): Promise<Run> => {
  let examined = 0;
  let found = 0;
  let settled = 0;
  let failed = 0;
  for (const id of ids) {
    try {
      const done = await task(id);
      if (done === undefined) continue;
      if (done) found += Number(done);
      else settled += 1;
    } catch (error) {
      failed += 1;
      log.error('sweep.record_failed', { id }, error);
    }
    examined += 1;
  }
  return { examined, found, skipped: { settled }, failed };
};

/** Several sweeps as one run. */
export const together = (...runs: readonly [Run, ...Run[]]): Run => {
  const sum = (of: (run: Run) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const reasons = skipReasons.filter((reason) => runs.some(({ skipped }) => skipped?.[reason] !== undefined));
  const skipped = Object.fromEntries(
    reasons.map((reason) => [reason, sum((run) => run.skipped?.[reason] ?? 0)]),
  );
  return {
    examined: sum(({ examined }) => examined),
    found: sum(({ found }) => found),
    skipped,
    failed: sum(({ failed }) => failed),
  };
};

interface ChangeByRule<S, R extends string> {
  readonly type: CaseType<S>;
  readonly id: string;
  readonly command: Command;
  readonly missing: () => Problem;
  readonly refuse: (refusal: R, detail?: string) => Problem;
  /** Looks at the state alone; undefined when there is nothing to change. */
  readonly decide: (state: S) => Decision<S, R> | undefined;
}

/** Changes a case by a rule of the schedule, whatever its version. @returns whether there was anything to change. */
export const changeByRule = async <S extends Fields, R extends string>(
  { ledger }: Pick<Core, 'ledger'>,
  { decide, ...change }: ChangeByRule<S, R>,
): Promise<boolean> => {
  let changed = false;
  await changeCase<S, R>({
    ...{ ...change, ledger, ifMatch: undefined },
    admit: () => undefined,
    view: () => undefined,
    decide: ({ state }) => {
      const decision = decide(state);
      changed = decision !== undefined;
      return decision;
    },
  });
  return changed;
};
