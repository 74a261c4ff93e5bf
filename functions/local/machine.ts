import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { contracts, functionRows, schedules } from '../functions.ts';
import { consoleLog } from '../platform/runtime/log.ts';
import { createDynamoClient } from '../platform/runtime/store.ts';
import { loadFunctions } from './functions.ts';
import { createGateway } from './gateway.ts';
import { lockFolder } from './lock.ts';
import { startScheduler } from './scheduler.ts';
import { createSite } from './site.ts';
import { clearHalfLoaded, openTable } from './store.ts';
import { fileCheckpoints, followStream } from './stream.ts';

export interface MachineOptions {
  /** Folder of everything that is kept: the store, the key, the photos. */
  readonly data: string;
  /** Folder of the built site; undefined when something else serves it. */
  readonly site: string | undefined;
  readonly port: number;
  readonly tableName: string;
}

export interface Machine {
  readonly address: string;
  /** Whether the table had to be created. */
  readonly isNew: boolean;
  /** Answers requests from here on, lets the stream flow, fires the schedules now and at their times. */
  readonly run: () => void;
  readonly stop: () => Promise<void>;
}

const masterKey = (path: string): string => {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return path;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** The functions' environment on one machine, the same variables the infrastructure sets. */
const environmentOf = (
  { data, tableName, port }: MachineOptions,
  endpoint: string,
): Record<string, string> => ({
  TABLE_NAME: tableName,
  MASTER_KEY: `file:${masterKey(join(data, 'master.key'))}`,
  DYNAMODB_ENDPOINT: endpoint,
  PHOTOS: `folder:${join(data, 'photos')}`,
  COOKIE_OVER_HTTP: 'yes',
  // Where mails lead to; SMTP_URL and MAIL_FROM, which send them, are the caller's to set.
  SITE_URL: process.env['SITE_URL'] ?? `http://localhost:${port}`,
});

/** Where no built site has it, the API's description is made when it is asked for. */
const describeApi = async (response: ServerResponse): Promise<void> => {
  const { openApiDocument } = await import('../platform/contract/openapi.ts');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(openApiDocument(contracts)));
};

/**
 * The whole system on one machine: embedded store, all functions behind a gateway, the stream and the site.
 * @throws Error with one clear line when a folder can't be written, a port is taken or the platform has no engine.
 */
export const startMachine = async (options: MachineOptions): Promise<Machine> => {
  mkdirSync(options.data, { recursive: true });
  const unlock = lockFolder(join(options.data, 'host.pid'));
  clearHalfLoaded(options.data);
  const stopping = new AbortController();
  const { endpoint, isNew, engine } = await openTable(options.data, options.tableName);
  const dynamo = createDynamoClient(endpoint);
  Object.assign(process.env, environmentOf(options, endpoint));
  const functions = loadFunctions();

  const streams = new DynamoDBStreamsClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  let followed: Promise<void> | undefined;
  const follow = (): void => {
    followed = followStream({
      ...{ dynamo, streams, handlers: functions.stream, tableName: options.tableName },
      ...{ signal: stopping.signal, checkpoints: fileCheckpoints(join(options.data, 'stream.json')) },
      onError: (error) => consoleLog.error('projection.failed', {}, error),
    });
  };

  const routes = functionRows.flatMap(({ name, trigger }) =>
    trigger.kind === 'api'
      ? Object.values(trigger.contract.routes).map((row) => ({ row, functionName: name }))
      : [],
  );
  const gateway = createGateway(routes, functions.api);
  const site = options.site === undefined ? undefined : createSite(options.site);
  let isRunning = false;
  const server = createServer((request, response) => {
    if (!isRunning) {
      response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain; charset=utf-8' });
      response.end('Huimin is starting. 惠民正在启动。');
      return;
    }
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/api/openapi.json' && !site) void describeApi(response);
    else if (site && (!path.startsWith('/api/') || path === '/api/openapi.json')) site(request, response);
    else void gateway(request, response);
  });
  const port = await listen(server, options.port);

  let scheduler: ReturnType<typeof startScheduler> | undefined;
  const run = (): void => {
    isRunning = true;
    follow();
    const rows = schedules.flatMap(({ row, functionName }) => {
      const handler = functions.schedule.get(functionName);
      return handler ? [{ row, run: handler }] : [];
    });
    scheduler = startScheduler(rows, (error) => consoleLog.error('schedule.failed', {}, error));
  };

  const stop = async (): Promise<void> => {
    scheduler?.stop();
    server.close();
    server.closeAllConnections();
    stopping.abort();
    await followed;
    dynamo.destroy();
    streams.destroy();
    await engine?.stop();
    unlock();
  };
  return { address: `http://localhost:${port}`, isNew, run, stop };
};
