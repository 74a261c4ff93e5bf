import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** At the root of the site: a worker in a folder has no say over pages beside it. */
const worker = 'field-worker.js';
/** Files that are copied as they are and that the app cannot do without. */
const copied = ['field.webmanifest', 'field-192.png', 'favicon.svg'];
const ofOtherTrees = /\/src\/(public|admin)\//;

const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

const contentOf = (bundle: Bundle, name: string): string | Uint8Array => {
  const file = bundle[name];
  if (file === undefined) throw new Error(`the build has no ${name}`);
  return file.type === 'chunk' ? file.code : file.source;
};

const isOfOtherTree = (chunk: Chunk): boolean => ofOtherTrees.test(chunk.facadeModuleId ?? '');

/** Every file the page may ask for on the way to any page of the field app, but none of the other trees'. */
const filesOfField = (bundle: Bundle): string[] => {
  const found = new Set<string>();
  const follow = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name) || isOfOtherTree(chunk)) return;
    found.add(name);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next);
  };
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.facadeModuleId?.endsWith('/index.html')) follow(file.fileName);
  }
  return [...found].sort();
};

/**
 * Builds the field app's service worker as one classic script and writes into it what it has to keep, each file with
 * its digest. A change of any of them is a new version of the worker.
 */
export const fieldWorker = (root: string): Plugin => ({
  name: 'field-worker',
  apply: 'build',
  config: () => ({
    build: {
      rolldownOptions: {
        input: {
          index: join(root, 'index.html'),
          'field-worker': join(root, 'src/field/worker/service-worker.ts'),
        },
        output: {
          entryFileNames: ({ name }) => (name === 'field-worker' ? worker : 'assets/[name]-[hash].js'),
        },
      },
    },
  }),
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunk = bundle[worker];
      if (chunk?.type !== 'chunk') throw new Error('the service worker was not built');
      // A classic script has no imports, and browsers of 2022 take no other as a worker.
      if (chunk.imports.length > 0) throw new Error(`the service worker imports ${chunk.imports.join(', ')}`);
      const files = [
        { path: '/field', digest: digestOf(contentOf(bundle, 'index.html')) },
        ...filesOfField(bundle).map((name) => ({
          path: `/${name}`,
          digest: digestOf(contentOf(bundle, name)),
        })),
        ...copied.map((name) => ({
          path: `/${name}`,
          digest: digestOf(readFileSync(join(root, 'public', name))),
        })),
      ];
      const list = JSON.stringify(files);
      chunk.code = chunk.code
        .replaceAll('__FIELD_FILES__', list)
        .replaceAll('__FIELD_VERSION__', JSON.stringify(digestOf(list)));
    },
  },
});
