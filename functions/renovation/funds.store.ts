import * as v from 'valibot';
import { idOfPath } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { type Fund, fundSchema } from './funds.states.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
import type { In, Renovation } from './renovation.states.ts';
import { fundIdOf, heldBy } from './renovation-reserving.rules.ts';

export const fundType: CaseType<Fund> = {
  kind: 'FUND',
  schema: fundSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const fundKey = (id: string): ItemKey => caseKey(fundType.kind, id, 'STATE');

/**
 * What is left of a fund. Apart from the fund itself, which only its keepers write: this is changed by whatever
 * reserves, gives back or spends, and only ever by a conditional addition in the commit of that.
 */
export const leftKey = (id: string): ItemKey => ({ PK: `FUNDLEFT#${id}`, SK: 'LEFT' });

/** How many homes wait in the queue of a town. */
export const waitingKey = (town: string): ItemKey => ({ PK: `WAITING#${idOfPath(town)}`, SK: 'WAITING' });

const leftSchema = v.object({ left: v.number(), reserved: v.number(), spent: v.number() });
export type Left = v.InferOutput<typeof leftSchema>;

/** Fen of a town; homes of a district, where what is spent are homes that are done. */
export const parseLeft = (item: Item | undefined): Left | undefined => item && v.parse(leftSchema, item);

const waitingSchema = v.object({ waiting: v.number() });
export const parseWaiting = (item: Item | undefined): number =>
  item ? v.parse(waitingSchema, item).waiting : 0;

/** What is left of a fund that is set only now. */
export const startLeft = (id: string, total: number): Companion<'renovation.fund_exists'> => ({
  write: {
    Put: {
      Item: { ...leftKey(id), left: total, reserved: 0, spent: 0 },
      ConditionExpression: 'attribute_not_exists(PK)',
    },
  },
  refusal: 'renovation.fund_exists',
});

/** More or less of a fund; less than what is reserved and spent isn't possible. */
export const changeLeft = (id: string, by: number): Companion<'renovation.fund_below_reserved'> => ({
  write: {
    Update: {
      Key: leftKey(id),
      UpdateExpression: 'ADD #left :by',
      ConditionExpression: '#left >= :least',
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':by': by, ':least': Math.max(-by, 0) },
    },
  },
  refusal: 'renovation.fund_below_reserved',
});

const taken = (id: string, amount: number, refusal: RenovationRefusal): Companion<RenovationRefusal> => ({
  write: {
    Update: {
      Key: leftKey(id),
      UpdateExpression: 'ADD #left :minus, reserved :plus',
      ConditionExpression: '#left >= :plus',
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':minus': -amount, ':plus': amount },
    },
  },
  refusal,
});

/** What was reserved is no longer: a part of it is spent, the rest is left again. */
const settled = (id: string, reserved: number, spent: number): Companion<never> => ({
  write: {
    Update: {
      Key: leftKey(id),
      UpdateExpression: 'ADD #left :back, reserved :minus, spent :spent',
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':back': reserved - spent, ':minus': -reserved, ':spent': spent },
    },
  },
});

/** What a change of a case changes of the funds: reserved with the approval, given back or spent when it ends. */
export const fundChanges = (
  before: Renovation | undefined,
  after: Renovation,
): Companion<RenovationRefusal>[] => {
  const held = before && heldBy(before);
  const holds = heldBy(after);
  if (!held && holds) {
    return [
      taken(fundIdOf(holds.year, holds.town), holds.amount, 'renovation.no_money'),
      taken(fundIdOf(holds.year, holds.district), 1, 'renovation.no_homes'),
    ];
  }
  if (!held || holds) return [];
  const isAccepted = 'acceptance' in after;
  return [
    settled(fundIdOf(held.year, held.town), held.amount, isAccepted ? after.acceptance.amount : 0),
    settled(fundIdOf(held.year, held.district), 1, isAccepted ? 1 : 0),
  ];
};

/** A town's queue in its order: what decides who is next, apart from the list that screens show. */
const queuePartition = (town: string): string => `RANKED#${idOfPath(town)}`;
const queueEntry = (reference: string, { town, rank }: In<'queued'>['queue']): ItemKey => ({
  PK: queuePartition(town),
  SK: `${rank}#${reference}`,
});

const moreWaiting = (town: string, by: number): Companion<never> => ({
  write: {
    Update: {
      Key: waitingKey(town),
      UpdateExpression: 'ADD waiting :by',
      ExpressionAttributeValues: { ':by': by },
    },
  },
});

/** Into the queue, out of it, or past it, which nobody may who has not waited while somebody does. */
export const queueChanges = (
  reference: string,
  before: Renovation | undefined,
  after: Renovation,
): Companion<RenovationRefusal>[] => {
  const waited = before?.state === 'queued' ? before.queue : undefined;
  const waits = after.state === 'queued' ? after.queue : undefined;
  if (!waited && waits) {
    return [
      { write: { Put: { Item: { ...queueEntry(reference, waits), reference } } } },
      moreWaiting(waits.town, 1),
    ];
  }
  if (waited && !waits) {
    return [{ write: { Delete: { Key: queueEntry(reference, waited) } } }, moreWaiting(waited.town, -1)];
  }
  if (before?.state !== 'agreed' || after.state !== 'noticed') return [];
  return [
    {
      write: {
        ConditionCheck: {
          Key: waitingKey(after.reservation.town),
          ConditionExpression: 'attribute_not_exists(waiting) OR waiting = :none',
          ExpressionAttributeValues: { ':none': 0 },
        },
      },
      refusal: 'renovation.others_wait',
    },
  ];
};

/** Access pattern 17: who is first in a town's queue; strongly consistent. */
export const headOfQueue = async (store: Store, town: string): Promise<string | undefined> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :queue',
    ExpressionAttributeValues: { ':queue': queuePartition(town) },
    ConsistentRead: true,
    Limit: 1,
  });
  const [first] = items;
  return first && v.parse(v.object({ reference: v.string() }), first).reference;
};

/** Access pattern 18: how many are before and with a case in its queue, counted; eventually consistent. */
export const placeInQueue = async (
  store: Store,
  reference: string,
  queue: In<'queued'>['queue'],
): Promise<number> => {
  const { PK, SK } = queueEntry(reference, queue);
  let place = 0;
  let from: Item | undefined;
  do {
    const page = await store.query({
      KeyConditionExpression: 'PK = :queue AND SK <= :mine',
      ExpressionAttributeValues: { ':queue': PK, ':mine': SK },
      // The keys alone: five thousand of them are one request.
      ProjectionExpression: 'SK',
      ExclusiveStartKey: from,
    });
    place += page.items.length;
    from = page.last;
  } while (from);
  return place;
};

const fundList = (year: number): string => `renovation-funds/${year}`;
const fundRowSchema = v.object({ fund: v.string(), node: v.string() });

/** The funds of a year by their node, the district's first. */
export const fundProjector: Projector<Fund> = {
  type: fundType,
  project: ({ id, state }) => ({
    entries: [{ list: fundList(state.year), sort: state.node, row: { fund: id, node: state.node } }],
    counts: [],
  }),
};

/** Access pattern 5, whole: which funds there are of a year. */
export const fundsOfYear = (
  store: Store,
  year: number,
): Promise<readonly { readonly fund: string; readonly node: string }[]> =>
  readWholeList(store, fundRowSchema, { list: fundList(year) });
