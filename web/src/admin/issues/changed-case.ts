import { query, revalidate } from '@solidjs/router';
import * as v from 'valibot';
import { nodesOf, standings } from '../../../../functions/issues/issues.lists.ts';
import { issueSchema } from '../../../../functions/issues/issues.states.ts';
import { type CaseView, type IssueRow, readCase, readHistory, renewLedgers } from '../queries.ts';
import { keepFresh } from './fresh-cases.ts';

/** Characters of the text a list shows. */
const excerpt = 80;

const rowOf = (view: CaseView): IssueRow => ({
  reference: view.reference,
  version: view.version,
  state: view.state,
  category: view.category,
  what: Array.from(view.what).slice(0, excerpt).join(''),
  place: view.place.path,
  department: view.assignment?.department,
  urgency: view.urgency,
  raisedAt: view.raisedAt,
  dueAt: view.clock?.dueAt,
  provisional: view.clock?.provisional,
  reached: view.clock?.reached ?? [],
  handler: view.handler?.name,
  inTime: view.resolution?.inTime,
  reopenings: view.reopenings,
  returns: view.returns.length,
});

/** Shows a case as a command just answered it, here and in every list. */
export const showChangedCase = (view: CaseView): void => {
  const issue = v.safeParse(issueSchema, view);
  if (issue.success) {
    const lists = standings(issue.output).map(({ list }) => list);
    keepFresh({ row: rowOf(view), nodes: nodesOf(issue.output), lists, changedAt: Date.now() });
  }
  const key = readCase.keyFor(view.reference);
  query.set(key, view);
  // Without force: the answer is here already and need not be asked for again.
  void revalidate(key, false);
  void revalidate(readHistory.keyFor(view.reference));
  void renewLedgers();
};
