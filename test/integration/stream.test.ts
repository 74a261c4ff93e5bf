import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { expect, onTestFinished, test, vi } from 'vitest';
import { followStream } from '../../functions/local/stream.ts';
import { openPlatform } from '../support/core.ts';

test('the stream is followed also where the table could not be reached at first', async () => {
  const platform = await openPlatform();
  onTestFinished(() => platform[Symbol.asyncDispose]());
  const dynamo = platform.newClient();
  let refusals = 2;
  dynamo.middlewareStack.add(
    (next) => (args) => (refusals-- > 0 ? Promise.reject(new Error('no connection')) : next(args)),
    { step: 'initialize' },
  );
  const streams = new DynamoDBStreamsClient({
    ...{ endpoint: platform.endpoint, region: 'local' },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => streams.destroy());
  const stopping = new AbortController();
  const errors: unknown[] = [];
  const followed: unknown[] = [];
  const ended = followStream({
    ...{ dynamo, streams, tableName: platform.tableName, checkpoints: new Map(), signal: stopping.signal },
    handlers: [
      async ({ Records }) => {
        followed.push(...Records.map(({ dynamodb }) => dynamodb?.Keys?.['PK']?.S));
        return { batchItemFailures: [] };
      },
    ],
    onError: (error) => errors.push(error),
  });
  await platform.core.store.put({ PK: 'THING#1', SK: 'STATE' });
  await vi.waitFor(() => expect(followed).toEqual(['THING#1']), { timeout: 20_000 });
  expect(errors).toHaveLength(2);
  stopping.abort();
  await ended;
});
