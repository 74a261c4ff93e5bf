import { createServer } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createDynamoClient } from '../../functions/platform/runtime/store.ts';

test('a table that takes a request and never answers does not hold a function for ever', async () => {
  const silent = createServer(() => undefined);
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, '127.0.0.1', () => {
      const address = silent.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const client = createDynamoClient(`http://127.0.0.1:${port}`);
  const asked = client.send(new GetItemCommand({ TableName: 't', Key: { PK: { S: 'a' }, SK: { S: 'b' } } }));
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  client.destroy();
  silent.close();
}, 15_000);
