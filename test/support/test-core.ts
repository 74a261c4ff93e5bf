import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../functions/local/engine.ts';
import { ensureTable } from '../../functions/local/table.ts';
import type { Clock } from '../../functions/platform/runtime/clock.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore, type Store } from '../../functions/platform/runtime/store.ts';
import { addMinutes, type Instant, parseInstant } from '../../functions/platform/runtime/time.ts';

/** A clock that stands until a test moves it. */
export interface TestClock extends Clock {
  readonly advance: (minutes: number) => void;
}

export const standingClock = (text: string): TestClock => {
  let now: Instant = parseInstant(text);
  return {
    now: () => now,
    advance: (minutes) => {
      now = addMinutes(now, minutes);
    },
  };
};

export interface TestCore {
  readonly core: Core;
  readonly clock: TestClock;
  /** Every line logged so far. */
  readonly logged: readonly string[];
  readonly endpoint: string;
  readonly tableName: string;
  /** Path of the master key, for what is started as a program of its own. */
  readonly keyFile: string;
  /** Another core on the same table, by way of a store of the test's own. */
  readonly on: (wrap: (store: Store) => Store) => Core;
  readonly close: () => Promise<void>;
}

const engineEndpoint = async (): Promise<{ endpoint: string; stop: () => Promise<void> }> => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  return given === undefined ? startEngine() : { endpoint: given, stop: async () => undefined };
};

/** The real parts on a real engine: a table and a key of their own, a clock the test holds. */
export const openTestCore = async (now = '2026-11-23T09:00:00+08:00'): Promise<TestCore> => {
  const engine = await engineEndpoint();
  const tableName = `huimin-${randomUUID()}`;
  const client = createDynamoClient(engine.endpoint);
  await ensureTable(client, tableName);
  const folder = await mkdtemp(join(tmpdir(), 'huimin-key-'));
  const keyFile = join(folder, 'master.key');
  await writeFile(keyFile, randomBytes(32), { mode: 0o600 });
  const clock = standingClock(now);
  const logged: string[] = [];
  const log = createLog((line) => logged.push(line));
  const store = createStore(client, tableName);
  const wrapper = fileKeyWrapper(keyFile);
  return {
    core: coreOn(store, wrapper, clock, log),
    clock,
    logged,
    endpoint: engine.endpoint,
    tableName,
    keyFile,
    on: (wrap) => coreOn(wrap(store), wrapper, clock, log),
    close: async () => {
      client.destroy();
      await engine.stop();
      await rm(folder, { recursive: true });
    },
  };
};
