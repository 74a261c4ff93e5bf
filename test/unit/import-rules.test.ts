import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, readImportGraph } from '../support/import-graph.ts';
import { importViolations } from '../support/import-rules.ts';

const graph = readImportGraph(resolve(import.meta.dirname, '../..'));

describe('who may import whom', () => {
  test('the whole project is read', () => {
    expect(graph.size).toBeGreaterThan(150);
    expect(graph.get('functions/issues/issues.lambda.ts')).toContain('functions/issues/issues.routes.ts');
  });

  test.each([
    ["import { claim } from './issues.rules.ts';"],
    ["import type { Issue } from './issues.rules.ts';"],
    ["import './issues.rules.ts';"],
    ["export * from './issues.rules.ts';"],
    ["export type { Issue } from './issues.rules.ts';"],
    ["const load = () => import('./issues.rules.ts');"],
    ["type Issue = import('./issues.rules.ts').Issue;"],
  ])('%s is an import', (text) => {
    expect(importsOf('functions/issues/issues.routes.ts', text)).toEqual([
      'functions/issues/issues.rules.ts',
    ]);
  });

  test('a package is one, whichever of its files is imported', () => {
    const text = "import '@aws-sdk/lib-dynamodb/dist/x.js'; import 'valibot/y'; import 'node:fs/promises';";
    expect(importsOf('functions/issues/issues.rules.ts', text)).toEqual([
      '@aws-sdk/lib-dynamodb',
      'valibot',
      'node:fs/promises',
    ]);
  });

  test('no import of the project breaks a rule, and none goes in a circle', () => {
    expect(importViolations(graph)).toEqual([]);
  });

  test.each([
    ['web/src/public/report.page.tsx', 'functions/issues/issues.store.ts'],
    ['web/src/public/report.page.tsx', 'functions/issues/issues.rules.ts'],
    ['web/src/public/report.page.tsx', 'functions/platform/runtime/store.ts'],
    ['web/src/public/report.page.tsx', 'web/src/admin/admin.layout.tsx'],
    ['web/src/admin/desk.page.tsx', 'web/src/public/public.layout.tsx'],
    ['web/src/ui/table.tsx', 'web/src/api/client.ts'],
    ['infra/app.ts', 'functions/issues/issues.usecases.ts'],
    ['functions/issues/issues.rules.ts', '@aws-sdk/lib-dynamodb'],
    ['functions/issues/issues.rules.ts', 'functions/issues/issues.store.ts'],
    ['functions/issues/issues.rules.ts', 'node:crypto'],
    ['functions/issues/issues.rules.ts', 'functions/platform/photos/photo-store.s3.ts'],
    ['functions/issues/issues.contract.ts', 'node:fs'],
    ['functions/platform/ledger/ledger.ts', 'functions/issues/issues.rules.ts'],
    ['functions/photos/photos.routes.ts', 'functions/issues/issues.store.ts'],
    ['functions/issues/issues.routes.ts', 'functions/local/machine.ts'],
    ['functions/issues/issues.routes.ts', 'test/support/call.ts'],
  ])('%s must not import %s', (from, to) => {
    expect(importViolations(new Map([[from, [to]]]))).toHaveLength(1);
  });

  test('a circle is found, however long', () => {
    const circle = new Map([
      ['functions/issues/a.ts', ['functions/issues/b.ts']],
      ['functions/issues/b.ts', ['functions/issues/c.ts']],
      ['functions/issues/c.ts', ['functions/issues/a.ts']],
    ]);
    expect(importViolations(circle)).toEqual([
      'no circles: functions/issues/a.ts → functions/issues/b.ts → functions/issues/c.ts',
    ]);
  });
});
