import * as v from 'valibot';
import { dueKey, dueShards, shardOf } from '../platform/ledger/case-keys.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import { dueIndex } from '../platform/ledger/table.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { addMinutes, epochSeconds, type Instant } from '../platform/runtime/time.ts';
import { placesKey } from '../programme/offer-places.usecases.ts';
import type { Freed, LineEntry, Places } from './line.rules.ts';
import type { Offer } from './offers.rules.ts';

export { placesKey };

const numbersKey = (offer: string): ItemKey => ({ PK: `NUMBERS#${offer}`, SK: 'NUMBERS' });
const linePartition = (offer: string): string => `LINE#${offer}`;

const numberDigits = 8;
const rankKey = (n: number): string => String(n).padStart(numberDigits, '0');
/** `!` sorts before every digit: what was given back stands at the head of the line. */
const freedMark = '!freed#';
const firstRank = '0';

const keptDays = 30;
/** Some time after everything is over nobody asks any more. */
export const goneAfter = ({ until }: Pick<Offer, 'until'>): number =>
  epochSeconds(addMinutes(until, keptDays * 24 * 60));

const numberSchema = v.object({ n: v.number() });

/**
 * The next number of an offer's line. A counter by itself, never part of a transaction, so that however many ask at
 * once none is refused; a number nobody stands in line with afterwards is left out.
 */
export const takeNumber = async (store: Store, offer: Pick<Offer, 'offer' | 'until'>): Promise<number> => {
  const counted = await store.update({
    Key: numbersKey(offer.offer),
    UpdateExpression: 'ADD n :one SET expiresAtEpochSeconds = :expiry',
    ExpressionAttributeValues: { ':one': 1, ':expiry': goneAfter(offer) },
  });
  return v.parse(numberSchema, counted).n;
};

const placesSchema = v.object({
  capacity: v.number(),
  taken: v.number(),
  settled: v.number(),
  version: v.number(),
});

export const parsePlaces = (item: Item | undefined): Places | undefined =>
  item && v.parse(placesSchema, item);

export const readPlaces = async (store: Store, offer: string): Promise<Places | undefined> =>
  parsePlaces(await store.get(placesKey(offer)));

/** Minutes after which the schedule looks for what a request has left undone. */
const leftAlone = 1;

const dueAttributes = (offer: string, now: Instant): Item => ({
  [dueIndex.partition]: dueKey('LINE', shardOf(offer)),
  [dueIndex.sort]: `${addMinutes(now, leftAlone)}#${offer}`,
});

/** Stands in line. `watched` where a place looked free, so that the schedule makes sure of it. */
export const standInLine = (
  offer: Pick<Offer, 'offer' | 'until'>,
  { n, enrolment, places, at }: LineEntry,
  watched: boolean,
): Companion<never> => ({
  write: {
    Put: {
      Item: {
        ...{ PK: linePartition(offer.offer), SK: rankKey(n) },
        ...{ enrolment, places, at, expiresAtEpochSeconds: goneAfter(offer) },
        ...(watched ? dueAttributes(offer.offer, at) : {}),
      },
    },
  },
});

/** Leaves the line, in a commit of the enrolment that stands there. */
export const leaveLine = (offer: string, n: number): Companion<never> => ({
  write: { Delete: { Key: { PK: linePartition(offer), SK: rankKey(n) } } },
});

/** Leaves places beside the line for the next settler. */
export const giveBack = (offer: string, { key, places }: Freed, now: Instant): Companion<never> => ({
  write: {
    Put: {
      Item: {
        ...{ PK: linePartition(offer), SK: `${freedMark}${key}` },
        places,
        ...dueAttributes(offer, now),
      },
    },
  },
});

/** Takes it away, counted; once, for two settlers may have read it. */
export const countFreed = (offer: string, { key }: Freed): Companion<'settled-by-another'> => ({
  write: {
    Delete: {
      Key: { PK: linePartition(offer), SK: `${freedMark}${key}` },
      ConditionExpression: 'attribute_exists(PK)',
    },
  },
  refusal: 'settled-by-another',
});

