import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const schemas = /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;
const manifests = /@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/;
const declaration = /^(export )?var (\w+\$?) = (\[[\s\S]*?\]);$/gm;

/** The same value, in a form the bundler may leave out when nothing uses it. */
const droppable = (source: string): string =>
  source.replace(
    declaration,
    (_, exported: string | undefined, name: string, value: string) =>
      `${exported ?? ''}var ${name} = /* @__PURE__ */ (() => ${value})();`,
  );

/**
 * Leaves out of a bundle what the SDK carries for operations we never call. Its description of each shape is an
 * array with computed keys, which a bundler has to keep because computing a key could do something; S3's alone
 * are 65 kB. And of its whole manifest it reads the version.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup: (build) => {
    build.onLoad({ filter: schemas }, async ({ path }) => ({
      contents: droppable(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    build.onLoad({ filter: manifests }, async ({ path }) => {
      const { version }: { version?: string } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Packages replaced in every bundle, by the file that stands in for them. */
export const replacements = {
  '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'lambda-credentials.ts'),
  '@aws-sdk/endpoint-cache': join(import.meta.dirname, 'no-endpoint-cache.ts'),
  bowser: join(import.meta.dirname, 'absent.ts'),
};
