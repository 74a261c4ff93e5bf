import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** The oldest browsers with CSS cascade layers (early 2022): the phones residents really carry. */
const OLDEST_BROWSERS = ['chrome99', 'edge99', 'firefox97', 'safari15.4'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: OLDEST_BROWSERS,
    // The content security policy has no place for data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
