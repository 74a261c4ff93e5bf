import type { Item, Store } from '../runtime/store.ts';
import type { Instant } from '../runtime/time.ts';
import { caseKey, dueKey, dueShards, retentionKind } from './case-keys.ts';
import { parseStored } from './ledger.ts';
import { type CaseType, dueEntryOf } from './steps.ts';
import { dueIndex } from './table.ts';

const dueAttributes = [dueIndex.partition, dueIndex.sort] as const;

export interface Due {
  readonly id: string;
  /** When the schedule should have looked at it. */
  readonly dueAt: string;
}

const dueInShard = async (store: Store, shard: string, now: Instant): Promise<Due[]> => {
  const due: Due[] = [];
  let from: Item | undefined;
  do {
    const page = await store.query({
      IndexName: dueIndex.name,
      // `~` sorts after the `#` and the id that follow an instant, so cases due at `now` exactly are in.
      KeyConditionExpression: `${dueIndex.partition} = :shard AND ${dueIndex.sort} <= :now`,
      ExpressionAttributeValues: { ':shard': shard, ':now': `${now}~` },
      ExclusiveStartKey: from,
    });
    for (const item of page.items) {
      const [dueAt = '', id = ''] = String(item[dueIndex.sort]).split('#');
      due.push({ id, dueAt });
    }
    from = page.last;
  } while (from);
  return due;
};

/** All shards at once. */
const dueUnder = async (store: Store, kind: string, now: Instant): Promise<Due[]> => {
  const shards = Array.from({ length: dueShards }, (_, shard) => dueKey(kind, shard));
  const due = await Promise.all(shards.map((shard) => dueInShard(store, shard, now)));
  return due.flat().sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
};

/**
 * Access pattern 3: everything of a kind that is due by `now`, most overdue first. Reads what is due and nothing
 * else: a case whose clock stopped, or whose next threshold lies ahead, is not in the range.
 */
export const dueBy = <S>(store: Store, { kind }: CaseType<S>, now: Instant): Promise<Due[]> =>
  dueUnder(store, kind, now);

/** Access pattern 21: every ended case of a kind whose personal data had to go by `now`, most overdue first. */
export const pastRetention = (store: Store, kind: string, now: Instant): Promise<Due[]> =>
  dueUnder(store, retentionKind(kind), now);

/**
 * Brings a case's place in the due index to what its state says by the rules as they are now: for those that ended
 * before there was a period, or whose period was changed. Nothing of the case itself changes, so there is no event.
 * @returns whether anything had to be written; false as well when somebody changed the case in between, which does it.
 */
export const placeAgain = async <S>(store: Store, type: CaseType<S>, image: Item): Promise<boolean> => {
  const stored = parseStored(type, image);
  const entry = dueEntryOf(type, stored);
  if (dueAttributes.every((name) => image[name] === entry[name])) return false;
  const [partition, sort] = dueAttributes.map((name) => entry[name]);
  const written = await store.update({
    Key: caseKey(type.kind, stored.id, 'STATE'),
    UpdateExpression: partition === undefined ? 'REMOVE #p, #s' : 'SET #p = :p, #s = :s',
    ConditionExpression: 'version = :seen',
    ExpressionAttributeNames: { '#p': dueIndex.partition, '#s': dueIndex.sort },
    ExpressionAttributeValues: {
      ':seen': stored.version,
      ...(partition === undefined ? {} : { ':p': partition, ':s': sort }),
    },
  });
  return written !== undefined;
};
