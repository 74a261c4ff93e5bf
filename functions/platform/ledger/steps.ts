import type * as v from 'valibot';
import type { Keyring } from '../runtime/keyring.ts';
import type { Item, ItemKey, TransactWrite } from '../runtime/store.ts';
import type { Instant } from '../runtime/time.ts';
import { caseKey, dueKey, eventSortKey, monthKey, retentionKind, shardOf } from './case-keys.ts';
import { changeBetween, digestOf, hashOf, type Link, originHash } from './chain.ts';
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
  /** When the personal data in it and beside it has to go; undefined while that can't be said, and once it went. */
  readonly keptUntil?: (state: S) => Instant | undefined;
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

/**
 * Digest of a request, for {@link Command.request}. Keyed: it stays in the history, and a phone number or a password
 * has few enough values to be guessed from a plain one.
 */
export const requestDigest = (
  keyring: Pick<Keyring, 'mac'>,
  route: string,
  params: unknown,
  body: unknown,
): Promise<string> => keyring.mac('request', digestOf({ route, params, body }));

/** Where a case stands in the due index: by its clock, or, once none can run any more, by its retention period. */
export const dueEntryOf = <S>(type: CaseType<S>, { id, state }: Pick<Stored<S>, 'id' | 'state'>): Item => {
  const entry = (kind: string, at: Instant): Item => ({
    [dueIndex.partition]: dueKey(kind, shardOf(id)),
    [dueIndex.sort]: `${at}#${id}`,
  });
  const dueAt = type.dueAt(state);
  if (dueAt !== undefined) return entry(type.kind, dueAt);
  const keptUntil = type.keptUntil?.(state);
  return keptUntil === undefined ? {} : entry(retentionKind(type.kind), keptUntil);
};

const stateItem = <S>(type: CaseType<S>, after: Stored<S>): Item => {
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
    ...dueEntryOf(type, after),
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

export type AnyStep = Step<unknown>;

/** What a commit writes of a step: the state guarded by its version, and every event as a new item. */
export const writesOf = (step: AnyStep): TransactWrite[] => [
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
