import type { Item, Store } from '../runtime/store.ts';
import type { Instant } from '../runtime/time.ts';
import { dueKey, dueShards } from './case-keys.ts';
import type { CaseType } from './steps.ts';
import { dueIndex } from './table.ts';

export interface Due {
  readonly id: string;
  /** When the schedule should have looked at it. */
  readonly dueAt: string;
}

/**
 * Access pattern 3: everything of a kind that is due by `now`, most overdue first. Reads what is due and nothing
 * else: a case whose clock stopped, or whose next threshold lies ahead, is not in the range.
 */
export const dueBy = async <S>(store: Store, type: CaseType<S>, now: Instant): Promise<Due[]> => {
  const due: Due[] = [];
  for (let shard = 0; shard < dueShards; shard++) {
    let from: Item | undefined;
    do {
      const page = await store.query({
        IndexName: dueIndex.name,
        // `~` sorts after the `#` and the id that follow an instant, so cases due at `now` exactly are in.
        KeyConditionExpression: `${dueIndex.partition} = :shard AND ${dueIndex.sort} <= :now`,
        ExpressionAttributeValues: { ':shard': dueKey(type.kind, shard), ':now': `${now}~` },
        ExclusiveStartKey: from,
      });
      for (const item of page.items) {
        const [dueAt = '', id = ''] = String(item[dueIndex.sort]).split('#');
        due.push({ id, dueAt });
      }
      from = page.last;
    } while (from);
  }
  return due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
};
