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

const isEngineOn = (pid: number, dbPath: string): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command[0]?.endsWith('dynoxide') === true && command.includes(dbPath);
  } catch {
    return false;
  }
};

/** An engine whose host was killed may still be closing the file; two on one file would not know of each other. */
const endForgotten = async (pidPath: string, dbPath: string): Promise<void> => {
  if (!existsSync(pidPath)) return;
  const pid = Number(readFileSync(pidPath, 'utf8'));
  if (pid > 0 && isEngineOn(pid, dbPath)) {
    process.kill(pid, 'SIGTERM');
    while (isEngineOn(pid, dbPath)) await pause(20);
  }
  rmSync(pidPath, { force: true });
};

/** Ends the engine when this process is gone, however it went: the watcher's input closes with it. */
const endWithThisProcess = (pid: number): ChildProcess =>
  spawn('/bin/sh', ['-c', 'read -r _; kill "$1" 2>/dev/null', 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });

const startMilliseconds = 10_000;

interface Ready {
  readonly child: ChildProcess;
  readonly pid: number;
}

type Attempt = Ready | { readonly refusal: string };

/**
 * Waits for the engine's own word that it listens. Asking the port would do as well as long as nobody else
 * answers there.
 */
const launch = (binary: string, port: number, dbPath: string | undefined): Promise<Attempt> =>
  new Promise((resolve) => {
    const args = ['serve', '--host', '127.0.0.1', '--port', String(port)];
    // In a group of its own: Ctrl-C is for the host, which stops the engine once its last write is answered.
    const child = spawn(binary, dbPath === undefined ? args : [...args, '--db-path', dbPath], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ refusal: 'it said nothing for ten seconds' });
    }, startMilliseconds);
    const settle = (attempt: Attempt): void => {
      clearTimeout(timer);
      resolve(attempt);
    };
    child.stderr.on('data', (data) => {
      said = `${said}${data}`.slice(-2_000);
      if (child.pid && said.includes('listening on')) settle({ child, pid: child.pid });
    });
    child.once('error', (error) => settle({ refusal: error.message }));
    child.once('close', () => settle({ refusal: said.trim() }));
  });

const adviceFor = (refusal: string, port: number, dbPath: string | undefined): string => {
  if (refusal.includes('already in use'))
    return `Port ${port} is taken: stop what listens there, or choose another for the store.`;
  if (/unable to open|not a valid SQLite/.test(refusal))
    return `The store's file ${dbPath} can't be used: make it and its folder writable, or name another folder: HUIMIN_DATA=/path npm start`;
  return `The embedded store did not start: ${refusal}`;
};

const attempts = 5;

/** A port that was free a moment ago may be taken by the time the engine asks for it; another will do then. */
const launchSomewhere = async (
  binary: string,
  { port, dbPath }: EngineOptions,
): Promise<Ready & { readonly port: number }> => {
  for (let attempt = 1; ; attempt += 1) {
    const tried = port ?? (await freePort());
    const result = await launch(binary, tried, dbPath);
    if ('child' in result) return { ...result, port: tried };
    const mayTryAgain = port === undefined && result.refusal.includes('already in use');
    if (!mayTryAgain || attempt === attempts) throw new Error(adviceFor(result.refusal, tried, dbPath));
  }
};

/**
 * Starts the embedded store on loopback; it ends with this process, even a killed one.
 * @throws Error with one clear line when the platform has no engine, the port is taken or the file can't be used.
 */
export const startEngine = async (options: EngineOptions = {}): Promise<Engine> => {
  const binary = findBinary();
  const { dbPath } = options;
  const pidPath = dbPath === undefined ? undefined : `${dbPath}.pid`;
  if (dbPath !== undefined && pidPath !== undefined) await endForgotten(pidPath, dbPath);
  const { child, pid, port } = await launchSomewhere(binary, options);
  const watcher = endWithThisProcess(pid);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      // Its process id may soon be somebody else's.
      watcher.kill('SIGKILL');
      resolve();
    });
  });
  const atExit = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', atExit);
  if (pidPath !== undefined) writeFileSync(pidPath, String(pid));

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.removeListener('exit', atExit);
    child.kill(signal);
    await ended;
    if (pidPath !== undefined) rmSync(pidPath, { force: true });
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};
