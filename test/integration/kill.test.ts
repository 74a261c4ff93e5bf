import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyCases } from '../../functions/insight/verify.usecases.ts';
import { type Issue, issueSchema } from '../../functions/issues/issues.states.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { type Engine, startEngine } from '../../functions/local/engine.ts';
import { ensureTable } from '../../functions/local/table.ts';
import { createCore } from '../../functions/platform/runtime/core.ts';
import { createDynamoClient, type Item } from '../../functions/platform/runtime/store.ts';
import { allItems } from '../support/core.ts';
import { buildDistrict } from '../support/district.ts';
import { randomFrom } from '../support/faults.ts';

const tableName = 'huimin-kill';
const rounds = 5;
let folder: string;
let dbPath: string;
let keyFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huimin-kill-'));
  dbPath = join(folder, 'store.sqlite');
  keyFile = join(folder, 'master.key');
  await writeFile(keyFile, randomBytes(32), { mode: 0o600 });
});
afterAll(async () => rm(folder, { recursive: true }));

const environmentFor = ({ endpoint }: Engine) => ({
  ...{ TABLE_NAME: tableName, MASTER_KEY: `file:${keyFile}`, DYNAMODB_ENDPOINT: endpoint },
});

interface Writer {
  /** What it was told is done, one line each. */
  readonly acknowledged: string[];
  /** Resolves when so many changes were acknowledged. */
  readonly reached: (count: number) => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** The host's process: it works until it is killed. */
const startWriter = (engine: Engine): Writer => {
  const child = spawn(process.execPath, ['test/support/issues.writer.ts', '8'], {
    env: { ...process.env, ...environmentFor(engine), NODE_NO_WARNINGS: '1' },
    // What it says when its store is gone is no news.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = Promise.all([once(child, 'exit'), once(child.stdout, 'close')]);
  const acknowledged: string[] = [];
  let rest = '';
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  child.stdout.on('data', (data) => {
    const lines = `${rest}${data}`.split('\n');
    // A line cut off by the kill was not acknowledged in full.
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
    for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
  });
  const reached = (count: number) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ count, resolve });
      child.once('exit', (code) => reject(new Error(`the writer ended with ${code}`)));
    });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { acknowledged, reached, kill };
};

/** Both sides of a link or neither; the person with the issue or neither; every event with its state. */
const checkWhole = (items: readonly Item[]): void => {
  const byKey = new Map(items.map((item) => [`${item['PK']} ${item['SK']}`, item]));
  const issueAt = (reference: unknown): Issue =>
    v.parse(issueSchema, byKey.get(`ISSUE#${reference} STATE`)?.['state']);
  for (const { PK, SK, id, kind } of items) {
    if (kind !== issueType.kind) continue;
    expect(byKey.has(`${PK} STATE`), `${PK} ${SK} has a state`).toBe(true);
    if (SK !== 'STATE') continue;
    expect(byKey.has(`${PK} PERSON`), `${PK} has a person`).toBe(true);
    const issue = issueAt(id);
    if (issue.state === 'linked') expect(issueAt(issue.duplicateOf).duplicates).toContain(id);
    for (const each of issue.duplicates) expect(issueAt(each)).toMatchObject({ duplicateOf: id });
  }
};

test(`host and store killed in the middle of writes, ${rounds} times: what was acknowledged is there, nothing is half-written`, async () => {
  const random = randomFrom(20_261_122);
  const acknowledged = new Map<string, string>();
  let engine = await startEngine({ dbPath });
  const setUp = createDynamoClient(engine.endpoint);
  await ensureTable(setUp, tableName);
  await buildDistrict(createCore(environmentFor(engine)));
  setUp.destroy();

  for (let round = 1; round <= rounds; round++) {
    const writer = startWriter(engine);
    await writer.reached(20 + Math.floor(random() * 60));
    // First the one, then the other, or both at once: a power cut asks nobody.
    const ends = [() => engine.kill(), () => writer.kill()];
    if (round % 3 === 0) await Promise.all(ends.map((end) => end()));
    else for (const end of round % 3 === 1 ? ends : ends.toReversed()) await end();
    for (const line of writer.acknowledged) {
      const [reference = '', version = '', head = ''] = line.split(' ');
      acknowledged.set(`${reference} ${version}`, head);
    }
    engine = await startEngine({ dbPath });

    const core = createCore(environmentFor(engine));
    const month = core.clock.now().slice(0, 7);
    const { examined, broken } = await verifyCases(core, [issueType.kind], '2020-01', month);
    expect(broken).toEqual([]);
    expect(examined).toBeGreaterThan(0);
    const client = createDynamoClient(engine.endpoint);
    const items = await allItems(client, tableName);
    client.destroy();
    const hashes = new Map(items.map(({ id, n, hash }) => [`${id} ${n}`, hash]));
    const lost = [...acknowledged].filter(([change, head]) => hashes.get(change) !== head);
    expect(lost).toEqual([]);

    checkWhole(items);
    const states = items.filter(({ PK, SK }) => String(PK).startsWith('ISSUE#') && SK === 'STATE');
    expect(examined).toBe(states.length);
  }
  expect(acknowledged.size).toBeGreaterThan(rounds * 20);
  await engine.stop();
});
