import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, startEngine } from '../../functions/local/engine.ts';
import { tendStreamRecords } from '../../functions/local/stream-records.ts';
import { ensureTable } from '../../functions/local/table.ts';
import { createDynamoClient } from '../../functions/platform/runtime/store.ts';
import { engineEndpoints } from './engine-endpoints.ts';

/** As many as there are cores to expect: one engine does one thing at a time. */
const engines = 2;

/** The first table makes the file whose stream records are indexed, as on a machine. */
const startIndexed = async (dbPath: string): Promise<Engine> => {
  const first = await startEngine({ dbPath });
  const client = createDynamoClient(first.endpoint);
  await ensureTable(client, 'first');
  client.destroy();
  await first.stop();
  tendStreamRecords(dbPath, 0);
  return startEngine({ dbPath });
};

/**
 * Engines for the whole run, each for its share of the workers; every test makes tables of its own. With
 * DYNAMODB_ENDPOINT set, the run uses that engine instead.
 */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env['DYNAMODB_ENDPOINT']) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'huimin-engine-'));
  const running: Engine[] = [];
  for (let n = 0; n < engines; n++) running.push(await startIndexed(join(folder, `engine-${n}.sqlite`)));
  process.env[engineEndpoints] = running.map(({ endpoint }) => endpoint).join(' ');
  return async () => {
    for (const engine of running) await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
