import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImportGraph } from '../support/import-graph.ts';
import { importViolations } from '../support/import-rules.ts';

const graph = readImportGraph(resolve(import.meta.dirname, '../..'));

describe('who may import whom', () => {
  test('the whole project is read', () => {
    expect(graph.size).toBeGreaterThan(150);
    expect(graph.get('functions/issues/issues.lambda.ts')).toContain('functions/issues/issues.routes.ts');
  });

  test('no import of the project breaks a rule, and none goes in a circle', () => {
    expect(importViolations(graph)).toEqual([]);
  });

  test.each([
    ['web/src/public/report.page.tsx', 'functions/issues/issues.store.ts'],
    ['web/src/public/report.page.tsx', 'web/src/admin/admin.layout.tsx'],
    ['web/src/admin/desk.page.tsx', 'web/src/public/public.layout.tsx'],
    ['web/src/ui/table.tsx', 'web/src/api/client.ts'],
    ['infra/app.ts', 'functions/issues/issues.usecases.ts'],
    ['functions/issues/issues.rules.ts', '@aws-sdk/lib-dynamodb'],
    ['functions/issues/issues.rules.ts', 'functions/issues/issues.store.ts'],
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
