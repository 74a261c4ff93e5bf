import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item, ItemKey, Store, TransactWrite } from '../../functions/platform/runtime/store.ts';

type QueryInput = Parameters<Store['query']>[0];
type UpdateInput = Parameters<Store['update']>[0];

/** A request that finds what is due or writes what became of it: what nobody can do without. */
type Request =
  | { readonly query: QueryInput }
  | { readonly writes: readonly TransactWrite[] }
  | { readonly update: UpdateInput };

const keyOf = (write: TransactWrite): ItemKey => {
  const { PK, SK } = ('Put' in write
    ? write.Put.Item
    : 'Update' in write
      ? write.Update.Key
      : 'Delete' in write
        ? write.Delete.Key
        : write.ConditionCheck.Key) ?? { PK: '', SK: '' };
  return { PK: String(PK), SK: String(SK) };
};

/** DynamoDB's own limit. */
const mostWrites = 100;

/** Writes that nobody has to be asked about, in as few requests as they fit in. */
export const writeAll = async (store: Store, writes: readonly TransactWrite[]): Promise<void> => {
  for (let at = 0; at < writes.length; at += mostWrites) {
    const cancelled = await store.transact(writes.slice(at, at + mostWrites), randomUUID());
    if (cancelled) throw new Error(`not written: ${cancelled.map(({ code }) => code).join(', ')}`);
  }
};

export interface Recorder {
  /** The store whose requests are remembered, with what stood where they write. */
  readonly store: Store;
  readonly requests: readonly Request[];
  /** Puts everything back as it was before the first request. */
  readonly undo: () => Promise<void>;
}

/** @param plain the same table by way of a client nobody meters. */
export const recorderOn = (store: Store, plain: Store): Recorder => {
  const requests: Request[] = [];
  const before = new Map<string, { readonly key: ItemKey; readonly item: Item | undefined }>();
  const remember = async (keys: readonly ItemKey[]): Promise<void> => {
    for (const key of keys) {
      const name = `${key.PK} ${key.SK}`;
      if (!before.has(name)) before.set(name, { key, item: await plain.get(key) });
    }
  };
  const noted = async (write: TransactWrite): Promise<void> => {
    requests.push({ writes: [write] });
    await remember([keyOf(write)]);
  };
  const itemKey = ({ PK, SK }: Item): ItemKey => ({ PK: String(PK), SK: String(SK) });
  return {
    requests,
    store: {
      ...store,
      query: (query) => {
        requests.push({ query });
        return store.query(query);
      },
      transact: async (writes, token) => {
        requests.push({ writes });
        await remember(writes.map(keyOf));
        return store.transact(writes, token);
      },
      update: async (input) => {
        requests.push({ update: input });
        await remember([itemKey(input.Key ?? {})]);
        return store.update(input);
      },
      put: async (item) => {
        await noted({ Put: { Item: item } });
        return store.put(item);
      },
      putNew: async (item) => {
        await noted({ Put: { Item: item, ConditionExpression: 'attribute_not_exists(PK)' } });
        return store.putNew(item);
      },
      remove: async (key) => {
        await remember([itemKey(key)]);
        requests.push({ writes: [{ Delete: { Key: key } }] });
        return store.remove(key);
      },
    },
    undo: () =>
      writeAll(
        plain,
        [...before.values()].map(({ key, item }) =>
          item ? { Put: { Item: item } } : { Delete: { Key: key } },
        ),
      ),
  };
};

const withTable = (write: TransactWrite, TableName: string) => {
  if ('Put' in write) return { Put: { ...write.Put, TableName } };
  if ('Update' in write) return { Update: { ...write.Update, TableName } };
  if ('Delete' in write) return { Delete: { ...write.Delete, TableName } };
  return { ConditionCheck: { ...write.ConditionCheck, TableName } };
};

/** What no longer holds is let be, as the store does. */
const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
};

/** The floor: the same queries and the same conditional writes by the bare SDK, one after the other. */
export const replay = async (
  client: DynamoDBClient,
  TableName: string,
  requests: readonly Request[],
): Promise<void> => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  for (const request of requests) {
    if ('query' in request) await documents.send(new QueryCommand({ ...request.query, TableName }));
    else if ('update' in request)
      await documents.send(new UpdateCommand({ ...request.update, TableName })).catch(unlessRefused);
    else
      await documents.send(
        new TransactWriteCommand({
          ClientRequestToken: randomUUID(),
          TransactItems: request.writes.map((write) => withTable(write, TableName)),
        }),
      );
  }
};
