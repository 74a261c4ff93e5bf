import * as v from 'valibot';
import { listKey } from '../platform/ledger/projections.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { type VisitRow, visitRowSchema } from './visits.views.ts';
import { limits } from './visits.words.ts';

/** A village's visits of one day, in the order they were made. */
export const dayList = (village: string, day: LocalDate): string => `visits/${village}/${day}`;
/** A person's own, of all days. */
export const ownList = (staffId: string): string => `visits-by/${staffId}`;
/** What contradicts and waits for a decision; of a village and every organisation above it. */
export const conflictList = (node: string): string => `visit-conflicts/${node}`;

const entrySchema = v.object({ row: visitRowSchema });

interface Page {
  readonly rows: VisitRow[];
  readonly last: Item | undefined;
}

/** Access pattern 5: one page of 50, one query, eventually consistent. */
export const visitPage = async (
  store: Store,
  list: string,
  order: 'newest first' | 'oldest first',
  from: ItemKey | undefined,
): Promise<Page> => {
  const page = await store.query({
    KeyConditionExpression: 'PK = :list',
    ExpressionAttributeValues: { ':list': listKey(list) },
    ScanIndexForward: order === 'oldest first',
    Limit: limits.page,
    ExclusiveStartKey: from,
  });
  return { rows: page.items.map((item) => v.parse(entrySchema, item).row), last: page.last };
};

/** Access pattern 5, whole: the visits of a village's day. One query up to some two thousand of them. */
export const dayRows = async (store: Store, village: string, day: LocalDate): Promise<VisitRow[]> => {
  const rows: VisitRow[] = [];
  let from: Item | undefined;
  do {
    const page = await store.query({
      KeyConditionExpression: 'PK = :list',
      ExpressionAttributeValues: { ':list': listKey(dayList(village, day)) },
      ExclusiveStartKey: from,
    });
    rows.push(...page.items.map((item) => v.parse(entrySchema, item).row));
    from = page.last;
  } while (from);
  return rows;
};
