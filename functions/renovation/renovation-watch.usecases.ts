import { dueBy } from '../platform/ledger/due.ts';
import type { Command } from '../platform/ledger/steps.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { byCalendarOnly } from './renovation.clock.rules.ts';
import type { RenovationDecision } from './renovation.rules.ts';
import { renovationType } from './renovation.store.ts';
import { changeRenovation, type Deciding, type RenovationDependencies } from './renovation.usecases.ts';
import { recompute, watch } from './renovation-watch.rules.ts';

/** What fails stays due and comes again with the next run; what somebody changed in between is looked at as it is. */
const sweep = async (
  deps: RenovationDependencies,
  upTo: Instant,
  command: Command,
  decide: (deciding: Deciding) => RenovationDecision | undefined,
): Promise<Run> => {
  const due = await dueBy(deps.store, renovationType, upTo);
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
  return { examined: due.length, found, failed };
};

/**
 * Ends public notices that are over, marks steps that are late, and puts follow-ups on their lists; the most overdue
 * first, each exactly once. A run after an outage does all that was missed, a second one nothing.
 */
export const watchRenovations = (deps: RenovationDependencies, now: Instant): Promise<Run> => {
  const actor = { kind: 'schedule', name: 'renovation-deadline' } as const;
  return sweep(deps, now, { key: `watch ${now}`, request: '', actor, now }, ({ stored, calendar }) =>
    watch(stored.state, { now, calendar }),
  );
};

/** Recomputes every deadline not met yet by the calendar as it is now; those it doesn't change are left alone. */
export const recomputeRenovations = (deps: RenovationDependencies, now: Instant): Promise<Run> => {
  const actor = { kind: 'schedule', name: 'calendar-loaded' } as const;
  return sweep(
    deps,
    byCalendarOnly,
    { key: `recompute ${now}`, request: '', actor, now },
    ({ stored, calendar }) => recompute(stored.state, now, calendar),
  );
};
