import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { functionRows } from '../../functions/functions.ts';
import { type Bundle, bundleBareSdk, bundleFunctions } from '../../infra/bundle.ts';

let folder: string;
let bundles: ReadonlyMap<string, Bundle>;
let bare: Bundle;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huimin-bundles-'));
  [bundles, bare] = await Promise.all([bundleFunctions(functionRows, folder), bundleBareSdk(folder)]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test.each(functionRows.map(({ name }) => name))(
  '%s is at most 1.2 times a bare SDK, and a cold start loads less than that',
  (name) => {
    const bundle = bundles.get(name);
    expect(bundle?.bytes).toBeLessThanOrEqual(1.2 * bare.bytes);
    expect(bundle?.coldBytes).toBeLessThan(bare.bytes);
    expect(bundle?.gzip).toBeLessThan(bundle?.bytes ?? 0);
  },
);

/** Traces of single sign-on, web identity and configured processes, and of a module that is not in the bundle. */
const unwelcome = [
  'GetRoleCredentials',
  'AssumeRoleWithWebIdentity',
  'credential_process',
  'Dynamic require of',
];

const tracesIn = async ({ folder: made }: Bundle): Promise<string[]> => {
  const files = (await readdir(made)).filter((file) => file.endsWith('.mjs'));
  const code = await Promise.all(files.map((file) => readFile(join(made, file), 'utf8')));
  return unwelcome.filter((trace) => code.some((text) => text.includes(trace)));
};

test('no bundle carries credentials a function never uses, or asks for modules that are not in it', async () => {
  expect(await tracesIn(bare)).toEqual(unwelcome.slice(0, 3));
  for (const [name, bundle] of bundles)
    expect({ name, found: await tracesIn(bundle) }).toEqual({ name, found: [] });
});

test.each(functionRows.map(({ name }) => name))(
  '%s starts as it is deployed, on a function’s environment',
  async (name) => {
    vi.stubEnv('TABLE_NAME', 'ledger');
    vi.stubEnv('MASTER_KEY', 'kms:key');
    vi.stubEnv('PHOTOS', 's3:photos');
    vi.stubEnv('AWS_REGION', 'cn-north-1');
    try {
      const file = bundles.get(name)?.file ?? '';
      const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
      expect(module).toMatchObject({ handler: expect.any(Function) });
    } finally {
      vi.unstubAllEnvs();
    }
  },
);
