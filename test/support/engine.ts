import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../functions/local/engine.ts';
import { tendStreamRecords } from '../../functions/local/stream-records.ts';
import { ensureTable } from '../../functions/local/table.ts';
import { createDynamoClient } from '../../functions/platform/runtime/store.ts';

/**
 * One engine for the whole run; every test makes tables of its own on it. With DYNAMODB_ENDPOINT set, the run uses
 * that engine instead. The first table makes the file whose stream records are indexed, as on a machine.
 */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env['DYNAMODB_ENDPOINT']) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'huimin-engine-'));
  const dbPath = join(folder, 'engine.sqlite');
  const first = await startEngine({ dbPath });
  const client = createDynamoClient(first.endpoint);
  await ensureTable(client, 'first');
  client.destroy();
  await first.stop();
  tendStreamRecords(dbPath, 0);
  const engine = await startEngine({ dbPath });
  process.env['DYNAMODB_ENDPOINT'] = engine.endpoint;
  return async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
