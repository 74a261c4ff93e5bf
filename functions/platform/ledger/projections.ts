import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Item, ItemKey, Store, TransactWrite } from '../runtime/store.ts';
import { caseKey } from './case-keys.ts';
import { canonicalJson } from './chain.ts';
import { parseStored } from './ledger.ts';
import type { CaseType, Stored } from './steps.ts';

/** One line of a list: where it stands and what the screen shows of it. */
export interface ListEntry {
  /** Name of the list, such as `issues/370402101/open`. */
  readonly list: string;
  /** Text whose order is the order of the list. */
  readonly sort: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A share of a figure: `by` is added to `field` of a subject's period. */
export interface Count {
  readonly subject: string;
  readonly period: string;
  readonly field: string;
  readonly by: number;
}

/** Everything that follows from one case's state; a pure function of it, so a replay gives the same again. */
export interface Projection {
  readonly entries: readonly ListEntry[];
  readonly counts: readonly Count[];
}

export interface Projector<S> {
  readonly type: CaseType<S>;
  readonly project: (stored: Stored<S>) => Projection;
}

export const listKey = (list: string): string => `LIST#${list}`;
export const countKey = (subject: string): string => `COUNT#${subject}`;

const entryKey = (entry: { list: string; sort: string }, id: string): ItemKey => ({
  PK: listKey(entry.list),
  SK: `${entry.sort}#${id}`,
});

const appliedSchema = v.object({
  version: v.number(),
  /** Counts every time it was applied: a rebuild applies the same version again, by other rules. */
  revision: v.number(),
  entries: v.array(v.object({ list: v.string(), sort: v.string() })),
  counts: v.array(v.object({ subject: v.string(), period: v.string(), field: v.string(), by: v.number() })),
});
const nothing: v.InferOutput<typeof appliedSchema> = { version: 0, revision: 0, entries: [], counts: [] };

/** Times it is worked out anew when somebody else applied the same case in between. */
const attempts = 4;

const sameEntry = (a: { list: string; sort: string }, b: { list: string; sort: string }): boolean =>
  a.list === b.list && a.sort === b.sort;

/** By subject and period, what is added to each field. */
type Counters = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The sum of several, without what cancels out. */
const sumOf = (parts: readonly Counters[]): Counters => {
  const sum = new Map<string, Map<string, number>>();
  for (const part of parts) {
    for (const [key, fields] of part) {
      const total = sum.get(key) ?? new Map<string, number>();
      for (const [field, by] of fields) total.set(field, (total.get(field) ?? 0) + by);
      sum.set(key, total);
    }
  }
  for (const [key, fields] of sum) {
    for (const [field, by] of fields) if (by === 0) fields.delete(field);
    if (fields.size === 0) sum.delete(key);
  }
  return sum;
};

const countersOf = (counts: readonly Count[], sign: 1 | -1): Counters[] =>
  counts.map(
    ({ subject, period, field, by }) =>
      new Map([[canonicalJson([subject, period]), new Map([[field, sign * by]])]]),
  );

/** What has to be added to each counter so that the new shares stand instead of the old ones. */
const differences = (before: readonly Count[], after: readonly Count[]): Counters =>
  sumOf([...countersOf(before, -1), ...countersOf(after, 1)]);

const counterUpdate = (
  subject: string,
  period: string,
  fields: ReadonlyMap<string, number>,
): TransactWrite => {
  const parts = [...fields.entries()];
  return {
    Update: {
      Key: { PK: countKey(subject), SK: period },
      UpdateExpression: `ADD ${parts.map((_, i) => `#f${i} :n${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(parts.map(([field], i) => [`#f${i}`, field])),
      ExpressionAttributeValues: Object.fromEntries(parts.map(([, by], i) => [`:n${i}`, by])),
    },
  };
};

/** What follows from one version of a case, its type forgotten, so that cases of all kinds stand in one batch. */
export interface Projected extends Projection {
  /** Where it is remembered what was applied of this case. */
  readonly key: ItemKey;
  readonly id: string;
  readonly version: number;
}

/** @throws Error when the image is not a state of the projector's kind. */
export const projectedBy = <S>({ type, project }: Projector<S>, image: Item): Projected => {
  const stored = parseStored(type, image);
  const { id, version } = stored;
  return { key: caseKey(type.kind, id, 'PROJECTED'), id, version, ...project(stored) };
};

type Why = 'stream' | 'rebuild';

/** What one case changes: items of its own, and its differences to counters others change as well. */
interface Change {
  readonly projected: Projected;
  readonly writes: readonly TransactWrite[];
  readonly counters: Counters;
}

/** What has to be written for a case; undefined when a version as new was applied already. */
const changeFor = (projected: Projected, found: Item | undefined, why: Why): Change | undefined => {
  const { key, id, version, entries, counts } = projected;
  const applied = found ? v.parse(appliedSchema, found) : nothing;
  const outdated = why === 'stream' ? applied.version >= version : applied.version > version;
  if (outdated) return undefined;
  const gone = applied.entries.filter((old) => !entries.some((entry) => sameEntry(entry, old)));
  return {
    projected,
    writes: [
      {
        Put: {
          Item: {
            ...{ ...key, version, revision: applied.revision + 1, counts },
            entries: entries.map(({ list, sort }) => ({ list, sort })),
          },
          ConditionExpression: 'attribute_not_exists(PK) OR revision = :applied',
          ExpressionAttributeValues: { ':applied': applied.revision },
        },
      },
      ...gone.map((old) => ({ Delete: { Key: entryKey(old, id) } })),
      ...entries.map((entry) => ({ Put: { Item: { ...entryKey(entry, id), id, version, row: entry.row } } })),
    ],
    counters: differences(applied.counts, counts),
  };
};

/** False when somebody else applied one of these cases since it was read; nothing was written then. */
const isWritten = async (store: Store, changes: readonly Change[]): Promise<boolean> => {
  const counters = sumOf(changes.map((change) => change.counters));
  const updates = [...counters].map(([counter, fields]) => {
    const [subject, period] = v.parse(v.tuple([v.string(), v.string()]), JSON.parse(counter));
    return counterUpdate(subject, period, fields);
  });
  const cancelled = await store.transact(
    [...changes.flatMap(({ writes }) => writes), ...updates],
    randomUUID(),
  );
  return cancelled === undefined;
};

/** Writes of one transaction; the table takes a hundred. */
const mostWrites = 100;

/** Changes that fit into one transaction each, those of neighbours together: they share most counters. */
const transactionsOf = (changes: readonly Change[]): Change[][] => {
  const groups: Change[][] = [];
  let group: Change[] = [];
  let writes = 0;
  let counters = new Set<string>();
  for (const change of changes) {
    const shared = new Set([...counters, ...change.counters.keys()]);
    if (group.length > 0 && writes + change.writes.length + shared.size > mostWrites) {
      groups.push(group);
      group = [];
      writes = 0;
      counters = new Set();
    }
    group.push(change);
    writes += change.writes.length;
    for (const counter of change.counters.keys()) counters.add(counter);
  }
  return group.length > 0 ? [...groups, group] : groups;
};

/** One case by itself, worked out anew while somebody else applies the same. @returns whether it was written. */
const applyOne = async (store: Store, projected: Projected, why: Why): Promise<boolean> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const change = changeFor(projected, await store.get(projected.key), why);
    if (!change) return false;
    if (await isWritten(store, [change])) return true;
  }
  throw new Error('this case is being projected by somebody else');
};

