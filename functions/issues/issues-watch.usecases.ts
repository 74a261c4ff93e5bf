import { changeCase } from '../platform/ledger/change.ts';
import { dueBy } from '../platform/ledger/due.ts';
import type { Command } from '../platform/ledger/steps.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { byCalendarOnly } from './issues.clock.rules.ts';
import { type IssueRefusal, issueProblem } from './issues.problems.ts';
import type { Issue } from './issues.states.ts';
import { issueType } from './issues.store.ts';
import type { IssueDependencies } from './issues.usecases.ts';
import { issueMissing } from './issues-missing.problems.ts';
import { recompute, watch, watchAnswer, watchClaim } from './issues-watch.rules.ts';

/** A sweep asks nobody where a place is. */
type SweepDependencies = Pick<IssueDependencies, 'ledger' | 'store' | 'log'>;

type Decide = (issue: Issue) => ReturnType<typeof watch>;

/** Whether there was anything to change; nothing, when somebody acted in between or another run was first. */
const changeBySchedule = async (
  deps: SweepDependencies,
  id: string,
  command: Command,
  decide: Decide,
): Promise<boolean> => {
  let changed = false;
  await changeCase<Issue, IssueRefusal>({
    ledger: deps.ledger,
    type: issueType,
    id,
    command,
    ifMatch: undefined,
    missing: issueMissing,
    refuse: (refusal) => issueProblem(refusal),
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

const sweep = async (
  deps: SweepDependencies,
  upTo: Instant,
  command: Command,
  decide: Decide,
): Promise<Run> => {
  const due = await dueBy(deps.store, issueType, upTo);
  let found = 0;
  let failed = 0;
  for (const { id } of due) {
    try {
      if (await changeBySchedule(deps, id, { ...command, key: `${command.key} ${id}` }, decide)) found += 1;
    } catch (error) {
      failed += 1;
      deps.log.error('sweep.record_failed', { id }, error);
    }
  }
  return { examined: due.length, found, skipped: { settled: due.length - found - failed }, failed };
};

/**
 * Warns, marks overdue and escalates what has come due by `now`, most overdue first, each threshold exactly once.
 * A run after an outage marks everything that was missed; a second run, or one beside it, marks nothing. One that
 * breaks off half-way is gone on with by the next: what it marked is no longer due.
 */
export const watchDeadlines = (deps: SweepDependencies, now: Instant): Promise<Run> => {
  const actor = { kind: 'schedule', name: 'issue-deadline' } as const;
  return sweep(deps, now, { key: `watch ${now}`, request: '', actor, now }, (issue) => watch(issue, now));
};

/** Marks what no department has claimed within a working day, each once. */
export const watchClaims = (deps: SweepDependencies, now: Instant): Promise<Run> => {
  const actor = { kind: 'schedule', name: 'issue-unclaimed' } as const;
  const command = { key: `claims ${now}`, request: '', actor, now };
  return sweep(deps, now, command, (issue) => watchClaim(issue, now));
};

/** Marks what was resolved and not answered within a working day, each once. */
export const watchAnswers = (deps: SweepDependencies, now: Instant): Promise<Run> => {
  const actor = { kind: 'schedule', name: 'issue-unanswered' } as const;
  const command = { key: `answers ${now}`, request: '', actor, now };
  return sweep(deps, now, command, (issue) => watchAnswer(issue, now));
};

/** Recomputes every deadline not met yet by the calendar as it is now; those it doesn't change are left alone. */
export const recomputeDeadlines = async (
  deps: SweepDependencies & Pick<IssueDependencies, 'calendars'>,
  now: Instant,
): Promise<Run> => {
  const calendar = await deps.calendars.current(now);
  const actor = { kind: 'schedule', name: 'calendar-loaded' } as const;
  const command = { key: `recompute ${now}`, request: '', actor, now };
  return sweep(deps, byCalendarOnly, command, (issue) => recompute(issue, now, calendar));
};
