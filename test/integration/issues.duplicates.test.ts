import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IssueBed, openIssues, outcome, places } from '../support/issues.ts';

const monday = '2026-11-23T09:00:00+08:00';
let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
beforeEach(() => bed.platform.clock.set(monday));
afterAll(async () => bed[Symbol.asyncDispose]());

describe('duplicates', () => {
  const link = (reference: string, to: string) => bed.act('link', reference, { body: { to } });

  test('end with the issue they are linked to, in one commit, and are answered each on their own', async () => {
    const master = await bed.issueIn('claimed');
    const duplicates = [await bed.raise(), await bed.issueIn('transferred')];
    for (const reference of duplicates) expect(outcome(await link(reference, master))).toBe('200');
    expect((await bed.read(master)).state.duplicates).toEqual(duplicates);
    await bed.done('resolution', master);
    const all = [master, ...duplicates];
    const times = await Promise.all(
      all.map(async (reference) => (await bed.deps.ledger.history('ISSUE', reference)).at(-1)),
    );
    expect(new Set(times.map((event) => `${event?.type} ${event?.key}`)).size).toBe(1);
    for (const reference of duplicates) {
      expect((await bed.read(reference)).state).toMatchObject({
        state: 'resolved',
        duplicateOf: master,
        resolution: { outcome: 'solved', by: { id: bed.people.handler.staffId } },
        assignment: { department: places.bureau },
      });
    }
    await bed.done('answer', master);
    expect((await bed.read(duplicates[0] ?? '')).state.state).toBe('resolved');
    for (const reference of duplicates) {
      await bed.done('answer', reference, {
        body: { reached: true, text: `答复 ${reference}`, channel: 'phone' },
      });
      await bed.done('follow-up', reference);
      expect((await bed.read(reference)).state).toMatchObject({
        state: 'closed',
        answer: { text: `答复 ${reference}` },
      });
    }
  });

  test('cannot be linked to themselves, to what is ended, or to what is linked itself', async () => {
    const reference = await bed.raise();
    expect(outcome(await link(reference, reference))).toBe('422 issue.link_to_itself');
    for (const state of ['resolved', 'closed', 'linked'] as const) {
      expect(outcome(await link(reference, await bed.issueIn(state)))).toBe('409 issue.link_not_open');
    }
    const unknown = await link(reference, '2222222222');
    expect(outcome(unknown)).toBe('404 issue.not_found');
    expect((await bed.read(reference)).version).toBe(1);
  });

  test('an issue others are linked to is not linked itself', async () => {
    const master = await bed.raise();
    await bed.done('link', await bed.raise(), { body: { to: master } });
    expect(outcome(await link(master, await bed.raise()))).toBe('409 issue.link_not_open');
  });

  test('two that are linked to each other at once do not both wait for the other', async () => {
    const [one, other] = [await bed.raise(), await bed.raise()];
    const answers = await Promise.all([link(one, other), link(other, one)]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const states = await Promise.all([bed.read(one), bed.read(other)]);
    expect(states.map(({ state }) => state.state).sort()).toEqual(['linked', 'registered']);
  });

  test('twenty at the most, so that all of them end in one commit', async () => {
    const master = await bed.issueIn('claimed');
    const references: string[] = [];
    for (let n = 0; n < 20; n++) {
      const reference = await bed.raise();
      await bed.done('link', reference, { body: { to: master } });
      references.push(reference);
    }
    expect(outcome(await link(await bed.raise(), master))).toBe('409 issue.link_full');
    await bed.done('resolution', master);
    for (const reference of references) expect((await bed.read(reference)).state.state).toBe('resolved');
  });
});
