import { caseKey } from '../platform/ledger/case-keys.ts';
import { readCounters } from '../platform/ledger/counters.ts';
import { type Page, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { assignmentKeptUntil } from './assignments.retention.ts';
import { type Assignment, assignmentSchema } from './assignments.states.ts';
import { type AssignmentRow, assignmentRowSchema, type CoverageCounts } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';

export const assignmentType: CaseType<Assignment> = {
  kind: 'ASSIGNMENT',
  schema: assignmentSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
  keptUntil: assignmentKeptUntil,
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

/** Access pattern 5: one page. */
export const assignmentPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
): Promise<Page<AssignmentRow>> =>
  readListPage(store, assignmentRowSchema, { list, cursor, size: limits.page });

/** Access pattern 5, whole. */
export const allAssignments = (store: Store, list: string): Promise<AssignmentRow[]> =>
  readWholeList(store, assignmentRowSchema, { list });

/** Access pattern 5: what a person has to do up to and including a day, the most overdue first; one query. */
export const todoThrough = (
  store: Store,
  staffId: string,
  day: LocalDate,
  size: number,
): Promise<Page<AssignmentRow>> =>
  readListPage(store, assignmentRowSchema, {
    list: todoList(staffId),
    // `~` sorts after the `#` that follows a day.
    within: { before: `${day}~` },
    cursor: undefined,
    size,
  });

export const noCounts: CoverageCounts = {
  ...{ assigned: 0, visited: 0, planned: 0, refused: 0, empty: 0, excluded: 0, missed: 0 },
  ...{ tried: 0, waitingOffPeak: 0 },
};

/** Access pattern 6: the counts under a subject, by what they are of. */
export const countsUnder = async (store: Store, subject: string): Promise<Map<string, CoverageCounts>> =>
  new Map(
    [...(await readCounters(store, subject))].map(
      ([of, counts]) => [of, { ...noCounts, ...counts }] as const,
    ),
  );
