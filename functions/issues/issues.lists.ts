import { trailOf } from '../platform/contract/node-path.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import { runningClock } from './issues.clock.rules.ts';
import { departmentOf, type Issue } from './issues.states.ts';
import { type CountedFigure, countedFigures } from './issues.words.ts';

/** Lists of issues, by what has to be done next; each is kept in the order it is shown. */
export const issueLists = [
  'open',
  'late',
  'registered',
  'arbitration',
  'extensions',
  'resolved',
  'answered',
  'closed',
  'all',
] as const;
export type IssueList = (typeof issueLists)[number];

/** What lies behind is shown from its newest end; what has to be done, from its most urgent. */
export const orderOf = (list: IssueList): 'newest first' | 'oldest first' =>
  list === 'closed' || list === 'all' ? 'newest first' : 'oldest first';

export interface Standing {
  readonly list: IssueList;
  /** Where in the list it stands. */
  readonly at: Instant;
}

/** The lists an issue stands in; a pure function of its state. */
export const standings = (issue: Issue): Standing[] => {
  const all: Standing = { list: 'all', at: issue.raisedAt };
  const clock = runningClock(issue);
  const late: Standing[] = clock?.reached.includes('overdue') ? [{ list: 'late', at: clock.dueAt }] : [];
  switch (issue.state) {
    case 'registered':
      return [all, { list: 'registered', at: issue.clock?.dueAt ?? issue.raisedAt }, ...late];
    case 'arbitration':
      return [all, { list: 'arbitration', at: issue.clock.dueAt }, ...late];
    case 'transferred':
      return [all, { list: 'open', at: issue.clock.dueAt }, ...late];
    case 'claimed': {
      const waits = issue.extension && !issue.extension.decision;
      const extension: Standing[] = waits ? [{ list: 'extensions', at: issue.clock.dueAt }] : [];
      return [all, { list: 'open', at: issue.clock.dueAt }, ...extension, ...late];
    }
    case 'linked':
      return [all];
    case 'resolved':
      return [all, { list: 'resolved', at: issue.answerDueAt }];
    case 'answered':
      return [all, { list: 'answered', at: issue.answer.at }];
    case 'closed':
      return [all, { list: 'closed', at: issue.followUp.at }];
  }
};

/** Every organisation an issue counts for: its place and all above it, and the department it lies with. */
export const nodesOf = (issue: Issue): string[] => {
  const places = trailOf(issue.place.path);
  const department = departmentOf(issue);
  return department === undefined ? places : [...new Set([...places, department])];
};

/** An issue counts in the month it was raised in, local time. */
export const monthOf = (issue: Issue): string => localDateOf(issue.raisedAt).slice(0, 7);

const satisfiedFrom = 4;

/** What an issue adds to the figures of its month; each figure is a count, rates are made of two of them. */
export const shares = (issue: Issue): Readonly<Record<string, number>> => {
  const followUp = issue.state === 'closed' ? issue.followUp : undefined;
  const resolution = 'resolution' in issue ? issue.resolution : undefined;
  const answer = 'answer' in issue ? issue.answer : undefined;
  const yes = (condition: boolean | undefined): number => (condition ? 1 : 0);
  return {
    raised: 1,
    transferred: yes('assignment' in issue || issue.returns.length > 0),
    resolved: yes(resolution !== undefined),
    resolvedInTime: yes(resolution?.inTime),
    answered: yes(answer !== undefined),
    answeredReached: yes(answer?.reached),
    closed: yes(issue.state === 'closed'),
    followedUp: yes(followUp?.reached),
    solved: yes(followUp?.solved === 'yes'),
    satisfied: yes(followUp?.satisfaction !== undefined && followUp.satisfaction >= satisfiedFrom),
    overdue: yes(issue.clock?.reached.includes('overdue')),
    returned: issue.returns.length,
    reopened: issue.reopenings,
    linked: yes('duplicateOf' in issue && issue.duplicateOf !== undefined),
  };
};

/** The figures of its month an issue counts in. */
export const countedIn = (issue: Issue): CountedFigure[] => {
  const counts = shares(issue);
  return countedFigures.filter((figure) => (counts[figure] ?? 0) > 0);
};
