import * as v from 'valibot';
import type { Companion } from '../platform/ledger/steps.ts';
import { expiryAttribute } from '../platform/ledger/table.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { endOfDay, epochSeconds, type LocalDate } from '../platform/runtime/time.ts';

/** Slots of one room on one day, and whose they are. */
export interface RoomSlots {
  readonly venue: string;
  readonly room: number;
  readonly day: LocalDate;
  /** Starts of the slots as `HH:MM`. */
  readonly slots: readonly string[];
  /** The booking or session they are for. */
  readonly holder: string;
}

/** Seconds a claim stays after its day. */
const kept = 60 * 24 * 60 * 60;

const partition = ({ venue, room, day }: Pick<RoomSlots, 'venue' | 'room' | 'day'>): string =>
  `ROOM#${venue}#${room}#${day}`;

export const roomSlotKey = (of: Pick<RoomSlots, 'venue' | 'room' | 'day'>, slot: string): ItemKey => ({
  PK: partition(of),
  SK: slot,
});

/** Holds a commit to slots nobody else has: of any number who want one, one gets it. Those one has already are no harm. */
export const claimSlots = <R extends string>(slots: RoomSlots, refusal: R): Companion<R>[] =>
  slots.slots.map((slot) => ({
    write: {
      Put: {
        Item: {
          ...roomSlotKey(slots, slot),
          holder: slots.holder,
          [expiryAttribute]: epochSeconds(endOfDay(slots.day)) + kept,
        },
        ConditionExpression: 'attribute_not_exists(PK) OR holder = :holder',
        ExpressionAttributeValues: { ':holder': slots.holder },
      },
    },
    refusal,
  }));

/** Gives slots back that this holder has. */
export const freeSlots = (slots: RoomSlots): Companion<never>[] =>
  slots.slots.map((slot) => ({
    write: {
      Delete: {
        Key: roomSlotKey(slots, slot),
        ConditionExpression: 'attribute_not_exists(PK) OR holder = :holder',
        ExpressionAttributeValues: { ':holder': slots.holder },
      },
    },
  }));

const claimSchema = v.object({ SK: v.string(), holder: v.string() });

/** Access pattern 13: who holds which slot of a room on a day, by its start. One strongly consistent query. */
export const claimedSlots = async (
  store: Store,
  of: Pick<RoomSlots, 'venue' | 'room' | 'day'>,
): Promise<ReadonlyMap<string, string>> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :room',
    ExpressionAttributeValues: { ':room': partition(of) },
    ConsistentRead: true,
  });
  return new Map(items.map((item) => v.parse(claimSchema, item)).map(({ SK, holder }) => [SK, holder]));
};
