import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import { chunksOf } from './chunks.ts';
import { fieldWorker } from './field-worker.plugin.ts';

/** The oldest browsers with CSS cascade layers (early 2022): the phones residents really carry. */
const OLDEST_BROWSERS = ['chrome99', 'edge99', 'firefox97', 'safari15.4'];

const LAYERS = '@layer reset,tokens,base,components,utilities;';

/**
 * The first sheet to arrive fixes the order of the layers, and which one that is depends on how modules fall into
 * chunks. So each sheet states the order.
 */
const statesLayerOrder = (): Plugin => ({
  name: 'states-layer-order',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `${LAYERS}${file.source}`;
      }
    },
  },
});

export default defineConfig({
  root: import.meta.dirname,
  // The worker last: what it keeps must not change any more.
  plugins: [solid(), statesLayerOrder(), fieldWorker(import.meta.dirname)],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: OLDEST_BROWSERS,
    // The content security policy has no place for data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The desk leads to hundreds of pages: a list of what each of them needs would be half of its first load.
      resolveDependencies: (_file, needed, { hostId }) =>
        /\/(?:desk|today\.page)-/.test(hostId) ? needed.filter((file) => file.endsWith('.css')) : needed,
    },
    rolldownOptions: { output: { codeSplitting: chunksOf(import.meta.dirname) } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
