import { resolve } from 'node:path';
import { build } from 'vite';

const web = resolve(import.meta.dirname, '../../web');

/** Builds the site the browser tests open, as it is shipped. */
export default async (): Promise<void> => {
  await build({ root: web, configFile: resolve(web, 'vite.config.ts'), logLevel: 'warn' });
};
