import type { Tiding } from '../messages/messages.words.ts';
import type { Audience, Teller, Telling } from '../messages/telling.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { actionRules } from './issues.actions.ts';
import { runningClock } from './issues.clock.rules.ts';
import type { Claimed, Issue } from './issues.states.ts';
import { issueType } from './issues.store.ts';

const atPlace = ({ place }: Issue, roles: Audience['roles']): Audience => ({
  ...{ node: place.path, roles, upwards: 'overseeing' },
});

const aboutExtension = (issue: Claimed, telling: TellingOf): Telling[] => {
  const { extension, handler, assignment } = issue;
  if (!extension) return [];
  const { decision, requestedAt } = extension;
  if (!decision)
    return [
      telling('issue-extension-asked', requestedAt, [
        atPlace(issue, actionRules['extension-decision'].roles),
      ]),
    ];
  const handlers = {
    node: assignment.department,
    roles: actionRules.claim.roles,
    upwards: 'instead',
  } as const;
  const tiding = decision.approved ? 'issue-extension-granted' : 'issue-extension-refused';
  return [telling(tiding, decision.at, [{ officer: handler, ...handlers }])];
};

type TellingOf = (tiding: Tiding, at: Instant, to: readonly Audience[]) => Telling;

/** What comes to a department, goes back to its place or before a supervisor, and what becomes of an extension. */
const tellingsOf = (id: string, issue: Issue): Telling[] => {
  const telling: TellingOf = (tiding, at, to) => ({
    ...{ tiding, about: { kind: 'ISSUE', id }, subject: issue.category, node: issue.place.path, since: at },
    ...{ by: runningClock(issue)?.dueDate, what: at, at, to },
  });
  const returned = issue.returns.at(-1);
  switch (issue.state) {
    case 'transferred': {
      const { department, at } = issue.assignment;
      return [
        telling('issue-transferred', at, [
          { node: department, roles: actionRules.claim.roles, upwards: 'instead' },
        ]),
      ];
    }
    case 'registered':
      return returned ? [telling('issue-returned', returned.at, [atPlace(issue, ['lead'])])] : [];
    case 'arbitration':
      return returned
        ? [telling('issue-arbitration', returned.at, [atPlace(issue, actionRules.arbitration.roles)])]
        : [];
    case 'claimed':
      return aboutExtension(issue, telling);
    default:
      return [];
  }
};

export const issueTeller: Teller<Issue> = {
  type: issueType,
  tell: ({ id, state }) => tellingsOf(id, state),
};
