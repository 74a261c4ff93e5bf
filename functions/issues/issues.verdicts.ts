import type { Verdict } from '../findings/findings.states.ts';
import { judgeOf } from '../findings/judge.ts';
import { runningClock } from './issues.clock.rules.ts';
import { departmentOf, type Issue } from './issues.states.ts';
import { issueType } from './issues.store.ts';

/** The department and whoever claimed it; before a department has it, the place it was raised at. */
const answersFor = (issue: Issue): Verdict['answers'] => ({
  node: departmentOf(issue) ?? issue.place.path,
  ...('handler' in issue ? { officer: issue.handler } : {}),
});

/** A clock that the schedule has marked: warned it will be late, overdue it is, three working days on it is grave. */
const deadlineOf = (issue: Issue): Verdict[] => {
  const clock = runningClock(issue);
  if (!clock?.reached.includes('warned')) return [];
  const severity = clock.reached.includes('criticised')
    ? 'grave'
    : clock.reached.includes('overdue')
      ? 'late'
      : 'notice';
  return [
    {
      check: 'issue-deadline',
      node: issue.place.path,
      answers: answersFor(issue),
      severity,
      since: severity === 'notice' ? clock.thresholds.warned : clock.dueAt,
      facts: { category: issue.category, dueDate: clock.dueDate, returns: issue.returns.length },
    },
  ];
};

/** Transferred, and marked as claimed by nobody. */
const claimOf = (issue: Issue): Verdict[] =>
  issue.state === 'transferred' && issue.assignment.unclaimedSince !== undefined
    ? [
        {
          check: 'issue-unclaimed',
          node: issue.place.path,
          answers: answersFor(issue),
          severity: 'late',
          since: issue.assignment.unclaimedSince,
          facts: { category: issue.category },
        },
      ]
    : [];

/** Resolved, and marked as not answered. */
const answerOf = (issue: Issue): Verdict[] =>
  issue.state === 'resolved' && issue.unansweredSince !== undefined
    ? [
        {
          check: 'issue-unanswered',
          node: issue.place.path,
          answers: answersFor(issue),
          severity: 'late',
          since: issue.unansweredSince,
          facts: { category: issue.category },
        },
      ]
    : [];

export const issueJudge = judgeOf(
  issueType,
  ['issue-deadline', 'issue-unclaimed', 'issue-unanswered'],
  (issue) => [...deadlineOf(issue), ...claimOf(issue), ...answerOf(issue)],
);
