import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { platformProblem } from '../contract/problems.ts';
import { isPassing, withRetries } from './retry.ts';
import { createMeter, type Meter } from './store-meter.ts';

export type Item = Record<string, unknown>;
export interface ItemKey extends Record<string, string> {
  readonly PK: string;
  readonly SK: string;
}
type SdkWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type WriteOf<Action extends keyof SdkWrite> = Omit<NonNullable<SdkWrite[Action]>, 'TableName'>;

/** One write of a transaction; the store adds the table's name. */
export type TransactWrite =
  | { readonly Put: WriteOf<'Put'> }
  | { readonly Update: WriteOf<'Update'> }
  | { readonly Delete: WriteOf<'Delete'> }
  | { readonly ConditionCheck: WriteOf<'ConditionCheck'> };

/** Why a transaction was cancelled, item by item in the order they were given. */
export interface Cancellation {
  readonly code: string;
  /** The item that stood in the way, when the write asked for it. */
  readonly item: Item | undefined;
}

/**
 * The table as the rest of the system uses it. Passing failures (throttling, conflicts, time-outs) are retried
 * here, within bounds; when the bounds run out the caller answers 503 with `Retry-After`, having changed all of it or
 * nothing: after a time-out nobody knows which, and the same request sent again finds out.
 */
export interface Store {
  readonly get: (key: ItemKey, consistency?: 'strong' | 'eventual') => Promise<Item | undefined>;
  /**
   * One request for each hundred; a key may be named more than once. What is not there is left out, and the order is
   * not that of the keys: see {@link byKey}.
   */
  readonly getMany: (keys: readonly ItemKey[], consistency?: 'strong' | 'eventual') => Promise<Item[]>;
  readonly query: (
    input: Omit<QueryCommandInput, 'TableName'>,
  ) => Promise<{ items: Item[]; last: Item | undefined }>;
  readonly put: (item: Item) => Promise<void>;
  /** False when an item with that key exists already. */
  readonly putNew: (item: Item) => Promise<boolean>;
  readonly remove: (key: ItemKey) => Promise<void>;
  /** The attributes after the update, or undefined when its condition did not hold. */
  readonly update: (
    input: Omit<UpdateCommandInput, 'TableName' | 'ReturnValues'>,
  ) => Promise<Item | undefined>;
  /** Undefined when everything was written; otherwise nothing was, and here is why. */
  readonly transact: (
    items: readonly TransactWrite[],
    token: string,
  ) => Promise<readonly Cancellation[] | undefined>;
  /** Runs a task and says what its requests took. */
  readonly metered: Meter['metered'];
}

/** Finds one of these items by its key. */
export const byKey = (items: readonly Item[]): ((key: ItemKey) => Item | undefined) => {
  const found = new Map(items.map((item) => [nameOf(item), item]));
  return (key) => found.get(nameOf(key));
};

const nameOf = ({ PK, SK }: Item): string => JSON.stringify([PK, SK]);

/** Items DynamoDB gives out in one request. */
const mostKeys = 100;

/**
 * A client with time limits: a call that hangs must not take the whole function with it. It tries once, because
 * the store tries again itself: five times four seconds, all within the half minute a gateway waits.
 */
export const createDynamoClient = (endpoint: string | undefined): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 1,
    // Without the third, the second only warns.
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
    ...(endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });

const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

const cancellations = (error: unknown): Cancellation[] | undefined =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code = 'None', Item: item }) => ({
        code: Code,
        // The document client reads answers, but not what an error carries.
        item: item && unmarshall(item),
      }))
    : undefined;

/** Cancelled only because something else was being written to the same items: asking again can help. */
const isContention = (error: unknown): boolean => {
  const reasons = cancellations(error);
  return reasons === undefined
    ? isPassing(error)
    : reasons.every(({ code }) => code !== 'ConditionalCheckFailed' && code !== 'ValidationError');
};

const orBusy = async <T>(
  task: () => Promise<T>,
  mayRetry: (error: unknown) => boolean = isPassing,
): Promise<T> => {
  try {
    return await withRetries(task, mayRetry);
  } catch (error) {
    if (mayRetry(error)) throw platformProblem('service.busy', { retryAfterSeconds: 2 });
    throw error;
  }
};

export const createStore = (client: DynamoDBClient, tableName: string): Store => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const TableName = tableName;
  const { asked, counted, metered } = createMeter();
  const getBatch = async (keys: readonly ItemKey[], ConsistentRead: boolean): Promise<Item[]> => {
    const found: Item[] = [];
    let waiting = [...keys];
    while (waiting.length > 0) {
      const Keys = waiting;
      const answer = counted(
        await orBusy(() =>
          documents.send(
            new BatchGetCommand({ ...asked(), RequestItems: { [TableName]: { Keys, ConsistentRead } } }),
          ),
        ),
      );
      found.push(...(answer.Responses?.[TableName] ?? []));
      waiting = (answer.UnprocessedKeys?.[TableName]?.Keys ?? []).map(({ PK, SK }) => ({
        PK: `${PK}`,
        SK: `${SK}`,
      }));
    }
    return found;
  };
  return {
    get: async (Key, consistency = 'strong') => {
      const ConsistentRead = consistency === 'strong';
      const command = new GetCommand({ ...asked(), TableName, Key, ConsistentRead });
      return counted(await orBusy(() => documents.send(command))).Item;
    },
    getMany: async (keys, consistency = 'strong') => {
      // A request that names an item twice is refused.
      const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
      const batches: Promise<Item[]>[] = [];
      for (let at = 0; at < wanted.length; at += mostKeys)
        batches.push(getBatch(wanted.slice(at, at + mostKeys), consistency === 'strong'));
      return (await Promise.all(batches)).flat();
    },
    query: async (input) => {
      const answer = counted(
        await orBusy(() => documents.send(new QueryCommand({ ...asked(), ...input, TableName }))),
      );
      return { items: answer.Items ?? [], last: answer.LastEvaluatedKey };
    },
    put: async (Item) => {
      counted(await orBusy(() => documents.send(new PutCommand({ ...asked(), TableName, Item }))));
    },
    putNew: async (Item) => {
      try {
        const ConditionExpression = 'attribute_not_exists(PK)';
        counted(
          await orBusy(() =>
            documents.send(new PutCommand({ ...asked(), TableName, Item, ConditionExpression })),
          ),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    remove: async (Key) => {
      counted(await orBusy(() => documents.send(new DeleteCommand({ ...asked(), TableName, Key }))));
    },
    update: async (input) => {
      try {
        const command = new UpdateCommand({ ...asked(), ...input, TableName, ReturnValues: 'ALL_NEW' });
        return counted(await orBusy(() => documents.send(command))).Attributes ?? {};
      } catch (error) {
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
    },
    transact: async (items, token) => {
      const TransactItems = items.map((item) => withTable(item, TableName));
      try {
        // The same token on every attempt: an attempt that timed out after it was carried out is not repeated.
        const command = { ...asked(), TransactItems, ClientRequestToken: token };
        counted(await orBusy(() => documents.send(new TransactWriteCommand(command)), isContention));
        return undefined;
      } catch (error) {
        const reasons = cancellations(error);
        if (reasons) return reasons;
        throw error;
      }
    },
    metered,
  };
};

const withTable = (write: TransactWrite, TableName: string): SdkWrite => {
  if ('Put' in write) return { Put: { ...write.Put, TableName } };
  if ('Update' in write) return { Update: { ...write.Update, TableName } };
  if ('Delete' in write) return { Delete: { ...write.Delete, TableName } };
  return { ConditionCheck: { ...write.ConditionCheck, TableName } };
};
