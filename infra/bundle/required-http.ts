import type { Plugin } from 'esbuild';

/** What bundled packages take of it; a name that is missing here does not bundle. */
const used = ['Agent', 'STATUS_CODES', 'request'];

/**
 * `node:http` by `require` instead of `import`. Node.js 24 gives an importer every export of a built-in module, and
 * two of this one's (the WebSocket ones) load undici, which nothing here uses: 40 ms of a cold start, measured,
 * against 5 ms.
 */
export const requiredHttp: Plugin = {
  name: 'required-http',
  setup: (build) => {
    build.onResolve({ filter: /^(node:)?http$/ }, () => ({
      path: 'http',
      namespace: 'required',
      sideEffects: false,
    }));
    build.onLoad({ filter: /^http$/, namespace: 'required' }, () => ({
      contents: [
        "import { createRequire } from 'node:module';",
        "const http = createRequire(import.meta.url)('node:http');",
        'export default http;',
        `export const { ${used.join(', ')} } = http;`,
      ].join('\n'),
      loader: 'js',
    }));
  },
};
