import { monthKey } from '../platform/ledger/case-keys.ts';
import { caseIndex } from '../platform/ledger/table.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';

/** The months from `first` to `last`, both `yyyy-mm`. */
export const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  let year = Number(first.slice(0, 4));
  let month = Number(first.slice(5, 7));
  for (let text = first; text <= last; ) {
    months.push(text);
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
    text = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
};

/** Access pattern 4: the keys of every case of a kind raised in a month, page by page. */
export async function* casesOf(store: Store, kind: string, month: string): AsyncGenerator<ItemKey[]> {
  let from: Item | undefined;
  do {
    const page = await store.query({
      IndexName: caseIndex.name,
      KeyConditionExpression: `${caseIndex.partition} = :month`,
      ExpressionAttributeValues: { ':month': monthKey(kind, month) },
      ExclusiveStartKey: from,
    });
    yield page.items.map(({ PK, SK }) => ({ PK: String(PK), SK: String(SK) }));
    from = page.last;
  } while (from);
}
