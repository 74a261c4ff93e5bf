import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCase, verifyCases } from '../../functions/insight/verify.usecases.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { fieldIn, type IssueBed, openIssues } from '../support/issues.ts';

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const itemAt = async (reference: string, SK: string): Promise<Item> => {
  const item = await bed.deps.store.get({ PK: `ISSUE#${reference}`, SK });
  if (!item) throw new Error(`nothing at ${SK}`);
  return item;
};
const event = (n: number) => `EVENT#${String(n).padStart(8, '0')}`;
const verify = (reference: string) => verifyCase(bed.deps, 'ISSUE', reference);

/** What somebody who can write to the table might do to a case of five events. */
const deeds: Readonly<
  Record<string, { readonly brokenAt: number; readonly doTo: (reference: string) => Promise<void> }>
> = {
  'an event whose time is moved back into the deadline': {
    brokenAt: 4,
    doTo: async (reference) => {
      await bed.deps.store.put({ ...(await itemAt(reference, event(4))), at: '2026-11-20T00:00:00.000Z' });
    },
  },
  'an event that another officer is said to have done': {
    brokenAt: 3,
    doTo: async (reference) => {
      const item = await itemAt(reference, event(3));
      await bed.deps.store.put({ ...item, actor: { kind: 'staff', id: 'x', name: '别人' } });
    },
  },
  'a return that is made to disappear': {
    brokenAt: 2,
    doTo: (reference) => bed.deps.store.remove({ PK: `ISSUE#${reference}`, SK: event(2) }),
  },
  'a history cut off at its end': {
    brokenAt: 4,
    doTo: (reference) => bed.deps.store.remove({ PK: `ISSUE#${reference}`, SK: event(5) }),
  },
  'a history of another case put in its place': {
    brokenAt: 1,
    doTo: async (reference) => {
      const other = await bed.issueIn('answered');
      for (let n = 1; n <= 5; n++) {
        await bed.deps.store.put({ ...(await itemAt(other, event(n))), PK: `ISSUE#${reference}` });
      }
    },
  },
  'a state that says something else than its history': {
    brokenAt: 5,
    doTo: async (reference) => {
      const item = await itemAt(reference, 'STATE');
      const state = { ...Object(item['state']), what: '没有这回事' };
      await bed.deps.store.put({ ...item, state });
    },
  },
  'a state with a field nobody knows': {
    brokenAt: 5,
    doTo: async (reference) => {
      const item = await itemAt(reference, 'STATE');
      await bed.deps.store.put({ ...item, state: { ...Object(item['state']), approvedBy: 'x' } });
    },
  },
  'a state put back to an earlier version': {
    brokenAt: 5,
    doTo: async (reference) => {
      await bed.deps.store.put({ ...(await itemAt(reference, 'STATE')), version: 4 });
    },
  },
};

describe('written by hand into the table, it is found: ', () => {
  test.each(Object.entries(deeds))('%s', async (_, { brokenAt, doTo }) => {
    const reference = await bed.issueIn('answered');
    expect(await verify(reference)).toMatchObject({ whole: true, events: 5 });
    await doTo(reference);
    expect(await verify(reference)).toMatchObject({ whole: false, brokenAt });
  });

  test('a state that was removed', async () => {
    const reference = await bed.raise();
    await bed.deps.store.remove({ PK: `ISSUE#${reference}`, SK: 'STATE' });
    expect(await verify(reference)).toMatchObject({ whole: false });
  });
});

test('a case page says that its history is whole, or where it is broken', async () => {
  const reference = await bed.issueIn('answered');
  const page = async () => (await bed.call('history', 'lead', { params: { reference } })).body;
  expect(await page()).toMatchObject({ whole: true, events: { length: 5 } });
  await deeds['a return that is made to disappear']?.doTo(reference);
  expect(await page()).toMatchObject({ whole: false, brokenAt: 2, events: { length: 4 } });
  expect(fieldIn(await page(), 'events')).toHaveLength(4);
});

test('a walk over all cases names exactly the broken ones', async () => {
  const [sound, broken] = [await bed.issueIn('answered'), await bed.issueIn('answered')];
  await deeds['a history cut off at its end']?.doTo(broken);
  const result = await verifyCases(bed.deps, ['ISSUE'], '2026-11', '2026-11');
  const found = result.broken.map(({ id }) => id);
  expect(found).toContain(broken);
  expect(found).not.toContain(sound);
  expect(result.examined).toBeGreaterThan(found.length);
});