export interface Applied {
  /** Cases something was written for. */
  readonly written: number;
  /** Cases that could not be applied, with why; nothing was written for them. */
  readonly failed: readonly { readonly key: ItemKey; readonly error: unknown }[];
}

/** Items one read can ask for. */
const mostKeys = 100;

/**
 * Brings lists and counters to what these cases say, exactly once however often and in whatever order their versions
 * arrive. What was applied is remembered beside each case, so the step is always the difference between that and the
 * new state; an older version than the one applied changes nothing. A rebuild, after a rule of projection changed,
 * also applies the version that was applied before. Several cases share a transaction and its counters; those of a
 * transaction that does not hold are applied one by one. At most one version of each case.
 */
export const applyProjections = async (
  store: Store,
  projections: readonly Projected[],
  why: Why,
): Promise<Applied> => {
  let written = 0;
  const failed: { key: ItemKey; error: unknown }[] = [];
  const alone = async (projected: Projected): Promise<void> => {
    try {
      if (await applyOne(store, projected, why)) written += 1;
    } catch (error) {
      failed.push({ key: projected.key, error });
    }
  };
  for (let from = 0; from < projections.length; from += mostKeys) {
    const part = projections.slice(from, from + mostKeys);
    const found = await store.getMany(part.map(({ key }) => key));
    const changes = part.flatMap(
      (projected) =>
        changeFor(
          projected,
          found.find(({ PK }) => PK === projected.key.PK),
          why,
        ) ?? [],
    );
    for (const group of transactionsOf(changes)) {
      if (await isWritten(store, group).catch(() => false)) written += group.length;
      else for (const { projected } of group) await alone(projected);
    }
  }
  return { written, failed };
};
