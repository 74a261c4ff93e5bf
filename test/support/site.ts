import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { contracts } from '../../functions/functions.ts';
import { openApiDocument } from '../../functions/platform/contract/openapi.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site. */
    site: string;
  }
}

const web = resolve(import.meta.dirname, '../../web');

/** Builds the site the browser tests open, as it is shipped, but beside the one that may be served meanwhile. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const outDir = await mkdtemp(join(tmpdir(), 'huimin-site-'));
  await build({
    ...{ root: web, configFile: resolve(web, 'vite.config.ts'), logLevel: 'warn' },
    build: { outDir, emptyOutDir: true },
  });
  await mkdir(join(outDir, 'api'));
  await writeFile(join(outDir, 'api/openapi.json'), JSON.stringify(openApiDocument(contracts)));
  project.provide('site', outDir);
  return () => rm(outDir, { recursive: true, force: true });
};
