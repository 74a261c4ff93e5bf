import { createSignal } from 'solid-js';
import type { IssueList } from '../../../../functions/issues/issues.lists.ts';
import type { IssuePage, IssueRow, Read } from '../queries.ts';
import { forgetWithWorker } from '../session/memory.ts';

/**
 * Lists follow the cases by way of the stream, a moment later. What this browser's own commands did must not be
 * missing from the next page it opens, so the cases they answered with are kept and laid over older rows.
 */
export interface FreshCase {
  readonly row: IssueRow;
  /** What it counts for and stands in now: worked out when it changed, so that showing lists takes no schema. */
  readonly nodes: readonly string[];
  readonly lists: readonly IssueList[];
  readonly changedAt: number;
}

/** A list read this long after a command has caught up, or the case stands on another of its pages. */
const listsCatchUpWithinMilliseconds = 60_000;
const [fresh, setFresh] = createSignal<ReadonlyMap<string, FreshCase>>(new Map());
forgetWithWorker(() => setFresh(new Map<string, FreshCase>()));

export const keepFresh = (changed: FreshCase): void => {
  setFresh((before) => new Map(before).set(changed.row.reference, changed));
};

const standsIn = ({ nodes, lists }: FreshCase, node: string, list: IssueList): boolean =>
  nodes.includes(node) && lists.includes(list);

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
