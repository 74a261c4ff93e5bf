import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as v from 'valibot';

type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

const checkpointsSchema = v.record(v.string(), v.string());

/** Last sequence number handled, by shard, in a file that is replaced whole; losing it only means doing things again. */
export const fileCheckpoints = (path: string) => {
  const read = (): Record<string, string> => {
    try {
      return v.parse(checkpointsSchema, JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return {};
    }
  };
  const checkpoints = read();
  return {
    get: (shard: string): string | undefined => checkpoints[shard],
    set: (shard: string, sequenceNumber: string): void => {
      checkpoints[shard] = sequenceNumber;
      writeFileSync(`${path}.new`, JSON.stringify(checkpoints));
      renameSync(`${path}.new`, path);
    },
  };
};

interface Follow {
  readonly dynamo: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly tableName: string;
  /** Each is given every batch; the next batch comes when all of them have done this one. */
  readonly handlers: readonly StreamHandler[];
  readonly checkpoints: ReturnType<typeof fileCheckpoints>;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

const idleMilliseconds = 100;

const iteratorFor = async (
  { streams, checkpoints }: Follow,
  StreamArn: string,
  ShardId: string,
): Promise<string | undefined> => {
  const SequenceNumber = checkpoints.get(ShardId);
  const from = async (after: string | undefined) =>
    streams.send(
      new GetShardIteratorCommand({
        StreamArn,
        ShardId,
        ...(after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' as const }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after }),
      }),
    );
  try {
    return (await from(SequenceNumber)).ShardIterator;
  } catch {
    // The checkpoint is older than what the stream keeps.
    return (await from(undefined)).ShardIterator;
  }
};

/** What the mappings in the cloud let through: states, and nothing else. */
const isState = ({ dynamodb }: DynamoDBRecord): boolean => dynamodb?.Keys?.['SK']?.S === 'STATE';

/** Hands a batch to a function until it reports no failure, as the event source mapping does. */
const deliver = async (
  handler: StreamHandler,
  records: readonly DynamoDBRecord[],
  signal: AbortSignal,
): Promise<void> => {
  let waiting = records.filter(isState);
  while (waiting.length > 0 && !signal.aborted) {
    const { batchItemFailures } = await handler({ Records: waiting });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    waiting = waiting.filter((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''));
    if (waiting.length > 0) await pause(idleMilliseconds);
  }
};

const streamArn = async ({ dynamo, tableName }: Follow): Promise<string> => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: tableName }));
  if (!Table?.LatestStreamArn) throw new Error(`table ${tableName} has no stream`);
  return Table.LatestStreamArn;
};

/** Where to read on in every shard. */
const openShards = async (follow: Follow, StreamArn: string): Promise<Map<string, string>> => {
  const { StreamDescription } = await follow.streams.send(new DescribeStreamCommand({ StreamArn }));
  const iterators = new Map<string, string>();
  for (const { ShardId = '' } of StreamDescription?.Shards ?? []) {
    const iterator = await iteratorFor(follow, StreamArn, ShardId);
    if (iterator) iterators.set(ShardId, iterator);
  }
  return iterators;
};

/** One batch of one shard; how many records there were, and where to go on unless the shard has ended. */
const readShard = async (follow: Follow, shard: string, ShardIterator: string) => {
  const page = await follow.streams.send(new GetRecordsCommand({ ShardIterator, Limit: 100 }));
  // The same JSON under the two packages' own types.
  const records = (page.Records ?? []) as DynamoDBRecord[];
  for (const handler of follow.handlers) await deliver(handler, records, follow.signal);
  const last = records.at(-1)?.dynamodb?.SequenceNumber;
  if (last) follow.checkpoints.set(shard, last);
  return { received: records.length, next: page.NextShardIterator };
};

/** Reads on in every shard until the signal, an error, or the end of a shard. */
const readOn = async (follow: Follow, iterators: Map<string, string>): Promise<void> => {
  const { signal } = follow;
  while (!signal.aborted) {
    let received = 0;
    for (const [shard, iterator] of iterators) {
      const read = await readShard(follow, shard, iterator);
      received += read.received;
      if (read.next === undefined) return;
      iterators.set(shard, read.next);
    }
    if (received === 0) await pause(idleMilliseconds, undefined, { signal }).catch(() => undefined);
  }
};

/**
 * Follows the table's stream from where it was left, until the signal: at least once, in order within a shard.
 * After an error or the end of a shard it looks for the shards again and goes on from its checkpoints.
 */
export const followStream = async (follow: Follow): Promise<void> => {
  while (!follow.signal.aborted) {
    try {
      await readOn(follow, await openShards(follow, await streamArn(follow)));
    } catch (error) {
      if (!follow.signal.aborted) follow.onError(error);
    }
    await pause(idleMilliseconds, undefined, { signal: follow.signal }).catch(() => undefined);
  }
};
