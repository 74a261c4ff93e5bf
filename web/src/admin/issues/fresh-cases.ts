import { query, revalidate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import * as v from 'valibot';
import { type IssueList, nodesOf, standings } from '../../../../functions/issues/issues.lists.ts';
import { type Issue, issueSchema } from '../../../../functions/issues/issues.states.ts';
import {
  type CaseView,
  type IssuePage,
  type IssueRow,
  type Read,
  readCase,
  readHistory,
  renewLedgers,
} from '../queries.ts';
import { forgetWithWorker } from '../session/memory.ts';

/**
 * Lists follow the cases by way of the stream, a moment later. What this browser's own commands did must not be
 * missing from the next page it opens, so the cases they answered with are kept and laid over older rows.
 */
interface FreshCase {
  readonly row: IssueRow;
  readonly issue: Issue;
  readonly changedAt: number;
}

/** A list read this long after a command has caught up, or the case stands on another of its pages. */
const listsCatchUpWithinMilliseconds = 60_000;
/** Characters of the text a list shows. */
const excerpt = 80;

const [fresh, setFresh] = createSignal<ReadonlyMap<string, FreshCase>>(new Map());
forgetWithWorker(() => setFresh(new Map<string, FreshCase>()));

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
    const changed = { row: rowOf(view), issue: issue.output, changedAt: Date.now() };
    setFresh((before) => new Map(before).set(view.reference, changed));
  }
  const key = readCase.keyFor(view.reference);
  query.set(key, view);
  // Without force: the answer is here already and need not be asked for again.
  void revalidate(key, false);
  void revalidate(readHistory.keyFor(view.reference));
  void renewLedgers();
};

const standsIn = ({ issue }: FreshCase, node: string, list: IssueList): boolean =>
  nodesOf(issue).includes(node) && standings(issue).some((standing) => standing.list === list);

export interface Overlaid {
  readonly rows: readonly IssueRow[];
  /** References of the rows that show a command of this browser the list doesn't know yet. */
  readonly changed: ReadonlySet<string>;
  /** How many cases the list still has that a command of this browser took out of it. */
  readonly gone: number;
}

/** A page of a list as it will be once it has caught up with the commands of this browser. */
export const overlay = (
  page: Read<IssuePage>,
  where: { readonly node: string; readonly list: IssueList; readonly isFirstPage: boolean },
): Overlaid => {
  const changed = new Set<string>();
  let gone = 0;
  const rows = page.body.rows.flatMap((row): IssueRow[] => {
    const newer = fresh().get(row.reference);
    if (newer === undefined || newer.row.version <= row.version) return [row];
    if (!standsIn(newer, where.node, where.list)) {
      gone += 1;
      return [];
    }
    changed.add(row.reference);
    return [newer.row];
  });
  const added = where.isFirstPage
    ? [...fresh().values()].filter(
        (newer) =>
          page.readAt - newer.changedAt < listsCatchUpWithinMilliseconds &&
          standsIn(newer, where.node, where.list) &&
          !page.body.rows.some(({ reference }) => reference === newer.row.reference),
      )
    : [];
  for (const { row } of added) changed.add(row.reference);
  return { rows: [...added.map(({ row }) => row), ...rows], changed, gone };
};
