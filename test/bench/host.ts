import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';

const root = join(import.meta.dirname, '../..');
const packageSchema = v.object({ scripts: v.object({ start: v.string() }) });

/** What `npm start` runs after it has built the site, with the settings it gives to Node. */
const startCommand = (): string => {
  const { scripts } = v.parse(packageSchema, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return scripts.start.split('&&').at(-1)?.trim() ?? '';
};

/** `npm start` without building the site: the host, and the store as its child. */
export interface Host extends AsyncDisposable {
  readonly address: string;
  /** Seconds from the start of the process to its first answer. */
  readonly seconds: number;
  /** Resident memory of host and store together, MB; undefined where there is no /proc. */
  readonly memory: () => Memory | undefined;
}

export interface Memory {
  readonly host: number;
  readonly store: number;
  readonly together: number;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const megabytesOf = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
};

const pollMilliseconds = 20;

/** Whether functions answer: before that the host says that it is starting, or nothing. */
const answers = async (address: string): Promise<boolean> => {
  try {
    const { status } = await fetch(`${address}/api/session`);
    return status === 401;
  } catch {
    return false;
  }
};

const untilAnswer = async (address: string, child: ChildProcess, said: () => string): Promise<void> => {
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`the host ended: ${said()}`);
    await pause(pollMilliseconds);
  }
};

/** @param data folder of the store; empty for a first start, which loads the demo district. */
export const startHost = async (data: string): Promise<Host> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const { DYNAMODB_ENDPOINT: _, ...env } = process.env;
  const child = spawn('sh', ['-c', `exec env ${startCommand()}`], {
    cwd: root,
    env: {
      ...env,
      PATH: `${dirname(process.execPath)}:${env['PATH'] ?? ''}`,
      HUIMIN_DATA: data,
      HUIMIN_SITE: 'none',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-2_000);
  });
  const ended = once(child, 'exit');
  const atExit = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', atExit);
  await untilAnswer(address, child, () => said);
  const seconds = (performance.now() - started) / 1000;
  return {
    address,
    seconds,
    memory: () => {
      if (!existsSync('/proc/self/status')) return undefined;
      const host = megabytesOf(child.pid ?? 0);
      const store = megabytesOf(Number(readFileSync(join(data, 'huimin.sqlite.pid'), 'utf8')));
      return { host, store, together: host + store };
    },
    [Symbol.asyncDispose]: async () => {
      process.removeListener('exit', atExit);
      child.kill('SIGTERM');
      await ended;
    },
  };
};
