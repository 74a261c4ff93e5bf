import { dueBy } from '../platform/ledger/due.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Command, Stored } from '../platform/ledger/steps.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { byCalendarOnly } from './renovation.clock.rules.ts';
import type { RenovationDecision } from './renovation.rules.ts';
import type { Renovation } from './renovation.states.ts';
import { renovationType } from './renovation.store.ts';
import { changeRenovation, type Deciding, type RenovationDependencies } from './renovation.usecases.ts';
import { recompute, watch } from './renovation-watch.rules.ts';

/** What fails stays due and comes again with the next run; what somebody changed in between is looked at as it is. */
const sweep = async (
  deps: RenovationDependencies,
  due: readonly { readonly id: string }[],
  command: Command,
  decide: (deciding: Deciding) => RenovationDecision | undefined,
): Promise<Run> => {
  let found = 0;
  let failed = 0;
  for (const { id } of due) {
    let changed = false;
    try {
      await changeRenovation(deps, {
        reference: id,
        command: { ...command, key: `${command.key} ${id}` },
        ifMatch: undefined,
        decide: (deciding) => {
          const decision = decide(deciding);
          changed = decision !== undefined;
          return decision;
        },
      });
      if (changed) found += 1;
    } catch (error) {
      failed += 1;
      deps.log.error('sweep.record_failed', { id }, error);
    }
  }
  return { examined: due.length, found, skipped: { settled: due.length - found - failed }, failed };
};

/**
 * Ends public notices that are over, marks steps that are late, and puts follow-ups on their lists; the most overdue
 * first, each exactly once. A run after an outage does all that was missed, a second one nothing; one
 * that breaks off leaves the rest due for the next.
 */
export const watchRenovations = async (deps: RenovationDependencies, now: Instant): Promise<Run> => {
  const actor = { kind: 'schedule', name: 'renovation-deadline' } as const;
  const due = await dueBy(deps.store, renovationType, now);
  return sweep(deps, due, { key: `watch ${now}`, request: '', actor, now }, ({ stored, calendar }) =>
    watch(stored.state, { now, calendar }),
  );
};

/** Cases one read can ask for. */
const atOnce = 100;

/**
 * Recomputes every deadline not met yet by the calendar as it is now. Once a day and not with the loading of a calendar,
 * which changes a few times a year: some thousand open cases are read a hundred at a time, and only those whose
 * deadline really moves are changed.
 */
export const recomputeRenovations = async (deps: RenovationDependencies, now: Instant): Promise<Run> => {
  const calendar = await deps.calendars.current(now);
  const due = await dueBy(deps.store, renovationType, byCalendarOnly);
  const moved: Stored<Renovation>[] = [];
  for (let from = 0; from < due.length; from += atOnce) {
    const ids = due.slice(from, from + atOnce).map(({ id }) => id);
    const cases = await readCases(deps.store, renovationType, ids);
    moved.push(...cases.filter(({ state }) => recompute(state, now, calendar) !== undefined));
  }
  const actor = { kind: 'schedule', name: 'renovation-calendar' } as const;
  const command = { key: `recompute ${now}`, request: '', actor, now };
  const run = await sweep(deps, moved, command, ({ stored }) => recompute(stored.state, now, calendar));
  return { ...run, examined: due.length };
};
