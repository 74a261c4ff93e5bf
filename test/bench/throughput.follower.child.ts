import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { streamFunction } from '../../functions/insight/stream-function.ts';
import { fileCheckpoints, followStream } from '../../functions/local/stream.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';

const [endpoint = '', tableName = '', checkpoints = ''] = process.argv.slice(2);
const dynamo = createDynamoClient(endpoint);
const store = createStore(dynamo, tableName);
const streams = new DynamoDBStreamsClient({
  ...{ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } },
});
const log = createLog((line) => {
  if (line.includes('failed":1')) process.stderr.write(`${line}\n`);
});
const project = streamFunction({ log }, (images) => projectImages(store, projectors, images));

/** Records of the stream the projections have worked off so far: told after every batch. */
let done = 0;
await followStream({
  ...{ dynamo, streams, tableName, checkpoints: fileCheckpoints(checkpoints) },
  handlers: [
    async (event) => {
      const answer = await project(event);
      done += event.Records.length - answer.batchItemFailures.length;
      process.send?.(done);
      return answer;
    },
  ],
  // It ends with the process.
  signal: new AbortController().signal,
  onError: (error) => {
    process.stderr.write(`${String(error)}\n`);
  },
});
