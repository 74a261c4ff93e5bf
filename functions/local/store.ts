import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../platform/runtime/clock.ts';
import { createDynamoClient } from '../platform/runtime/store.ts';
import { epochSeconds } from '../platform/runtime/time.ts';
import { type Engine, startEngine } from './engine.ts';
import { tendStreamRecords } from './stream-records.ts';
import { ensureTable } from './table.ts';

/** Stands in the data folder while a first load is under way. */
const loadingMark = (data: string): string => join(data, 'loading');

/** Loads what a new table begins with; if it is interrupted, the next start begins with an empty table again. */
export const loadFirst = async (data: string, load: () => Promise<void>): Promise<void> => {
  writeFileSync(loadingMark(data), '');
  await load();
  rmSync(loadingMark(data));
};

export interface OpenTable {
  readonly endpoint: string;
  readonly isNew: boolean;
  /** Undefined when somebody else runs the engine. */
  readonly engine: Engine | undefined;
}

const createTableAt = async (endpoint: string, tableName: string): Promise<boolean> => {
  const client = createDynamoClient(endpoint);
  try {
    return await ensureTable(client, tableName);
  } finally {
    client.destroy();
  }
};

/** The engine on its file, the table in it. A new file is made first, because its records are tended while it rests. */
export const openTable = async (data: string, tableName: string): Promise<OpenTable> => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given) return { endpoint: given, isNew: await createTableAt(given, tableName), engine: undefined };
  const dbPath = join(data, 'huimin.sqlite');
  const first = existsSync(dbPath) ? undefined : await startEngine({ dbPath });
  await first?.stop();
  tendStreamRecords(dbPath, epochSeconds(systemClock.now()));
  const engine = await startEngine({ dbPath });
  return { endpoint: engine.endpoint, isNew: await createTableAt(engine.endpoint, tableName), engine };
};

/** Removes what an interrupted first load left. */
export const clearHalfLoaded = (data: string): void => {
  if (!existsSync(loadingMark(data))) return;
  for (const name of readdirSync(data)) {
    if (name.startsWith('huimin.sqlite') || name === 'stream.json') rmSync(join(data, name), { force: true });
  }
  rmSync(loadingMark(data));
};
