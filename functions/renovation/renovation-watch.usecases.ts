import { dueBy } from '../platform/ledger/due.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { scheduleCommand, sweep } from '../platform/ledger/sweep.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { byCalendarOnly } from './renovation.clock.rules.ts';
import type { RenovationDecision } from './renovation.rules.ts';
import { renovationType } from './renovation.store.ts';
import { changeRenovation, type Deciding, type RenovationDependencies } from './renovation.usecases.ts';
import { recompute, watch } from './renovation-watch.rules.ts';

const changeEach = (
  deps: RenovationDependencies,
  name: string,
  { ids, now }: { readonly ids: readonly string[]; readonly now: Instant },
  decide: (deciding: Deciding) => RenovationDecision | undefined,
): Promise<Run> =>
  sweep(deps, ids, async (id) => {
    let changed = false;
    await changeRenovation(deps, {
      ...{ reference: id, command: scheduleCommand(name, id, now), ifMatch: undefined },
      decide: (deciding) => {
        const decision = decide(deciding);
        changed = decision !== undefined;
        return decision;
      },
    });
    return changed;
  });

/**
 * Ends public notices that are over, marks steps that are late, and puts follow-ups on their lists; the most overdue
 * first, each exactly once. A run after an outage does all that was missed, a second one nothing; one
 * that breaks off leaves the rest due for the next.
 */
export const watchRenovations = async (deps: RenovationDependencies, now: Instant): Promise<Run> => {
  const due = await dueBy(deps.store, renovationType, now);
  const ids = due.map(({ id }) => id);
  return changeEach(deps, 'renovation-deadline', { ids, now }, ({ stored, calendar }) =>
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
  const moved: string[] = [];
  for (let from = 0; from < due.length; from += atOnce) {
    const some = due.slice(from, from + atOnce).map(({ id }) => id);
    const cases = await readCases(deps.store, renovationType, some);
    moved.push(
      ...cases.filter(({ state }) => recompute(state, now, calendar) !== undefined).map(({ id }) => id),
    );
  }
  const run = await changeEach(deps, 'renovation-calendar', { ids: moved, now }, ({ stored }) =>
    recompute(stored.state, now, calendar),
  );
  return { ...run, examined: due.length };
};
