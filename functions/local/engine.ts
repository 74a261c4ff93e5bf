import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface EngineOptions {
  /** File the tables are kept in; in memory when not given. */
  readonly dbPath?: string;
  /** A free one when not given. */
  readonly port?: number;
}

export interface Engine {
  readonly endpoint: string;
  readonly pid: number;
  /** Ends it in order: what is being written is finished. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

const packageName = `@dynoxide/${process.platform}-${process.arch}`;

const findBinary = (): string => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), 'dynoxide');
  } catch {
    throw new Error(
      `There is no embedded store for ${process.platform}-${process.arch}. Start any DynamoDB-compatible engine, ` +
        'such as DynamoDB Local, and name it: DYNAMODB_ENDPOINT=http://localhost:8000 npm start',
    );
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const isEngine = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dynoxide');
  } catch {
    return false;
  }
};

/** An engine whose host was killed goes on with the file; two on one file would not know of each other. */
const endForgotten = async (pidPath: string): Promise<void> => {
  if (!existsSync(pidPath)) return;
  const pid = Number(readFileSync(pidPath, 'utf8'));
  if (pid > 0 && isEngine(pid)) {
    process.kill(pid, 'SIGTERM');
    while (isEngine(pid)) await pause(20);
  }
  rmSync(pidPath, { force: true });
};

const startMilliseconds = 10_000;
const pollMilliseconds = 20;

/** Asks until it answers. @throws Error with what the engine said when it ended instead. */
const untilReady = async (endpoint: string, child: ChildProcess, said: () => string): Promise<void> => {
  const deadline = performance.now() + startMilliseconds;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The embedded store did not start: ${said().trim()}`);
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(pollMilliseconds);
  }
  throw new Error('The embedded store did not answer within ten seconds.');
};

/** Starts the embedded store on loopback; it ends with this process at the latest. */
export const startEngine = async ({ dbPath, port: wanted }: EngineOptions = {}): Promise<Engine> => {
  const binary = findBinary();
  const pidPath = dbPath === undefined ? undefined : `${dbPath}.pid`;
  if (pidPath) await endForgotten(pidPath);
  const port = wanted ?? (await freePort());
  const args = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(dbPath ? ['--db-path', dbPath] : []),
  ];
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors = `${errors}${data}`.slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const atExit = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', atExit);
  if (pidPath && child.pid) writeFileSync(pidPath, String(child.pid));
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(endpoint, child, () => errors);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.removeListener('exit', atExit);
    child.kill(signal);
    await ended;
    if (pidPath && signal === 'SIGTERM') rmSync(pidPath, { force: true });
  };
  return { endpoint, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};
