import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { startEngine } from '../../functions/local/engine.ts';
import { tendStreamRecords } from '../../functions/local/stream-records.ts';
import { ensureTable } from '../../functions/local/table.ts';
import { createDynamoClient, type Item } from '../../functions/platform/runtime/store.ts';
import { temporaryFolder } from './temporary.ts';

/** An item as a line of an export: for who makes a million of them out of one. */
export interface Line {
  readonly line: string;
}

const lineOf = (item: Item): string =>
  JSON.stringify({ Item: marshall(item, { removeUndefinedValues: true }) });

/** The same item under so many ids, wherever its own stands in it. @param id of the item; nothing else in it reads so. */
export function* copiesOf(item: Item, id: string, ids: Iterable<string>): Generator<Line> {
  const parts = lineOf(item).split(id);
  for (const other of ids) yield { line: parts.join(other) };
}

/** What is in each table before anything is measured. */
export type Seeds = Readonly<Record<string, Iterable<Item | Line>>>;

/** The facts of our tables, in the words of the engine that is to make them. */
const describe = async (tableNames: readonly string[]): Promise<unknown[]> => {
  const engine = await startEngine();
  const client = createDynamoClient(engine.endpoint);
  try {
    const tables: unknown[] = [];
    for (const TableName of tableNames) {
      await ensureTable(client, TableName);
      tables.push(await client.send(new DescribeTableCommand({ TableName })));
    }
    return tables;
  } finally {
    client.destroy();
    await engine.stop();
  }
};

const isLine = (item: Item | Line): item is Line => typeof item['line'] === 'string';

const linesPerFile = 50_000;

/** Items in the layout of a DynamoDB export, which the engine reads some fifty times faster than it takes writes. */
const writeExport = (folder: string, items: Iterable<Item | Line>): void => {
  mkdirSync(folder, { recursive: true });
  let files = 0;
  let lines: string[] = [];
  const flush = (): void => {
    writeFileSync(join(folder, `${files}.json.gz`), gzipSync(lines.join('\n'), { level: 1 }));
    files += 1;
    lines = [];
  };
  for (const item of items) {
    const line = isLine(item) ? item.line : lineOf(item);
    if (lines.push(line) === linesPerFile) flush();
  }
  if (lines.length > 0 || files === 0) flush();
};

/** Makes the engine's file at `dbPath` with these tables and items, its stream records tended as on a machine. */
export const makeStore = async (dbPath: string, seeds: Seeds): Promise<void> => {
  const folder = temporaryFolder();
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(await describe(Object.keys(seeds))));
  const source = join(folder, 'export');
  for (const [table, items] of Object.entries(seeds)) writeExport(join(source, table, 'data'), items);
  const package_ = `@dynoxide/${process.platform}-${process.arch}/package.json`;
  const binary = join(dirname(createRequire(import.meta.url).resolve(package_)), 'dynoxide');
  execFileSync(binary, ['import', '--source', source, '--schema', schema, '--output', dbPath], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  tendStreamRecords(dbPath, 0);
};

export interface OpenStore extends AsyncDisposable {
  readonly endpoint: string;
  /** Path of a master key, made for this store. */
  readonly keyFile: string;
}

export const newKeyFile = (folder: string): string => {
  const path = join(folder, 'master.key');
  writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return path;
};

/** The embedded engine on a file of its own with these tables and items. */
export const openStore = async (seeds: Seeds): Promise<OpenStore> => {
  const folder = temporaryFolder();
  const dbPath = join(folder, 'bench.sqlite');
  await makeStore(dbPath, seeds);
  const engine = await startEngine({ dbPath });
  return {
    endpoint: engine.endpoint,
    keyFile: newKeyFile(folder),
    [Symbol.asyncDispose]: () => engine.stop(),
  };
};
