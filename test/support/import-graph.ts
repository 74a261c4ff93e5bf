import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'vite';
import type { ImportGraph } from './import-rules.ts';

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** What a module imports, by path from the root or package name: values, types, `import(…)` of either kind. */
export const importsOf = (file: string, text: string): string[] => {
  const { module, program } = parseSync(file, text);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const add = (source: { readonly type: string; readonly value?: unknown }): void => {
    if (source.type === 'Literal' && typeof source.value === 'string') specifiers.push(source.value);
  };
  new Visitor({
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
  }).visit(program);
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
