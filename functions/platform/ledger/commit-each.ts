import { randomUUID } from 'node:crypto';
import type { Store, TransactWrite } from '../runtime/store.ts';
import { type Outcome, outcomeOf } from './ledger.ts';
import { type AnyStep, type Companion, writesOf } from './steps.ts';

/** What holds or falls together: a step and what is written with it. */
export interface Group<R extends string = string> {
  readonly step: AnyStep;
  readonly companions: readonly Companion<R>[];
}

interface Work<R extends string> extends Group<R> {
  readonly position: number;
  readonly writes: readonly TransactWrite[];
}

/** DynamoDB's own limit. */
const mostWrites = 100;
/** Transactions under way at once, for one caller. */
const mostAtOnce = 4;

const keyOf = (write: TransactWrite): string => {
  const { PK, SK } = ('Put' in write
    ? write.Put.Item
    : 'Update' in write
      ? write.Update.Key
      : 'Delete' in write
        ? write.Delete.Key
        : write.ConditionCheck.Key) ?? { PK: '', SK: '' };
  return `${PK} ${SK}`;
};

/**
 * Groups that share no item, in transactions of up to a hundred writes; and those that touch an item of an earlier
 * one, which have to wait for it, because one transaction can't write an item twice.
 */
const packed = <R extends string>(
  works: readonly Work<R>[],
): { readonly batches: Work<R>[][]; readonly after: Work<R>[] } => {
  const batches: Work<R>[][] = [];
  const after: Work<R>[] = [];
  const seen = new Set<string>();
  let room = 0;
  for (const work of works) {
    const keys = work.writes.map(keyOf);
    if (keys.some((key) => seen.has(key))) {
      after.push(work);
      continue;
    }
    for (const key of keys) seen.add(key);
    if (work.writes.length > room) {
      batches.push([]);
      room = mostWrites;
    }
    batches.at(-1)?.push(work);
    room -= work.writes.length;
  }
  return { batches, after };
};

/** One transaction for all; those that stand in its way are answered and left out, until the rest is committed. */
const commitTogether = async <R extends string>(
  store: Store,
  works: readonly Work<R>[],
  answer: (work: Work<R>, outcome: Outcome<R>) => void,
): Promise<void> => {
  let waiting = works;
  while (waiting.length > 0) {
    const reasons = await store.transact(
      waiting.flatMap(({ writes }) => writes),
      randomUUID(),
    );
    if (!reasons) {
      for (const work of waiting) answer(work, { outcome: 'committed' });
      return;
    }
    let offset = 0;
    const others: Work<R>[] = [];
    for (const work of waiting) {
      const mine = reasons.slice(offset, offset + work.writes.length);
      offset += work.writes.length;
      if (mine.every(({ code }) => code !== 'ConditionalCheckFailed')) others.push(work);
      else answer(work, outcomeOf([work.step], work.companions, mine));
    }
    if (others.length === waiting.length) {
      throw new Error(`transaction cancelled: ${reasons.map(({ code }) => code).join(', ')}`);
    }
    waiting = others;
  }
};

/**
 * Commits many groups, each of which holds or falls by itself, in as few transactions as they fit in; the outcomes in
 * the order of the groups. What the groups of one call want of each other goes to the earlier one. When it throws,
 * some of them may have been committed: the same commands sent again find out which.
 */
export const commitEach = async <R extends string>(
  store: Store,
  groups: readonly Group<R>[],
): Promise<Outcome<R>[]> => {
  const works = groups.map((group, position) => ({
    ...group,
    position,
    writes: [...writesOf(group.step), ...group.companions.map(({ write }) => write)],
  }));
  const outcomes = new Map<number, Outcome<R>>();
  const answer = ({ position }: Work<R>, outcome: Outcome<R>): void => {
    outcomes.set(position, outcome);
  };
  const { batches, after } = packed(works);
  const waiting = [...batches];
  const worker = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      await commitTogether(store, batch, answer);
    }
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, batches.length) }, worker));
  for (const work of after) await commitTogether(store, [work], answer);
  return works.map(({ position }) => {
    const outcome = outcomes.get(position);
    if (!outcome) throw new Error('a group was left without an answer');
    return outcome;
  });
};
