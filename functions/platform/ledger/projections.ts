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
type Applied = v.InferOutput<typeof appliedSchema>;

const nothing: Applied = { version: 0, revision: 0, entries: [], counts: [] };

/** Times it is worked out anew when somebody else applied the same case in between. */
const attempts = 4;

const sameEntry = (a: { list: string; sort: string }, b: { list: string; sort: string }): boolean =>
  a.list === b.list && a.sort === b.sort;

/** What has to be added to each counter so that the new shares stand instead of the old ones. */
const differences = (before: readonly Count[], after: readonly Count[]): Map<string, Map<string, number>> => {
  const counters = new Map<string, Map<string, number>>();
  const add = ({ subject, period, field }: Count, by: number): void => {
    const key = canonicalJson([subject, period]);
    const fields = counters.get(key) ?? new Map<string, number>();
    fields.set(field, (fields.get(field) ?? 0) + by);
    counters.set(key, fields);
  };
  for (const count of before) add(count, -count.by);
  for (const count of after) add(count, count.by);
  for (const [key, fields] of counters) {
    for (const [field, by] of fields) if (by === 0) fields.delete(field);
    if (fields.size === 0) counters.delete(key);
  }
  return counters;
};

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

/**
 * Brings lists and counters to what one version of a case says, exactly once however often and in whatever order
 * its versions arrive. What was applied is remembered beside the case, so the step is always the difference
 * between that and the new state; an older version than the one applied changes nothing. A rebuild, after a rule
 * of projection changed, also applies the version that was applied before.
 * @returns whether anything was written.
 */
export const applyProjection = async <S>(
  store: Store,
  projector: Projector<S>,
  image: Item,
  why: 'stream' | 'rebuild',
): Promise<boolean> => {
  const stored = parseStored(projector.type, image);
  const key = caseKey(projector.type.kind, stored.id, 'PROJECTED');
  const projection = projector.project(stored);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await store.get(key);
    const applied = found ? v.parse(appliedSchema, found) : nothing;
    const outdated = why === 'stream' ? applied.version >= stored.version : applied.version > stored.version;
    if (outdated) return false;
    if (await isWritten(store, key, applied, projection, stored)) return true;
  }
  throw new Error('this case is being projected by somebody else');
};

/** False when somebody else applied this case since `applied` was read. */
const isWritten = async <S>(
  store: Store,
  key: ItemKey,
  applied: Applied,
  { entries, counts }: Projection,
  stored: Stored<S>,
): Promise<boolean> => {
  const gone = applied.entries.filter((old) => !entries.some((entry) => sameEntry(entry, old)));
  const counters = [...differences(applied.counts, counts)].map(([counter, fields]) => {
    const [subject, period] = v.parse(v.tuple([v.string(), v.string()]), JSON.parse(counter));
    return counterUpdate(subject, period, fields);
  });
  const cancelled = await store.transact(
    [
      {
        Put: {
          Item: {
            ...key,
            version: stored.version,
            revision: applied.revision + 1,
            entries: entries.map(({ list, sort }) => ({ list, sort })),
            counts,
          },
          ConditionExpression: 'attribute_not_exists(PK) OR revision = :applied',
          ExpressionAttributeValues: { ':applied': applied.revision },
        },
      },
      ...gone.map((old) => ({ Delete: { Key: entryKey(old, stored.id) } })),
      ...entries.map((entry) => ({
        Put: {
          Item: { ...entryKey(entry, stored.id), id: stored.id, version: stored.version, row: entry.row },
        },
      })),
      ...counters,
    ],
    randomUUID(),
  );
  return cancelled === undefined;
};
