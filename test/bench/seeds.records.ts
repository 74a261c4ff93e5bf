import { shardOf } from '../../functions/platform/ledger/case-keys.ts';
import { countKey, listKey, type Projector } from '../../functions/platform/ledger/projections.ts';
import { type CaseType, type Fields, stepOf } from '../../functions/platform/ledger/steps.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { seededAt } from './seeds.ts';
import { copiesOf, type Line } from './stored.ts';

/** A state as the ledger writes it with the first event of its record. */
export const recordItem = <S extends Fields>(type: CaseType<S>, id: string, state: S): Item =>
  stepOf<S>(
    { key: 'seed', request: 'seed', actor: { kind: 'resident' }, now: seededAt },
    { type, id, before: undefined, next: state, events: [{ type: 'seeded', data: {} }] },
  ).item;

/** Its lines in those of its lists whose names begin so, as the projection writes them. */
export const listItems = <S>(
  projector: Projector<S>,
  id: string,
  state: S,
  ...lists: readonly string[]
): Item[] => {
  const { entries } = projector.project({ id, version: 1, head: '', state });
  const wanted = entries.filter(({ list }) => lists.some((name) => list.startsWith(name)));
  if (wanted.length === 0) throw new Error(`it does not stand in ${lists.join(', ')}`);
  return wanted.map(({ list, sort, row }) => ({
    ...{ PK: listKey(list), SK: `${sort}#${id}`, id, version: 1, row },
  }));
};

/** What so many records of one state come to in the counters, as the projection adds it up. */
export const counterItems = <S>(
  { project }: Pick<Projector<S>, 'project'>,
  state: S,
  times: number,
): Item[] => {
  const { counts } = project({ id: 'one', version: 1, head: '', state });
  const counters = Map.groupBy(counts, ({ subject, period }) => `${subject} ${period}`);
  return [...counters.values()].flatMap((fields) => {
    const [first] = fields;
    if (!first) return [];
    const sums = fields.map(({ field, by }) => [field, by * times] as const);
    return [{ PK: countKey(first.subject), SK: first.period, ...Object.fromEntries(sums) }];
  });
};

export const idsFor = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => referenceFrom(`${name} ${n}`));

/** So many records made from one, spread over the shards of the due index as their ids fall. */
export function* manyOf(name: string, count: number, make: (id: string) => readonly Item[]): Generator<Line> {
  const ids = Map.groupBy(idsFor(name, count), shardOf);
  for (const [first = '', ...others] of ids.values()) {
    for (const item of make(first)) yield* copiesOf(item, first, [first, ...others]);
  }
}
