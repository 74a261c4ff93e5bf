import * as v from 'valibot';
import type { Item, ItemKey, Store } from '../runtime/store.ts';
import { countKey } from './projections.ts';

/** Period of the figures that say how many there are now; the others are months or days. It sorts after all of them. */
export const nowPeriod = 'now';

/** What was counted, by field; a field nothing was ever added to is not there. */
export type Counts = Readonly<Record<string, number>>;

const counterSchema = v.objectWithRest({ PK: v.string(), SK: v.string() }, v.number());

const counterOf = (item: Item): readonly [period: string, counts: Counts] => {
  const { PK: _, SK: period, ...counts } = v.parse(counterSchema, item);
  return [period, counts];
};

/** Access pattern 6: one period of a subject; one read, eventually consistent. */
export const readCounter = async (store: Store, subject: string, period: string): Promise<Counts> => {
  const item = await store.get({ PK: countKey(subject), SK: period }, 'eventual');
  return item ? counterOf(item)[1] : {};
};

/** Both ends are in it; without an end, up to the last there is, {@link nowPeriod} too. */
export interface Periods {
  readonly from: string;
  readonly through?: string | undefined;
}

const conditionOf = (subject: string, periods: Periods | undefined) => {
  const values = { ':subject': countKey(subject) };
  if (!periods) return { text: 'PK = :subject', values };
  const { from, through } = periods;
  return through === undefined
    ? { text: 'PK = :subject AND SK >= :from', values: { ...values, ':from': from } }
    : {
        text: 'PK = :subject AND SK BETWEEN :from AND :through',
        values: { ...values, ':from': from, ':through': through },
      };
};

/**
 * Access pattern 6: what was counted of a subject, by period and in their order, periods without anything left out;
 * all there are, when none are named. One query up to some five thousand of them, eventually consistent.
 */
export const readCounters = async (
  store: Store,
  subject: string,
  periods?: Periods,
): Promise<Map<string, Counts>> => {
  const counters = new Map<string, Counts>();
  const { text, values } = conditionOf(subject, periods);
  let from: Item | undefined;
  do {
    const page = await store.query({
      KeyConditionExpression: text,
      ExpressionAttributeValues: values,
      ExclusiveStartKey: from,
    });
    for (const item of page.items) counters.set(...counterOf(item));
    from = page.last;
  } while (from);
  return counters;
};

/** The counter of a subject in a period, for whoever reads it together with others. */
export const counterKey = (subject: string, period: string): ItemKey => ({
  PK: countKey(subject),
  SK: period,
});

/** What a counter among others says; nothing when nothing was ever counted. */
export const countsOf = (item: Item | undefined): Counts => (item ? counterOf(item)[1] : {});

/** Figures of one noun that are read together with those of others: the items they need, and what those say. */
export interface Reading<Figures> {
  readonly keys: readonly ItemKey[];
  readonly read: (found: (key: ItemKey) => Item | undefined) => Figures;
}
