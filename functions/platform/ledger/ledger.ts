import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { byKey, type Cancellation, type Item, type ItemKey, type Store } from '../runtime/store.ts';
import { caseKey } from './case-keys.ts';
import { applyChange, type Link } from './chain.ts';
import {
  type AnyStep,
  type CaseType,
  type Command,
  type Companion,
  type Fields,
  type Stored,
  writesOf,
} from './steps.ts';

export type Outcome<R extends string = string> =
  | { readonly outcome: 'committed' }
  /** This very command was carried out before. */
  | { readonly outcome: 'repeated' }
  /** The key was used before for a different request. */
  | { readonly outcome: 'key-reused' }
  /** A case has moved on since it was read. */
  | { readonly outcome: 'stale' }
  /** A case to be changed does not exist. */
  | { readonly outcome: 'missing' }
  /** The id of a new case is taken by another one. */
  | { readonly outcome: 'occupied' }
  | { readonly outcome: 'refused'; readonly refusal: R };

const textField = (item: Item | undefined, field: string): string | undefined => {
  const value = item?.[field];
  return typeof value === 'string' ? value : undefined;
};

const storedSchema = v.object({
  id: v.string(),
  version: v.number(),
  head: v.string(),
  state: v.unknown(),
  marks: v.optional(v.array(v.string()), []),
});

const linkSchema = v.object({
  kind: v.string(),
  id: v.string(),
  n: v.number(),
  type: v.string(),
  at: v.string(),
  actor: v.record(v.string(), v.unknown()),
  key: v.string(),
  request: v.string(),
  data: v.record(v.string(), v.unknown()),
  change: v.object({ set: v.record(v.string(), v.unknown()), unset: v.array(v.string()) }),
  previous: v.string(),
  hash: v.string(),
});

export const parseStored = <S>(type: CaseType<S>, item: Item): Stored<S> => {
  const { id, version, head, state, marks } = v.parse(storedSchema, item);
  return { id, version, head, state: v.parse(type.schema, state), marks };
};

/** By kind and id: a name can be changed between a request and its repeat. */
const isSameActor = ({ actor }: Link, command: Command): boolean =>
  actor['kind'] === command.actor.kind &&
  actor['id'] === ('id' in command.actor ? command.actor.id : undefined);

/** What a DynamoDB answer about a refused event put says of the command that got there first. */
const priorCommand = (
  links: readonly Link[],
  reasons: readonly Cancellation[],
): 'repeated' | 'key-reused' | undefined => {
  for (const [index, link] of links.entries()) {
    const item = reasons[index]?.item;
    const key = textField(item, 'key');
    if (key === undefined || key !== link.key) continue;
    return textField(item, 'request') === link.request ? 'repeated' : 'key-reused';
  }
  return undefined;
};

/** What a cancelled transaction of these steps and companions, in this order, says. */
export const outcomeOf = <R extends string>(
  steps: readonly AnyStep[],
  companions: readonly Companion<R>[],
  reasons: readonly Cancellation[],
): Outcome<R> => {
  let offset = 0;
  let outcome: Outcome<R> | undefined;
  for (const step of steps) {
    const width = 1 + step.links.length;
    const mine = reasons.slice(offset, offset + width);
    offset += width;
    if (mine.every(({ code }) => code !== 'ConditionalCheckFailed')) continue;
    const prior = priorCommand(step.links, mine.slice(1));
    if (prior) return { outcome: prior };
    if (step.isNew) outcome ??= { outcome: 'occupied' };
    else
      outcome ??= {
        outcome: mine[0]?.code === 'ConditionalCheckFailed' && !mine[0].item ? 'missing' : 'stale',
      };
  }
  if (outcome) return outcome;
  const refused = companions.find((_, index) => reasons[offset + index]?.code === 'ConditionalCheckFailed');
  if (refused?.refusal !== undefined) return { outcome: 'refused', refusal: refused.refusal };
  throw new Error(`transaction cancelled: ${reasons.map(({ code }) => code).join(', ')}`);
};

/** Items that were read together with a case, by their key. */
export type Beside = (key: ItemKey) => Item | undefined;

const nothingBeside: Beside = () => undefined;

/** Those of the cases that are there as they are at this moment, in no order; one request for each hundred. */
export const readCases = async <S>(
  store: Store,
  type: CaseType<S>,
  ids: readonly string[],
): Promise<Stored<S>[]> => {
  const items = await store.getMany(ids.map((id) => caseKey(type.kind, id, 'STATE')));
  return items.map((item) => parseStored(type, item));
};

export interface Ledger {
  /** Access pattern 1. */
  readonly read: <S>(type: CaseType<S>, id: string) => Promise<Stored<S> | undefined>;
  /**
   * A case and other items that a decision about it also needs, in one call of up to a hundred; naming the case
   * itself among them is no harm. Each is strongly consistent, but together they are no snapshot: a change can fall between two
   * of them, so a commit that rests on several has to check each.
   */
  readonly readBeside: <S>(
    type: CaseType<S>,
    id: string,
    keys: readonly ItemKey[],
  ) => Promise<{ readonly stored: Stored<S> | undefined; readonly beside: Beside }>;
  /** The one way to write ledger items: every step and companion, or nothing. */
  readonly commit: <R extends string>(
    steps: readonly AnyStep[],
    companions?: readonly Companion<R>[],
  ) => Promise<Outcome<R>>;
  /** Access pattern 2, whole, in order. */
  readonly history: (kind: string, id: string) => Promise<Link[]>;
  /** The version a command led to, when this case's history shows that it was carried out. */
  readonly earlier: <S>(
    type: CaseType<S>,
    id: string,
    command: Command,
  ) => Promise<Stored<S> | 'key-reused' | undefined>;
}

export const createLedger = (store: Store): Ledger => {
  const history = async (kind: string, id: string): Promise<Link[]> => {
    const links: Link[] = [];
    let from: Item | undefined;
    do {
      const page = await store.query({
        KeyConditionExpression: 'PK = :case AND begins_with(SK, :event)',
        ExpressionAttributeValues: { ':case': `${kind}#${id}`, ':event': 'EVENT#' },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      });
      links.push(...page.items.map((item) => v.parse(linkSchema, item)));
      from = page.last;
    } while (from);
    return links;
  };

  const read = async <S>(type: CaseType<S>, id: string): Promise<Stored<S> | undefined> => {
    const item = await store.get(caseKey(type.kind, id, 'STATE'));
    return item && parseStored(type, item);
  };

  return {
    read,
    readBeside: async (type, id, keys) => {
      if (keys.length === 0) return { stored: await read(type, id), beside: nothingBeside };
      const key = caseKey(type.kind, id, 'STATE');
      const beside = byKey(await store.getMany([key, ...keys]));
      const item = beside(key);
      return { stored: item && parseStored(type, item), beside };
    },
    commit: async (steps, companions = []) => {
      const reasons = await store.transact(
        [...steps.flatMap(writesOf), ...companions.map(({ write }) => write)],
        randomUUID(),
      );
      return reasons ? outcomeOf(steps, companions, reasons) : { outcome: 'committed' };
    },
    history,
    earlier: async (type, id, command) => {
      const links = await history(type.kind, id);
      const last = links.findLast((link) => link.key === command.key);
      if (!last) return undefined;
      if (last.request !== command.request || !isSameActor(last, command)) return 'key-reused';
      const state = links
        .slice(0, last.n)
        .reduce<Fields>((before, link) => applyChange(before, link.change), {});
      return { id, version: last.n, head: last.hash, state: v.parse(type.schema, state) };
    },
  };
};
