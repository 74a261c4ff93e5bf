import type { AnyProjector } from '../../functions/insight/projections.usecases.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import {
  applyProjections,
  type Projector,
  projectedBy,
} from '../../functions/platform/ledger/projections.ts';
import type { Item, Store } from '../../functions/platform/runtime/store.ts';

/** Applies one case's state, as the stream or a rebuild does. @returns whether anything was written. */
export const applyProjection = async <S>(
  store: Store,
  projector: Projector<S> | AnyProjector,
  image: Item,
  why: 'stream' | 'rebuild',
): Promise<boolean> => {
  const projected = 'kind' in projector ? projector.project(image) : projectedBy(projector, image);
  const { written, failed } = await applyProjections(store, [projected], why);
  if (failed[0]) throw failed[0].error;
  return written === 1;
};

/** Lists and counters by key, as they stand in the table or as they ought to; counters of nothing are left out. */
interface Said {
  readonly lists: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** What the table says in the lists and counters whose names begin so. */
export const said = (items: readonly Item[], begins: readonly string[]): Said => {
  const lists: Record<string, unknown> = {};
  const counts: Record<string, number> = {};
  for (const { PK, SK, row, ...rest } of items) {
    if (begins.some((name) => String(PK).startsWith(`LIST#${name}`))) lists[`${PK} ${SK}`] = row;
    if (!begins.some((name) => String(PK).startsWith(`COUNT#${name}`))) continue;
    for (const [field, n] of Object.entries(rest)) if (n !== 0) counts[`${PK} ${SK} ${field}`] = Number(n);
  }
  return { lists, counts };
};

/** What a projector says of these states, each counted once. */
export const recount = <S>(projector: Projector<S>, states: readonly Item[]): Said => {
  const lists: Record<string, unknown> = {};
  const counts: Record<string, number> = {};
  for (const state of states) {
    const stored = parseStored(projector.type, state);
    const projection = projector.project(stored);
    for (const { list, sort, row } of projection.entries) lists[`LIST#${list} ${sort}#${stored.id}`] = row;
    for (const { subject, period, field, by } of projection.counts) {
      const key = `COUNT#${subject} ${period} ${field}`;
      counts[key] = (counts[key] ?? 0) + by;
    }
  }
  return { lists, counts: Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0)) };
};

/** Of everything in the table, the states of one kind. */
export const statesOf = (items: readonly Item[], kind: string): Item[] =>
  items.filter(({ PK, SK }) => String(PK).startsWith(`${kind}#`) && SK === 'STATE');
