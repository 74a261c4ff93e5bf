import { monthKey } from '../platform/ledger/ledger.ts';
import { caseIndex } from '../platform/ledger/table.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { AnyProjector } from './projections.usecases.ts';

/** The months from `first` to `last`, both `yyyy-mm`. */
const monthsBetween = (first: string, last: string): string[] => {
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
async function* casesOf(store: Store, kind: string, month: string): AsyncGenerator<ItemKey[]> {
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

export interface Rebuild {
  readonly examined: number;
  readonly written: number;
}

/**
 * Brings lists and figures of every case raised from month `first` to month `last` (UTC) to what its state says,
 * by the rules of projection as they are now. Safe beside the stream and safe to run again: what is right already
 * stays as it is in effect, and nothing is counted twice.
 */
export const rebuildProjections = async (
  store: Store,
  projectors: readonly AnyProjector[],
  first: string,
  last: string,
): Promise<Rebuild> => {
  let examined = 0;
  let written = 0;
  for (const projector of projectors) {
    for (const month of monthsBetween(first, last)) {
      for await (const keys of casesOf(store, projector.kind, month)) {
        for (const key of keys) {
          const image = await store.get(key);
          if (image && (await projector.apply(store, image, 'rebuild'))) written += 1;
          examined += 1;
        }
      }
    }
  }
  return { examined, written };
};
