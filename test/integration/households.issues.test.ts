import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timelinePage } from '../../functions/households/households.store.ts';
import { raiseIssue } from '../../functions/issues/issues-raising.usecases.ts';
import { fieldIn, type IssueBed, openIssues, places } from '../support/issues.ts';

const household = 'A'.repeat(16);
const visit = 'C'.repeat(16);

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const raisedAtHousehold = async (): Promise<string> => {
  const key = randomUUID();
  const { staffId: id, name } = bed.people.visitor;
  const now = bed.platform.clock.now();
  const { stored } = await raiseIssue(
    bed.deps,
    { key, request: key, actor: { kind: 'staff', id, name }, now },
    {
      ...{ category: 'roads', what: '路灯坏了', photos: [], source: 'visit', consent: '2026-11' },
      place: { path: places.village, text: '3号楼前' },
      reporter: { name: '王小明', phone: '13812345678' },
      ...{ household, visit },
    },
    { id, name },
  );
  return stored.id;
};

test('an issue raised at a household stands in its timeline, as it stands now', async () => {
  const reference = await raisedAtHousehold();
  await bed.project(reference);
  const { rows } = await timelinePage(bed.platform.core.store, household, undefined);
  expect(rows).toMatchObject([
    { type: 'issue', reference, visit, category: 'roads', what: '路灯坏了', state: 'registered' },
  ]);
  await bed.done('transfer', reference);
  await bed.project(reference);
  expect((await timelinePage(bed.platform.core.store, household, undefined)).rows).toMatchObject([
    { reference, state: 'transferred' },
  ]);
});

test('an issue keeps its household and visit on every way it goes', async () => {
  const reference = await raisedAtHousehold();
  for (const action of [
    'transfer',
    'return',
    'transfer',
    'return',
    'arbitration',
    'claim',
    'resolution',
  ] as const) {
    await bed.done(action, reference);
    expect((await bed.read(reference)).state).toMatchObject({ household, visit });
  }
  const { body } = await bed.call('read', 'lead', { params: { reference } });
  expect([fieldIn(body, 'household'), fieldIn(body, 'visit')]).toEqual([household, visit]);
});
