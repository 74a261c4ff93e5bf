import { idOfPath } from '../platform/contract/node-path.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type Report, reportSchema } from './reports.states.ts';
import { type ReportRow, reportRowSchema } from './reports.views.ts';

export const reportType: CaseType<Report> = {
  kind: 'REPORT',
  schema: reportSchema,
  raisedAt: ({ drawnAt }) => drawnAt,
  dueAt: () => undefined,
};

/** One report of a week and a place, however often it is drawn. */
export const reportId = (week: string, node: string): string => `${week}.${idOfPath(node)}`;

const reportList = (node: string): string => `reports/${node}`;

export const reportProjector: Projector<Report> = {
  type: reportType,
  project: ({ id, state: { node, week, from, to, drawnAt } }) => ({
    entries: [{ list: reportList(node), sort: week, row: { report: id, node, week, from, to, drawnAt } }],
    counts: [],
  }),
};

const pageSize = 60;

/** Access pattern 5: a page of the reports of a place, the latest week first. */
export const reportPage = (
  store: Store,
  node: string,
  cursor: ItemKey | undefined,
): Promise<Page<ReportRow>> =>
  readListPage(store, reportRowSchema, {
    ...{ list: reportList(node), order: 'newest first', cursor, size: pageSize },
  });
