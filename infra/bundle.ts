import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import type { FunctionRow } from '../functions/functions.ts';
import { leanSdk, replacements } from './bundle/lean-sdk.ts';
import { requiredHttp } from './bundle/required-http.ts';

const root = join(import.meta.dirname, '..');

export interface Bundle {
  /** The module that exports `handler`; its folder is all the function is. */
  readonly file: string;
  readonly folder: string;
  /** Everything in the folder that runs. */
  readonly bytes: number;
  readonly gzip: number;
  /** What a cold start loads; the rest comes with the first call that needs it. */
  readonly coldBytes: number;
}

/**
 * As measured (Node 24, medians of 15): one file or split makes 60 or 46 ms of a cold start that imports S3 only
 * when a photo is asked for, and splitting also shares what a lazy part and the rest have in common.
 */
const options = {
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // The SDK's CommonJS build can't be shaken.
  mainFields: ['module', 'main'],
  conditions: ['module'],
  outExtension: { '.js': '.mjs' },
  metafile: true,
  // Stays with the build and is not deployed; turns a logged trace back into lines of the source.
  sourcemap: 'external',
  absWorkingDir: root,
  logLevel: 'error',
} as const satisfies BuildOptions;

/** The modules a cold start loads: the first, and what is imported without being asked. */
const coldOf = ({ outputs }: Metafile, first: string): ReadonlySet<string> => {
  const cold = new Set<string>();
  const waiting = [first];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (cold.has(path)) continue;
    cold.add(path);
    for (const { kind, external, path: imported } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) waiting.push(imported);
    }
  }
  return cold;
};

const bundle = async (entry: string, folder: string, extra: BuildOptions = {}): Promise<Bundle> => {
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    ...options,
    ...extra,
    metafile: true,
    entryPoints: { index: entry },
    outdir: folder,
  });
  const modules = Object.keys(metafile.outputs).filter((path) => path.endsWith('.mjs'));
  const main = modules.find((path) => path.endsWith('/index.mjs')) ?? '';
  const cold = coldOf(metafile, main);
  let bytes = 0;
  let coldBytes = 0;
  let gzip = 0;
  for (const path of modules) {
    const content = await readFile(join(root, path));
    bytes += content.length;
    gzip += gzipSync(content).length;
    if (cold.has(path)) coldBytes += content.length;
  }
  return { file: join(root, main), folder, bytes, gzip, coldBytes };
};

/**
 * Bundles one function into `<outdir>/<name>/`, emptied before.
 * @throws when its entry point is missing or does not bundle.
 */
export const bundleFunction = (
  { name, folder }: Pick<FunctionRow, 'name' | 'folder'>,
  outdir: string,
): Promise<Bundle> =>
  bundle(join(root, 'functions', folder, `${name}.lambda.ts`), join(outdir, name), {
    alias: replacements,
    plugins: [leanSdk, requiredHttp],
  });

/** Bundles every function; by name. */
export const bundleFunctions = async (
  rows: readonly FunctionRow[],
  outdir: string,
): Promise<ReadonlyMap<string, Bundle>> =>
  new Map(await Promise.all(rows.map(async (row) => [row.name, await bundleFunction(row, outdir)] as const)));

/** Bundles what stands at `entry` with the same settings and nothing replaced: a peer to measure against. */
export const bundlePlain = (entry: string, folder: string): Promise<Bundle> =>
  bundle(entry, folder, { splitting: false });

/** The SDK with its document client, as it comes. */
export const bundleBareSdk = (outdir: string): Promise<Bundle> =>
  bundlePlain(join(import.meta.dirname, 'bundle', 'bare-sdk.ts'), join(outdir, 'bare-sdk'));
