import { type ListOrder, type Page, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { type VisitRow, visitRowSchema } from './visits.views.ts';
import { limits } from './visits.words.ts';

/** A village's visits of one day, in the order they were made. */
export const dayList = (village: string, day: LocalDate): string => `visits/${village}/${day}`;
/** A person's own, of all days. */
export const ownList = (staffId: string): string => `visits-by/${staffId}`;
/** What contradicts and waits for a decision; of a village and every organisation above it. */
export const conflictList = (node: string): string => `visit-conflicts/${node}`;

/** Access pattern 5: one page. */
export const visitPage = (
  store: Store,
  list: string,
  order: ListOrder,
  cursor: ItemKey | undefined,
): Promise<Page<VisitRow>> => readListPage(store, visitRowSchema, { list, order, cursor, size: limits.page });

/** Access pattern 5, whole: the visits of a village's day. */
export const dayRows = (store: Store, village: string, day: LocalDate): Promise<VisitRow[]> =>
  readWholeList(store, visitRowSchema, { list: dayList(village, day) });
