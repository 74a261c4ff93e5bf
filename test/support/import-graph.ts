import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import type { ImportGraph } from './import-rules.ts';

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const importsOf = (file: string, text: string): string[] => {
  const { module } = parseSync(file, text);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const source = text.slice(moduleRequest.start, moduleRequest.end);
      return /^['"]/.test(source) ? source.slice(1, -1) : [];
    }),
  ];
  return [...new Set(specifiers)].map((specifier) =>
    specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : packageOf(specifier),
  );
};

/** The imports of every module of the project, type imports and dynamic ones included. */
export const readImportGraph = (root: string): ImportGraph => {
  const files = globSync('{functions,infra,web,test}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  });
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]));
};
