import { stopClock } from './issues.clock.rules.ts';
import { type Act, commonOf, decided, type IssueDecision, refuse } from './issues.rules.ts';
import type { Issue, Linked, Resolved } from './issues.states.ts';
import { limits } from './issues.words.ts';

export const openStates = ['registered', 'transferred', 'arbitration', 'claimed'] as const;
type Open = Extract<Issue, { state: (typeof openStates)[number] }>;
export const isOpen = (issue: Issue): issue is Open => openStates.some((state) => state === issue.state);

/** The other side of {@link linkTo}: the issue that goes on for both. */
export const gainDuplicate = (master: Issue, reference: string): IssueDecision => {
  if (!isOpen(master)) return refuse('issue.link_not_open');
  if (master.duplicates.length >= limits.duplicates) return refuse('issue.link_full');
  return decided({ ...master, duplicates: [...master.duplicates, reference] }, 'duplicate-gained', {
    reference,
  });
};

/** Says the same as another open issue: handled with it. It is not deleted, and its resident is answered too. */
export const linkTo = (issue: Open, master: string): IssueDecision<Linked> => {
  if (issue.duplicates.length > 0) return refuse('issue.link_not_open');
  return decided({ ...commonOf(issue), state: 'linked', duplicateOf: master, clock: issue.clock }, 'linked', {
    to: master,
  });
};

/** A linked issue ends with the one it is linked to: same department, same measures, an answer of its own. */
export const resolveLinked = (issue: Linked, master: Resolved, { now }: Act): IssueDecision<Resolved> => {
  const { assignment, claimedAt, handler, resolution, answerDueAt } = master;
  const clock = stopClock(issue.clock ?? master.clock, now);
  return decided(
    {
      ...issue,
      state: 'resolved',
      assignment,
      claimedAt,
      handler,
      extension: undefined,
      clock,
      resolution: { ...resolution, inTime: now < clock.dueAt },
      attempts: [],
      answerDueAt,
    },
    'resolved',
    { outcome: resolution.outcome, measures: resolution.measures, with: issue.duplicateOf },
  );
};
