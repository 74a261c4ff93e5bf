import { dueBy } from '../platform/ledger/due.ts';
import { changeByRule, scheduleCommand, sweep } from '../platform/ledger/sweep.ts';
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

const sweepIssues = async (
  deps: SweepDependencies,
  name: string,
  { upTo, now }: { readonly upTo: Instant; readonly now: Instant },
  decide: (issue: Issue) => ReturnType<typeof watch>,
): Promise<Run> => {
  const due = await dueBy(deps.store, issueType, upTo);
  return sweep(
    deps,
    due.map(({ id }) => id),
    (id) =>
      changeByRule<Issue, IssueRefusal>(deps, {
        ...{ type: issueType, id, command: scheduleCommand(name, id, now), decide },
        missing: issueMissing,
        refuse: (refusal) => issueProblem(refusal),
      }),
  );
};

/**
 * Warns, marks overdue and escalates what has come due by `now`, most overdue first, each threshold exactly once.
 * A run after an outage marks everything that was missed; a second run, or one beside it, marks nothing. One that
 * breaks off half-way is gone on with by the next: what it marked is no longer due.
 */
export const watchDeadlines = (deps: SweepDependencies, now: Instant): Promise<Run> =>
  sweepIssues(deps, 'issue-deadline', { upTo: now, now }, (issue) => watch(issue, now));

/** Marks what no department has claimed within a working day, each once. */
export const watchClaims = (deps: SweepDependencies, now: Instant): Promise<Run> =>
  sweepIssues(deps, 'issue-unclaimed', { upTo: now, now }, (issue) => watchClaim(issue, now));

/** Marks what was resolved and not answered within a working day, each once. */
export const watchAnswers = (deps: SweepDependencies, now: Instant): Promise<Run> =>
  sweepIssues(deps, 'issue-unanswered', { upTo: now, now }, (issue) => watchAnswer(issue, now));

/** Recomputes every deadline not met yet by the calendar as it is now; those it doesn't change are left alone. */
export const recomputeDeadlines = async (
  deps: SweepDependencies & Pick<IssueDependencies, 'calendars'>,
  now: Instant,
): Promise<Run> => {
  const calendar = await deps.calendars.current(now);
  return sweepIssues(deps, 'calendar-loaded', { upTo: byCalendarOnly, now }, (issue) =>
    recompute(issue, now, calendar),
  );
};
