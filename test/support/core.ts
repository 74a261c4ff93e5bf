import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { startEngine } from '../../functions/local/engine.ts';
import { ensureTable } from '../../functions/local/table.ts';
import type { Clock } from '../../functions/platform/runtime/clock.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import {
  createDynamoClient,
  createStore,
  type Item,
  type Store,
} from '../../functions/platform/runtime/store.ts';
import { addMinutes, type Instant, parseInstant } from '../../functions/platform/runtime/time.ts';
import { engineOfWorker } from './engine-endpoints.ts';

/** A clock that stands until a test sets it. */
export interface SettableClock extends Clock {
  readonly set: (text: string) => void;
  readonly advance: (minutes: number) => void;
}

export const settableClock = (text: string): SettableClock => {
  let now: Instant = parseInstant(text);
  return {
    now: () => now,
    set: (later) => {
      now = parseInstant(later);
    },
    advance: (minutes) => {
      now = addMinutes(now, minutes);
    },
  };
};

export interface Platform extends AsyncDisposable {
  readonly core: Core;
  readonly clock: SettableClock;
  /** Every line logged so far. */
  readonly logged: readonly string[];
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  readonly tableName: string;
  /** Path of the master key, for what is started as a program of its own. */
  readonly keyFile: string;
  /** Another core on the same table, key, clock and log, by way of a client of the test's own. */
  readonly through: (client: DynamoDBClient) => Core;
  /** The same by way of a store of the test's own. */
  readonly on: (wrap: (store: Store) => Store) => Core;
  /** A client on the same engine with nothing added to it yet. */
  readonly newClient: () => DynamoDBClient;
  /** Everything in the table: what only a test may ask for. */
  readonly everything: () => Promise<Item[]>;
}

export const allItems = async (client: DynamoDBClient, TableName: string): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  return items;
};

/** The engine of the run when there is one, otherwise one of the test's own. */
const engineOfTest = async (): Promise<{
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}> => {
  const given = engineOfWorker();
  return given === undefined ? startEngine() : { endpoint: given, stop: async () => undefined };
};

/** The platform on a real engine: a table and a key of its own, a clock the test holds. */
export const openPlatform = async (now = '2026-11-23T09:00:00+08:00'): Promise<Platform> => {
  const engine = await engineOfTest();
  const tableName = `huimin-${randomUUID()}`;
  const clients: DynamoDBClient[] = [];
  const newClient = (): DynamoDBClient => {
    const made = createDynamoClient(engine.endpoint);
    clients.push(made);
    return made;
  };
  const client = newClient();
  await ensureTable(client, tableName);
  const folder = await mkdtemp(join(tmpdir(), 'huimin-key-'));
  const keyFile = join(folder, 'master.key');
  await writeFile(keyFile, randomBytes(32), { mode: 0o600 });
  const clock = settableClock(now);
  const logged: string[] = [];
  const log = createLog((line) => logged.push(line));
  const on: Platform['on'] = (wrap) =>
    coreOn(wrap(createStore(client, tableName)), fileKeyWrapper(keyFile), clock, log);
  const through: Platform['through'] = (other) => on(() => createStore(other, tableName));
  return {
    core: through(client),
    clock,
    logged,
    client,
    endpoint: engine.endpoint,
    tableName,
    keyFile,
    through,
    on,
    newClient,
    everything: () => allItems(client, tableName),
    [Symbol.asyncDispose]: async () => {
      for (const each of clients) each.destroy();
      await engine.stop();
      await rm(folder, { recursive: true });
    },
  };
};
