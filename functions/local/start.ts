import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPhotoStore } from '../platform/photos/photo-store.open.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment, photoEnvironment } from '../platform/runtime/environment.ts';
import { demoAccounts, demoAdministrator, demoPassword } from './demo/accounts.ts';
import { goOnLoading, loadLater } from './later-load.ts';
import { startMachine } from './machine.ts';
import { loadFirst } from './store.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const data = resolve(process.env['HUIMIN_DATA'] ?? resolve(root, '.data'));
const port = Number(process.env['PORT'] ?? 3000);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One clear line that says what to do, for what can go wrong before anything runs. */
const advice = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or start with another: PORT=3001 npm start`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return `The folder ${data} can't be written to. Give it to this user, or name another: HUIMIN_DATA=/path npm start`;
  }
  return error instanceof Error ? error.message : String(error);
};

const showAccounts = (): void => {
  say(`\nDemo accounts, all with the password ${demoPassword}`);
  for (const { loginName, roles, name, scope } of [demoAdministrator, ...demoAccounts]) {
    say(`  ${loginName.padEnd(12)} ${roles.join(', ').padEnd(12)} ${name}  ${scope}`);
  }
};

const start = async (): Promise<void> => {
  mkdirSync(data, { recursive: true });
  accessSync(data, constants.W_OK);
  // Until everything is up, a signal ends the process at once, and the engine with it.
  const quit = (): never => process.exit(130);
  process.once('SIGINT', quit);
  process.once('SIGTERM', quit);
  const site = process.env['HUIMIN_SITE'] === 'none' ? undefined : resolve(root, 'dist/web');
  const machine = await startMachine({ data, site, port, tableName: 'huimin' });
  if (machine.isNew) {
    say('The table is empty: loading the demo district.');
    // Only where the table is empty: what the demo uses would stay in memory otherwise.
    const { loadDemo } = await import('./demo/demo.ts');
    const core = createCore(parseEnv(coreEnvironment, process.env));
    const show = (step: string): void => {
      process.stdout.write(`\r\x1b[K  ${step}`);
    };
    const now = core.clock.now();
    await loadFirst(data, () => loadDemo(core, now, show));
    loadLater(data, now);
    say('\r\x1b[K  done');
  }
  machine.run();
  showAccounts();
  say(`\nHuimin runs at ${machine.address} — residents at /, officers at /admin. Ctrl-C stops it.`);

  const leaving = new AbortController();
  const environment = parseEnv(photoEnvironment, process.env);
  const later = { ...createCore(environment), photos: openPhotoStore(environment.PHOTOS) };
  const loading = goOnLoading(data, later, {
    signal: leaving.signal,
    onProgress: (part, step) => say(`  ${part}, in the background: ${step}`),
    onError: (part, error) => say(`  ${part} of the demo could not be loaded: ${advice(error)}`),
  });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('\nStopping.');
    leaving.abort();
    const stopped = loading.then(() => machine.stop());
    stopped.then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.removeListener('SIGINT', quit).on('SIGINT', stop);
  process.removeListener('SIGTERM', quit).on('SIGTERM', stop);
};

start().catch((error: unknown) => {
  process.stderr.write(`${advice(error)}\n`);
  process.exit(1);
});