/** The one write of the count: only on the version and the capacity it was worked out from. */
export const countPlaces = (
  offer: string,
  before: Places,
  { taken, settled }: Pick<Places, 'taken' | 'settled'>,
): Companion<'settled-by-another'> => ({
  write: {
    Update: {
      Key: placesKey(offer),
      UpdateExpression: 'SET taken = :taken, settled = :settled, version = :next',
      ConditionExpression: 'version = :read AND #capacity = :capacity',
      // A reserved word.
      ExpressionAttributeNames: { '#capacity': 'capacity' },
      ExpressionAttributeValues: {
        ':taken': taken,
        ':settled': settled,
        ':next': before.version + 1,
        ':read': before.version,
        ':capacity': before.capacity,
      },
    },
  },
  refusal: 'settled-by-another',
});

const entrySchema = v.object({
  SK: v.string(),
  enrolment: v.string(),
  places: v.number(),
  at: instantSchema,
});
const freedSchema = v.object({ SK: v.string(), places: v.number() });

const isFreed = ({ SK }: Item): boolean => String(SK).startsWith(freedMark);

export interface LinePage {
  readonly freed: readonly Freed[];
  readonly entries: readonly LineEntry[];
  readonly last: Item | undefined;
}

/** More than one transaction can place, few enough to be one kilobyte or two. */
const pageSize = 64;

/** Access pattern 14: a page of an offer's line from its head on, what was given back first. Strongly consistent. */
export const readLine = async (store: Store, offer: string, from?: Item): Promise<LinePage> => {
  const page = await store.query({
    KeyConditionExpression: 'PK = :line',
    ExpressionAttributeValues: { ':line': linePartition(offer) },
    ConsistentRead: true,
    Limit: pageSize,
    ExclusiveStartKey: from,
  });
  return {
    freed: page.items.filter(isFreed).map((item) => {
      const { SK, places } = v.parse(freedSchema, item);
      return { key: SK.slice(freedMark.length), places };
    }),
    entries: page.items
      .filter((item) => !isFreed(item))
      .map((item) => {
        const { SK, ...entry } = v.parse(entrySchema, item);
        return { n: Number(SK), ...entry };
      }),
    last: page.last,
  };
};

/** Access pattern 15: how many stand in line before a number, counted up to `most` and one more. */
export const countBefore = async (store: Store, offer: string, n: number, most: number): Promise<number> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :line AND SK BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':line': linePartition(offer),
      ':first': firstRank,
      ':last': rankKey(n - 1),
    },
    ProjectionExpression: 'SK',
    Limit: most + 1,
  });
  return items.length;
};

export interface DueLine {
  readonly offer: string;
  /** The item that asks for it. */
  readonly key: ItemKey;
  /** Somebody in line; otherwise places given back, which are gone once they are counted. */
  readonly waits: boolean;
}

/** Access pattern 3: lines something was left undone in, the longest ago first. */
export const dueLines = async (store: Store, now: Instant): Promise<DueLine[]> => {
  const due: DueLine[] = [];
  for (let shard = 0; shard < dueShards; shard++) {
    let from: Item | undefined;
    do {
      const page = await store.query({
        IndexName: dueIndex.name,
        KeyConditionExpression: `${dueIndex.partition} = :shard AND ${dueIndex.sort} <= :now`,
        ExpressionAttributeValues: { ':shard': dueKey('LINE', shard), ':now': `${now}~` },
        ExclusiveStartKey: from,
      });
      for (const item of page.items) {
        const [, offer = ''] = String(item[dueIndex.sort]).split('#');
        const key = { PK: String(item['PK']), SK: String(item['SK']) };
        due.push({ offer, key, waits: !isFreed(item) });
      }
      from = page.last;
    } while (from);
  }
  return due;
};

/** Somebody waits on, but the schedule need not look for them any more; nothing when they wait no more. */
export const stopWatching = async (store: Store, Key: ItemKey): Promise<void> => {
  await store.update({
    Key,
    UpdateExpression: `REMOVE ${dueIndex.partition}, ${dueIndex.sort}`,
    ConditionExpression: 'attribute_exists(PK)',
  });
};
