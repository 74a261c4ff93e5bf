import { changeCase, type Decision } from '../platform/ledger/change.ts';
import { dueBy } from '../platform/ledger/due.ts';
import type { CaseType, Command, Fields } from '../platform/ledger/steps.ts';
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

const sweep = async <S extends Fields>(
  { store, ledger, log }: WatchDependencies,
  now: Instant,
  { type, by, decide }: Round<S>,
): Promise<Run> => {
  const due = await dueBy(store, type, by);
  let found = 0;
  let failed = 0;
  for (const { id } of due) {
    const command: Command = {
      ...{ key: `criticism-care ${now} ${id}`, request: '', now },
      actor: { kind: 'schedule', name: 'criticism-care' },
    };
    let changed = false;
    try {
      await changeCase<S, CriticismRefusal>({
        ...{ ledger, type, id, command, ifMatch: undefined, missing, refuse },
        admit: () => undefined,
        view: () => undefined,
        decide: ({ state }) => {
          const decided = decide(state);
          changed = decided !== undefined;
          return decided;
        },
      });
      if (changed) found += 1;
    } catch (error) {
      failed += 1;
      log.error('sweep.record_failed', { id }, error);
    }
  }
  return { examined: due.length, found, failed };
};

/**
 * First the time to reply by the calendar as it is now, then what time has made of notices and sites. Missed nights
 * are caught up with; run again, nothing is left to do.
 */
export const careForCriticism = async (deps: WatchDependencies, now: Instant): Promise<Run> => {
  const calendar = await deps.calendars.current(now);
  const runs = [
    await sweep(deps, now, {
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
    }),
    await sweep(deps, now, {
      ...{ type: exemplaryType, by: now },
      decide: (site) => careForSite(site, now),
    }),
  ];
  const sum = (of: (run: Run) => number): number => runs.reduce((total, run) => total + of(run), 0);
  return {
    examined: sum(({ examined }) => examined),
    found: sum(({ found }) => found),
    failed: sum(({ failed }) => failed),
  };
};
