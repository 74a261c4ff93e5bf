import type { Decision } from '../platform/ledger/change.ts';
import { dueBy } from '../platform/ledger/due.ts';
import type { CaseType, Fields } from '../platform/ledger/steps.ts';
import { changeByRule, scheduleCommand, sweep, together } from '../platform/ledger/sweep.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import { addDays, endOfDay, type Instant, localDateOf } from '../platform/runtime/time.ts';
import type { CriticismRefusal } from './criticism.problems.ts';
import { care, recompute } from './criticism.rules.ts';
import { criticismType, exemplaryType } from './criticism.store.ts';
import { type CriticismDependencies, missing, refuse } from './criticism.usecases.ts';
import { careForSite } from './exemplary.rules.ts';

export interface WatchDependencies extends CriticismDependencies, Pick<Core, 'log'> {}

/** Longer than any time to reply, with every holiday in it. */
const ahead = 60;

interface Round<S> {
  readonly type: CaseType<S>;
  /** What is due by then is looked at. */
  readonly by: Instant;
  readonly decide: (state: S) => Decision<S, CriticismRefusal> | undefined;
}

const careForAll = async <S extends Fields>(
  deps: WatchDependencies,
  now: Instant,
  { type, by, decide }: Round<S>,
): Promise<Run> => {
  const due = await dueBy(deps.store, type, by);
  return sweep(
    deps,
    due.map(({ id }) => id),
    (id) =>
      changeByRule<S, CriticismRefusal>(deps, {
        ...{ type, id, command: scheduleCommand('criticism-care', id, now), missing, refuse, decide },
      }),
  );
};

/**
 * First the time to reply by the calendar as it is now, then what time has made of notices and sites. Missed nights
 * are caught up with; run again, nothing is left to do.
 */
export const careForCriticism = async (deps: WatchDependencies, now: Instant): Promise<Run> => {
  const calendar = await deps.calendars.current(now);
  const notices = await careForAll(deps, now, {
    type: criticismType,
    by: endOfDay(addDays(localDateOf(now), ahead)),
    // A time to reply that was over by the old calendar and is not by the new goes on.
    decide: (criticism) => {
      const moved = recompute(criticism, calendar);
      if (!moved || 'refusal' in moved) return care(criticism, now);
      const cared = care(moved.next, now);
      if (!cared || 'refusal' in cared) return moved;
      return { next: cared.next, events: [...moved.events, ...cared.events] };
    },
  });
  const sites = await careForAll(deps, now, {
    ...{ type: exemplaryType, by: now },
    decide: (site) => careForSite(site, now),
  });
  return together(notices, sites);
};
