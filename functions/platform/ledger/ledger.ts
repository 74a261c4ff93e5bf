import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Cancellation, Item, ItemKey, Store, TransactWrite } from '../runtime/store.ts';
import type { Instant } from '../runtime/time.ts';
import { applyChange, changeBetween, digestOf, hashOf, type Link, originHash } from './chain.ts';
import { caseIndex, dueIndex } from './table.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** One kind of case: how its state is parsed on read, and which indexes it stands in. */
export interface CaseType<S> {
  /** Upper-case noun of the key, such as `ISSUE`. */
  readonly kind: string;
  readonly schema: v.GenericSchema<unknown, S>;
  readonly raisedAt: (state: S) => Instant;
  /** When the schedule must look at this case next; undefined while no clock runs. */
  readonly dueAt: (state: S) => Instant | undefined;
}

export interface Stored<S> {
  readonly id: string;
  /** Number of the last event; a client's ETag. */
  readonly version: number;
  /** Hash of the last event. */
  readonly head: string;
  readonly state: S;
  /** Marks of the last commands that changed it, the newest last; see {@link mayHaveChanged}. */
  readonly marks?: readonly string[];
}

export type Actor =
  | { readonly kind: 'staff'; readonly id: string; readonly name: string }
  | { readonly kind: 'resident' }
  | { readonly kind: 'schedule'; readonly name: string };

/** One intention of one caller. The same key and request always has one effect, however often it arrives. */
export interface Command {
  readonly key: string;
  /** Digest of what was asked, to tell a repeat from a key used twice. */
  readonly request: string;
  readonly actor: Actor;
  readonly now: Instant;
}

export interface LedgerEvent {
  readonly type: string;
  readonly data: Fields;
}

/** A case's next version, ready to be committed. */
export interface Step<S> {
  readonly after: Stored<S>;
  readonly isNew: boolean;
  readonly key: ItemKey;
  readonly links: readonly Link[];
  readonly item: Item;
}

/** Something else that must be true or written together with the steps, and the refusal when it is not. */
export interface Companion<R extends string = string> {
  readonly write: TransactWrite;
  /** Undefined for a write that has no condition and so can't be refused. */
  readonly refusal?: R;
}

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

export const caseKey = (kind: string, id: string, SK: string): ItemKey => ({ PK: `${kind}#${id}`, SK });
const eventSortKey = (n: number): string => `EVENT#${String(n).padStart(8, '0')}`;

/** Few enough for a sweep to ask each, many enough that one day's deadlines don't meet on one partition. */
export const dueShards = 4;

const shardOf = (id: string): number => {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % dueShards;
};

export const dueKey = (kind: string, shard: number): string => `DUE#${kind}#${shard}`;
export const monthKey = (kind: string, month: string): string => `CASE#${kind}#${month}`;

const stateItem = <S>(type: CaseType<S>, after: Stored<S>): Item => {
  const dueAt = type.dueAt(after.state);
  const raisedAt = type.raisedAt(after.state);
  return {
    ...caseKey(type.kind, after.id, 'STATE'),
    kind: type.kind,
    id: after.id,
    version: after.version,
    head: after.head,
    state: after.state,
    marks: after.marks,
    [caseIndex.partition]: monthKey(type.kind, raisedAt.slice(0, 7)),
    [caseIndex.sort]: `${raisedAt}#${after.id}`,
    ...(dueAt === undefined
      ? {}
      : {
          [dueIndex.partition]: dueKey(type.kind, shardOf(after.id)),
          [dueIndex.sort]: `${dueAt}#${after.id}`,
        }),
  };
};

/** As far back as anybody still sends a request again; what is older is found by its stale version. */
const marksKept = 16;
const markOf = (key: string): string => digestOf(key).slice(0, 8);

/**
 * Whether the case's last commands may include this one, by a mark of 48 bits: `false` is certain, for `true` the
 * history says. It costs no read, and so a repeat is known even when it names the version it led to.
 */
export const mayHaveChanged = (stored: Stored<unknown>, { key }: Command): boolean =>
  stored.marks?.includes(markOf(key)) ?? false;

/** Works out the next version of a case: its events, each chained to the one before, and its state. */
export const stepOf = <S extends Fields>(
  command: Command,
  change: {
    readonly type: CaseType<S>;
    readonly id: string;
    readonly before: Stored<S> | undefined;
    readonly next: S;
    readonly events: readonly [LedgerEvent, ...LedgerEvent[]];
  },
): Step<S> => {
  const { type, id, before, next, events } = change;
  const fieldChange = changeBetween(before?.state, next);
  const links: Link[] = [];
  let previous = before?.head ?? originHash(type.kind, id);
  let n = before?.version ?? 0;
  for (const [index, event] of events.entries()) {
    n += 1;
    const content = {
      kind: type.kind,
      id,
      n,
      type: event.type,
      at: command.now,
      actor: { ...command.actor },
      key: command.key,
      request: command.request,
      data: event.data,
      // The state changes once per commit; its last event is the one that leads to it.
      change: index === events.length - 1 ? fieldChange : { set: {}, unset: [] },
      previous,
    };
    previous = hashOf(content);
    links.push({ ...content, hash: previous });
  }
  const marks = [...(before?.marks ?? []), markOf(command.key)].slice(-marksKept);
  const after = { id, version: n, head: previous, state: next, marks };
  return {
    after,
    isNew: before === undefined,
    key: caseKey(type.kind, id, 'STATE'),
    links,
    item: stateItem(type, after),
  };
};

type AnyStep = Step<unknown>;

const writesOf = (step: AnyStep): TransactWrite[] => [
  {
    Put: {
      Item: step.item,
      ...(step.isNew
        ? { ConditionExpression: 'attribute_not_exists(PK)' }
        : {
            ConditionExpression: 'version = :expected',
            ExpressionAttributeValues: { ':expected': step.after.version - step.links.length },
          }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  },
  ...step.links.map((link) => ({
    Put: {
      Item: { ...caseKey(link.kind, link.id, eventSortKey(link.n)), ...link },
      ConditionExpression: 'attribute_not_exists(PK)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  })),
];

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

const outcomeOf = <R extends string>(
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

export interface Ledger {
  /** Access pattern 1. */
  readonly read: <S>(type: CaseType<S>, id: string) => Promise<Stored<S> | undefined>;
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

  return {
    read: async (type, id) => {
      const item = await store.get(caseKey(type.kind, id, 'STATE'));
      return item && parseStored(type, item);
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

/** Digest of a request, for {@link Command.request}. */
export const requestDigest = (route: string, params: unknown, body: unknown): string =>
  digestOf({ route, params, body });
