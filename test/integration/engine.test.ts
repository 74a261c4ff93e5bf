import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Engine, type EngineOptions, startEngine } from '../../functions/local/engine.ts';
import { ensureTable } from '../../functions/local/table.ts';
import { createDynamoClient } from '../../functions/platform/runtime/store.ts';

const engineModule = new URL('../../functions/local/engine.ts', import.meta.url).href;
const item = { PK: { S: 'ISSUE#1' }, SK: { S: 'STATE' } };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huimin-engine-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

const start = async (options: EngineOptions): Promise<Engine> => {
  const engine = await startEngine(options);
  onTestFinished(() => engine.stop());
  return engine;
};

const fileFor = (fact: string): string =>
  join(folder, `${createHash('sha256').update(fact).digest('hex').slice(0, 8)}.sqlite`);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const write = async ({ endpoint }: Engine): Promise<void> => {
  const client = createDynamoClient(endpoint);
  await ensureTable(client, 'kept');
  await client.send(new PutItemCommand({ TableName: 'kept', Item: item }));
  client.destroy();
};

const read = async ({ endpoint }: Engine): Promise<unknown> => {
  const client = createDynamoClient(endpoint);
  const { Item } = await client.send(new GetItemCommand({ TableName: 'kept', Key: item }));
  client.destroy();
  return Item;
};

// Elsewhere there is no embedded engine, and the suite runs on whatever DYNAMODB_ENDPOINT names.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded store', () => {
  test.each(['stop', 'kill'] as const)('what was acknowledged is there after a %s', async (end) => {
    const dbPath = fileFor(end);
    const first = await start({ dbPath });
    await write(first);
    await first[end]();
    expect(await read(await start({ dbPath }))).toEqual(item);
  });

  test('two engines never work on one file', async () => {
    const dbPath = fileFor('two');
    const first = await start({ dbPath });
    await write(first);
    const second = await start({ dbPath });
    expect(isRunning(first.pid)).toBe(false);
    expect(await read(second)).toEqual(item);
  });

  test('an engine ends with the host that started it, even a killed one', async () => {
    const script = `
      const { startEngine } = await import(${JSON.stringify(engineModule)});
      console.log((await startEngine()).pid);`;
    const host = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      host.kill('SIGKILL');
    });
    const [line] = await new Promise<string[]>((resolve) => {
      createInterface(host.stdout).once('line', (text) => resolve([text]));
    });
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    host.kill('SIGKILL');
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });

  test('whoever else answers on its port is not taken for the store', async () => {
    const other = createServer((_request, response) => response.end('healthy'));
    onTestFinished(() => {
      other.close();
    });
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await expect(startEngine({ port })).rejects.toThrow(
      `Port ${port} is taken: stop what listens there, or choose another for the store.`,
    );
  });

  test('a file in no folder, and a file that is something else, are refused with what to do', async () => {
    const strange = join(folder, 'strange.sqlite');
    await writeFile(strange, 'A letter to the district office, long enough to be no empty file.'.repeat(20));
    for (const dbPath of [join(folder, 'no-such-folder', 'huimin.sqlite'), strange])
      await expect(startEngine({ dbPath })).rejects.toThrow(
        `The store's file ${dbPath} can't be used: make it and its folder writable, or name another folder`,
      );
  });

  test('a platform without an engine is told what to set', async () => {
    const script = `
      Object.defineProperty(process, 'platform', { value: 'sunos' });
      const { startEngine } = await import(${JSON.stringify(engineModule)});
      await startEngine().catch((error) => console.log(error.message));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^There is no embedded store for sunos-x64\..*DYNAMODB_ENDPOINT=/),
    ]);
  });
});
