import { dueKey, shardOf } from '../platform/ledger/case-keys.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import { dueIndex } from '../platform/ledger/table.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { offersOf } from './offers.rules.ts';
import type { Activity } from './programme.states.ts';

/** The count of an offer's places: made by whoever publishes it, counted by whoever settles its line. */
export const placesKey = (offer: string): ItemKey => ({ PK: `PLACES#${offer}`, SK: 'PLACES' });

/** `capacity` is a word the table's expressions reserve. */
const names = { '#capacity': 'capacity' };

/** Puts places up to be taken; those that stand already keep what is taken of them. */
const putUpPlaces = (offer: string, capacity: number): Companion<never> => ({
  write: {
    Update: {
      Key: placesKey(offer),
      UpdateExpression:
        'SET #capacity = :capacity, taken = if_not_exists(taken, :none), settled = if_not_exists(settled, :none), version = if_not_exists(version, :none)',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':capacity': capacity, ':none': 0 },
    },
  },
});

/**
 * Another number of places: never fewer than are taken. What is added goes to whoever waits, with the next look of
 * the schedule at lines something is left to do in.
 */
const changePlaces = <R extends string>(
  offer: string,
  capacity: number,
  now: Instant,
  refusal: R,
): Companion<R> => ({
  write: {
    Update: {
      Key: placesKey(offer),
      UpdateExpression: `SET #capacity = :capacity, ${dueIndex.partition} = :line, ${dueIndex.sort} = :due`,
      ConditionExpression: 'taken <= :capacity',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ':capacity': capacity,
        ':line': dueKey('LINE', shardOf(offer)),
        ':due': `${now}#${offer}`,
      },
    },
  },
  refusal,
});

/** Makes the places of an activity what its next version says: those that are new, and those there are more or fewer of. */
export const placesFollow = <R extends string>(
  id: string,
  { before, next, now }: { readonly before: Activity; readonly next: Activity; readonly now: Instant },
  refusal: R,
): Companion<R>[] => {
  const there = new Map(offersOf(id, before).map(({ offer, capacity }) => [offer, capacity]));
  return offersOf(id, next).flatMap(({ offer, capacity }): Companion<R>[] => {
    const was = there.get(offer);
    if (was === undefined) return [putUpPlaces(offer, capacity)];
    return was === capacity ? [] : [changePlaces(offer, capacity, now, refusal)];
  });
};
