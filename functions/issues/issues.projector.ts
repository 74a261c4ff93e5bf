import { timelineList } from '../households/households.store.ts';
import type { TimelineRow } from '../households/households.views.ts';
import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Count, ListEntry, Projector } from '../platform/ledger/projections.ts';
import { countedIn, monthOf, nodesOf, shares, standings } from './issues.lists.ts';
import { departmentOf, type Issue } from './issues.states.ts';
import { figuresSubject, issueType, listName, venueIssues } from './issues.store.ts';
import type { IssueRow } from './issues.views.ts';

/** Characters of the text a list shows. */
const excerpt = 80;

const excerptOf = (text: string): string => Array.from(text).slice(0, excerpt).join('');

export const rowOf = (reference: string, version: number, issue: Issue): IssueRow => ({
  reference,
  version,
  state: issue.state,
  category: issue.category,
  what: excerptOf(issue.what),
  place: issue.place.path,
  department: departmentOf(issue),
  urgency: issue.urgency,
  raisedAt: issue.raisedAt,
  dueAt: issue.clock?.dueAt,
  provisional: issue.clock?.provisional,
  reached: issue.clock?.reached ?? [],
  handler: 'handler' in issue ? issue.handler.name : undefined,
  inTime: 'resolution' in issue ? issue.resolution.inTime : undefined,
  reopenings: issue.reopenings,
  returns: issue.returns.length,
  counted: countedIn(issue),
});

/** Where the household it was raised at shows it. */
const timelineOf = (reference: string, issue: Issue): ListEntry[] => {
  if (issue.household === undefined) return [];
  const row: TimelineRow = {
    ...{ type: 'issue', at: issue.raisedAt, reference, category: issue.category, state: issue.state },
    what: excerptOf(issue.what),
    ...(issue.visit === undefined ? {} : { visit: issue.visit }),
  };
  return [{ list: timelineList(issue.household), sort: issue.raisedAt, row }];
};

/** Lists and figures of issues, for every organisation an issue counts for. */
export const issueProjector: Projector<Issue> = {
  type: issueType,
  project: ({ id, version, state: issue }) => {
    const row = rowOf(id, version, issue);
    const month = monthOf(issue);
    const nodes = nodesOf(issue);
    const places = standings(issue);
    const monthly = Object.entries(shares(issue)).filter(([, by]) => by !== 0);
    return {
      entries: [
        ...nodes.flatMap((node) =>
          places.map(({ list, at }): ListEntry => ({ list: listName(node, list), sort: at, row })),
        ),
        ...timelineOf(id, issue),
        ...(issue.venue === undefined ? [] : [{ list: venueIssues(issue.venue), sort: issue.raisedAt, row }]),
      ],
      counts: nodes.flatMap((node): Count[] => [
        ...monthly.map(([field, by]) => ({ subject: figuresSubject(node), period: month, field, by })),
        ...places.map(({ list }) => ({
          subject: figuresSubject(node),
          period: nowPeriod,
          field: list,
          by: 1,
        })),
      ]),
    };
  },
};
