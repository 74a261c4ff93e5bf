import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const common = {
  globals: false,
  env: { TZ: 'UTC' },
  expect: { requireAssertions: true },
  pool: 'forks',
} as const;
const engine = ['test/support/engine.ts'];

/** What is pure; what runs on the real engine; the infrastructure; rendered components; a real browser. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 4,
    projects: [
      { test: { ...common, name: 'unit', isolate: false, include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          ...common,
          name: 'integration',
          // Each test has a table of its own and shares nothing else; loading everything anew for each file does.
          isolate: false,
          include: ['test/integration/**/*.test.ts'],
          globalSetup: engine,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: 'infra',
          // The CDK takes seconds to load.
          isolate: false,
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [solid()],
        test: { ...common, name: 'web', environment: 'jsdom', include: ['test/web/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/site.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
