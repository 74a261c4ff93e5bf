import { type ChildProcess, spawn } from 'node:child_process';

/** The functions on port 3000, started again when one changes; the site on Vite's own server, replaced in place. */
const run = (args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess =>
  spawn(process.execPath, args, { stdio: 'inherit', env });

const children = [
  run(['--watch', '--watch-preserve-output', 'functions/local/start.ts'], {
    ...process.env,
    HUIMIN_SITE: 'none',
  }),
  run(['node_modules/vite/bin/vite.js', 'web']),
];
const stop = (): void => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
