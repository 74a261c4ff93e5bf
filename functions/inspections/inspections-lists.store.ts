import { type Page, type PageQuery, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { Store } from '../platform/runtime/store.ts';
import { endOfDay, type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import {
  type InspectionRow,
  inspectionRowSchema,
  type RectificationRow,
  rectificationRowSchema,
} from './inspections.views.ts';
import { type InspectionList, limits } from './inspections.words.ts';

export const inspectionList = (node: string, list: InspectionList): string => `inspections/${node}/${list}`;
/** By due instant while it is open, by when it happened otherwise. */
export const rectificationList = (node: string, list: 'open' | 'done' | 'all'): string =>
  `rectifications/${node}/${list}`;
/** What a person has to put right, by due instant. */
export const ownRectifications = (staffId: string): string => `rectifications-of/${staffId}`;

/** Access pattern 5: one page. */
export const inspectionPage = (store: Store, query: Omit<PageQuery, 'size'>): Promise<Page<InspectionRow>> =>
  readListPage(store, inspectionRowSchema, { ...query, size: limits.page });

/** Access pattern 5: one page. */
export const rectificationPage = (
  store: Store,
  query: Omit<PageQuery, 'size'>,
): Promise<Page<RectificationRow>> =>
  readListPage(store, rectificationRowSchema, { ...query, size: limits.page });

/** The inspections of an organisation that were started on these days; one query for some hundreds of them. */
export const inspectionsStarted = (
  store: Store,
  node: string,
  from: LocalDate,
  to: LocalDate,
): Promise<InspectionRow[]> =>
  readWholeList(store, inspectionRowSchema, {
    list: inspectionList(node, 'started'),
    // The end of the day is the first instant after it.
    within: { from: startOfDay(from), before: endOfDay(to) },
  });
