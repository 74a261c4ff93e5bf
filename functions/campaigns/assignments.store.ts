import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { countKey, listKey } from '../platform/ledger/projections.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { type Assignment, assignmentSchema } from './assignments.states.ts';
import { type AssignmentRow, assignmentRowSchema, type CoverageCounts } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';

export const assignmentType: CaseType<Assignment> = {
  kind: 'ASSIGNMENT',
  schema: assignmentSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

/** One to a campaign and household, by construction: nobody can be assigned twice. */
export const assignmentId = (campaign: string, household: string): string => `${campaign}.${household}`;

export const assignmentKey = (campaign: string, household: string): ItemKey =>
  caseKey(assignmentType.kind, assignmentId(campaign, household), 'STATE');

/** What a person has still to visit, of all campaigns, by the day they are to be there. */
export const todoList = (staffId: string): string => `todo/${staffId}`;
/** Whom nobody met yet, of an area, a village and everything above it up to the campaign's scope. */
export const unvisitedList = (campaign: string, node: string): string => `unvisited/${campaign}/${node}`;
/** Every assignment of a village, in the order of the register. */
export const assignedList = (campaign: string, village: string): string => `assigned/${campaign}/${village}`;

/** Counts of what is directly under a node: its periods are the nodes there, so that one query has them all. */
export const coverageSubject = (campaign: string, node: string): string => `coverage/${campaign}/${node}`;
/** Counts of the people of a village: its periods are their staff numbers. */
export const peopleSubject = (campaign: string, village: string): string =>
  `coverage-people/${campaign}/${village}`;

const entrySchema = v.object({ row: assignmentRowSchema });

interface Page {
  readonly rows: AssignmentRow[];
  readonly last: Item | undefined;
}

const query = async (
  store: Store,
  list: string,
  { from, size, through }: { from?: ItemKey | undefined; size?: number; through?: string },
): Promise<Page> => {
  const page = await store.query({
    KeyConditionExpression: through === undefined ? 'PK = :list' : 'PK = :list AND SK < :end',
    ExpressionAttributeValues: {
      ':list': listKey(list),
      ...(through === undefined ? {} : { ':end': through }),
    },
    ...(size === undefined ? {} : { Limit: size }),
    ExclusiveStartKey: from,
  });
  return { rows: page.items.map((item) => v.parse(entrySchema, item).row), last: page.last };
};

/** Access pattern 5: one page of 50, one query, eventually consistent. */
export const assignmentPage = (store: Store, list: string, from: ItemKey | undefined): Promise<Page> =>
  query(store, list, { from, size: limits.page });

/** Access pattern 5, whole: one query for each megabyte, some two thousand rows. */
export const allAssignments = async (store: Store, list: string): Promise<AssignmentRow[]> => {
  const rows: AssignmentRow[] = [];
  let from: ItemKey | undefined;
  do {
    const page = await query(store, list, { from });
    rows.push(...page.rows);
    from = page.last && { PK: String(page.last['PK']), SK: String(page.last['SK']) };
  } while (from);
  return rows;
};

/** Access pattern 5: what a person has to do up to and including a day, the most overdue first; one query. */
export const todoThrough = (store: Store, staffId: string, day: LocalDate, size: number): Promise<Page> =>
  // `~` sorts after the `#` that follows a day.
  query(store, todoList(staffId), { through: `${day}~`, size });

const countsSchema = v.objectWithRest({ PK: v.string(), SK: v.string() }, v.number());

export const noCounts: CoverageCounts = {
  ...{ assigned: 0, visited: 0, planned: 0, refused: 0, empty: 0, excluded: 0, missed: 0 },
  ...{ tried: 0, waitingOffPeak: 0 },
};

/** Access pattern 6: the counts under a subject, by period; one query up to some five thousand of them. */
export const countsUnder = async (store: Store, subject: string): Promise<Map<string, CoverageCounts>> => {
  const counts = new Map<string, CoverageCounts>();
  let from: Item | undefined;
  do {
    const page = await store.query({
      KeyConditionExpression: 'PK = :subject',
      ExpressionAttributeValues: { ':subject': countKey(subject) },
      ExclusiveStartKey: from,
    });
    for (const item of page.items) {
      const { PK: _, SK: period, ...fields } = v.parse(countsSchema, item);
      counts.set(period, { ...noCounts, ...fields });
    }
    from = page.last;
  } while (from);
  return counts;
};
