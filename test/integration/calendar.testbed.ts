import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { createTableInput } from '../../functions/platform/ledger/table.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { withRetries } from '../../functions/platform/runtime/retry.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { type Instant, parseInstant } from '../../functions/platform/runtime/time.ts';

/** A core on a table of its own, with a clock that stands until it is set. */
export interface Bed extends Core {
  readonly setTime: (text: string) => void;
  readonly tableName: string;
  readonly keyFile: string;
}

export interface Testbed extends AsyncDisposable {
  readonly endpoint: string;
  readonly folder: string;
  readonly bed: () => Promise<Bed>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};

const startEngine = async (): Promise<{ readonly endpoint: string; readonly stop: () => void }> => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given !== undefined) return { endpoint: given, stop: () => undefined };
  const port = await freePort();
  const engine = spawn('node_modules/@dynoxide/linux-x64/dynoxide', ['serve', '--port', String(port)], {
    stdio: 'ignore',
  });
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => void engine.kill() };
};

export const startTestbed = async (): Promise<Testbed> => {
  const engine = await startEngine();
  const folder = await mkdtemp(join(tmpdir(), 'huimin-test-'));
  const keyFile = join(folder, 'master.key');
  await writeFile(keyFile, new Uint8Array(32).fill(7));
  const client = createDynamoClient(engine.endpoint);
  await withRetries(() => withRetries(() => client.send(new ListTablesCommand({}))));
  let tables = 0;
  return {
    endpoint: engine.endpoint,
    folder,
    bed: async () => {
      tables += 1;
      const tableName = `test-${process.pid}-${Date.now()}-${tables}`;
      await client.send(new CreateTableCommand(createTableInput(tableName)));
      let time: Instant = parseInstant('2026-11-22T09:00:00+08:00');
      const clock = { now: () => time };
      const store = createStore(client, tableName);
      return {
        ...coreOn(
          store,
          fileKeyWrapper(keyFile),
          clock,
          createLog(() => undefined),
        ),
        setTime: (text) => {
          time = parseInstant(text);
        },
        tableName,
        keyFile,
      };
    },
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      engine.stop();
      await rm(folder, { recursive: true });
    },
  };
};
