import { beforeEach, describe, expect, test } from 'vitest';
import { issueType } from '../../functions/issues/issues.store.ts';
import { recomputeDeadlines, watchDeadlines } from '../../functions/issues/issues-watch.usecases.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { dueBy } from '../../functions/platform/ledger/due.ts';
import { notice2027 } from '../support/calendar.ts';
import { bodies, type IssueBed, openIssues, places } from '../support/issues.ts';

const monday = '2026-11-23T09:00:00+08:00';
let bed: IssueBed;
// A district of its own for each: a sweep looks at all that is due.
beforeEach(async () => {
  bed = await openIssues(monday);
  return async () => bed[Symbol.asyncDispose]();
});

const clockOf = async (reference: string) => {
  const { clock } = (await bed.read(reference)).state;
  if (!clock) throw new Error('no clock runs');
  return clock;
};
const sweep = () => watchDeadlines(bed.deps, bed.platform.clock.now());
const at = (text: string) => bed.platform.clock.set(`${text}+08:00`);
const marks = async (reference: string) =>
  (await bed.story(reference)).filter((type) =>
    ['warned', 'overdue', 'supervised', 'criticised'].includes(type),
  );
const stateItem = (reference: string) => bed.deps.store.get({ PK: `ISSUE#${reference}`, SK: 'STATE' });

describe('the clock of an issue', () => {
  test('is not moved by a comment, nor is its place in any list', async () => {
    const reference = await bed.issueIn('claimed');
    await bed.project(reference);
    const before = { clock: await clockOf(reference), due: (await stateItem(reference))?.['dueSK'] };
    const lists = async () =>
      (await bed.platform.everything())
        .filter(({ PK, SK }) => String(PK).startsWith('LIST#issues') && String(SK).endsWith(reference))
        .map(({ PK, SK }) => `${PK} ${SK}`)
        .sort();
    const listed = await lists();
    at('2026-11-25T10:00:00');
    await bed.done('comment', reference);
    await bed.project(reference);
    expect({ clock: await clockOf(reference), due: (await stateItem(reference))?.['dueSK'] }).toEqual(before);
    expect(await lists()).toEqual(listed);
  });

  test('is not restarted by a return, another transfer, or a supervisor who decides', async () => {
    const reference = await bed.issueIn('transferred');
    const before = await clockOf(reference);
    at('2026-11-24T10:00:00');
    await bed.done('return', reference);
    expect(await clockOf(reference)).toEqual(before);
    await bed.done('transfer', reference);
    at('2026-11-25T10:00:00');
    await bed.done('return', reference);
    await bed.done('arbitration', reference);
    await bed.done('claim', reference);
    expect(await clockOf(reference)).toEqual(before);
  });

  test('runs on while nobody has it, and is watched then too', async () => {
    const reference = await bed.issueIn('transferred');
    await bed.done('return', reference);
    at('2026-11-27T00:00:00');
    await sweep();
    expect(await marks(reference)).toEqual(['warned', 'overdue']);
  });

  test('is lengthened from where it began by an extension another person approves', async () => {
    const reference = await bed.issueIn('claimed');
    await bed.done('extension', reference);
    expect((await clockOf(reference)).dueDate).toBe('2026-11-26');
    at('2026-11-26T15:00:00');
    await sweep();
    expect((await clockOf(reference)).reached).toEqual(['warned']);
    await bed.done('extension-decision', reference);
    expect(await clockOf(reference)).toMatchObject({
      ...{ startedAt: '2026-11-23T01:00:00.000Z', dueDate: '2026-12-03', workingDays: 8, reached: [] },
    });
    at('2026-12-04T00:00:00');
    await sweep();
    expect(await marks(reference)).toEqual(['warned', 'warned', 'overdue']);
  });

  test('stays as it was when an extension is refused', async () => {
    const reference = await bed.issueIn('claimed');
    const before = await clockOf(reference);
    await bed.done('extension', reference);
    await bed.done('extension-decision', reference, { body: { approved: false, note: '请按期办结。' } });
    expect(await clockOf(reference)).toEqual(before);
  });

  test('stops when it is resolved, in time strictly before the deadline', async () => {
    const inTime = await bed.issueIn('claimed');
    const late = await bed.issueIn('claimed');
    at('2026-11-26T23:59:59');
    await bed.done('resolution', inTime);
    at('2026-11-27T00:00:00');
    await bed.done('resolution', late);
    expect((await bed.read(inTime)).state).toMatchObject({ resolution: { inTime: true } });
    expect((await bed.read(late)).state).toMatchObject({ resolution: { inTime: false } });
    at('2026-12-20T00:00:00');
    expect(await sweep()).toMatchObject({ found: 0, failed: 0 });
  });
});

describe('the sweep', () => {
  test('marks each threshold exactly once, at its time, and is silent otherwise', async () => {
    const reference = await bed.issueIn('claimed');
    const seen: string[] = [];
    for (const time of [
      ...['2026-11-25T23:45:00', '2026-11-26T00:00:00', '2026-11-26T00:15:00', '2026-11-26T23:45:00'],
      ...['2026-11-27T00:00:00', '2026-11-27T12:00:00', '2026-11-28T00:00:00', '2026-11-30T00:00:00'],
      ...['2026-12-01T23:45:00', '2026-12-02T00:00:00', '2026-12-02T00:15:00', '2026-12-20T00:00:00'],
    ]) {
      at(time);
      const { found } = await sweep();
      const [last] = (await marks(reference)).slice(-1);
      if (found > 0) seen.push(`${time} ${last}`);
    }
    expect(seen).toEqual([
      '2026-11-26T00:00:00 warned',
      '2026-11-27T00:00:00 overdue',
      '2026-11-28T00:00:00 supervised',
      '2026-12-02T00:00:00 criticised',
    ]);
    expect(await marks(reference)).toEqual(['warned', 'overdue', 'supervised', 'criticised']);
  });

  test('after a week without one marks everything missed, once, in order', async () => {
    const reference = await bed.issueIn('claimed');
    at('2026-12-09T08:00:00');
    expect(await sweep()).toMatchObject({ examined: 1, found: 1, failed: 0 });
    expect(await marks(reference)).toEqual(['warned', 'overdue', 'supervised', 'criticised']);
    expect(await sweep()).toMatchObject({ examined: 0, found: 0, failed: 0 });
    const links = await bed.deps.ledger.history('ISSUE', reference);
    expect(verifyChain('ISSUE', reference, links, await bed.read(reference))).toMatchObject({ whole: true });
  });

  test('beside other sweeps and beside people marks each issue once', async () => {
    const references: string[] = [];
    for (let n = 0; n < 6; n++) references.push(await bed.issueIn('claimed'));
    at('2026-11-26T00:00:00');
    const versions = await Promise.all(
      references.map(async (reference) => (await bed.read(reference)).version),
    );
    await Promise.all([
      ...[sweep(), sweep(), sweep()],
      ...references.map((reference, n) =>
        bed.call('comment', 'handler', {
          ...{ params: { reference }, body: bodies.comment, ifMatch: versions[n] ?? 0 },
        }),
      ),
    ]);
    await sweep();
    for (const reference of references) expect(await marks(reference)).toEqual(['warned']);
  });

  test('goes on when one record cannot be read, says so, and keeps it due', async () => {
    const [first, poisoned, last] = [
      await bed.issueIn('claimed'),
      await bed.issueIn('claimed'),
      await bed.issueIn('claimed'),
    ];
    const item = await stateItem(poisoned);
    await bed.deps.store.put({ ...item, state: { state: 'claimed', what: 'half of it' } });
    at('2026-11-26T00:00:00');
    expect(await sweep()).toMatchObject({ examined: 3, found: 2, failed: 1 });
    expect([await marks(first), await marks(last)]).toEqual([['warned'], ['warned']]);
    const lines = bed.platform.logged.filter((line) => line.includes('sweep.record_failed'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(poisoned);
    expect(lines[0]).not.toContain('half of it');
    const due = await dueBy(bed.deps.store, issueType, bed.platform.clock.now());
    expect(due.map(({ id }) => id)).toEqual([poisoned]);
  });

  test('takes the most overdue first', async () => {
    const later = await bed.issueIn('transferred');
    const sooner = await bed.raise();
    await bed.done('transfer', sooner, { body: { department: places.bureau, urgency: 'urgent' } });
    at('2026-11-30T00:00:00');
    const due = await dueBy(bed.deps.store, issueType, bed.platform.clock.now());
    expect(due.map(({ id }) => id)).toEqual([sooner, later]);
  });
});

describe('a newly loaded calendar', () => {
  const load = async () => {
    const { now } = bed.platform.clock;
    await bed.deps.calendars.load({
      draft: notice2027,
      replaces: null,
      command: { key: 'load-2027', request: '2027', actor: { kind: 'schedule', name: 'test' }, now: now() },
    });
    return recomputeDeadlines(bed.deps, now());
  };

  test('settles provisional deadlines, each change recorded, and leaves the others alone', async () => {
    const settled = await bed.issueIn('claimed');
    at('2026-12-30T09:00:00');
    await sweep();
    const provisional = await bed.issueIn('claimed');
    expect(await clockOf(provisional)).toMatchObject({ dueDate: '2027-01-04', provisional: true });
    const before = await clockOf(settled);
    expect(await load()).toMatchObject({ found: 1, failed: 0 });
    expect(await clockOf(provisional)).toMatchObject({
      ...{ dueDate: '2027-01-05', provisional: false, startedAt: '2026-12-30T01:00:00.000Z' },
      calendarVersion: expect.stringContaining('2027@notice-2027'),
    });
    expect(await clockOf(settled)).toEqual(before);
    const links = await bed.deps.ledger.history('ISSUE', provisional);
    expect(links.at(-1)).toMatchObject({
      type: 'deadline-recomputed',
      actor: { kind: 'schedule' },
      data: { from: '2027-01-04T16:00:00.000Z', to: '2027-01-05T16:00:00.000Z', provisional: false },
    });
    expect(await recomputeDeadlines(bed.deps, bed.platform.clock.now())).toMatchObject({ found: 0 });
  });

  test('moves issues that are past every threshold, and brings back what was marked too early', async () => {
    at('2026-12-30T09:00:00');
    const reference = await bed.issueIn('claimed');
    at('2027-01-08T09:00:00');
    await sweep();
    expect(await marks(reference)).toEqual(['warned', 'overdue', 'supervised', 'criticised']);
    expect(await sweep()).toMatchObject({ examined: 0 });
    expect(await load()).toMatchObject({ found: 1, failed: 0 });
    expect(await clockOf(reference)).toMatchObject({
      ...{ dueDate: '2027-01-05', reached: ['warned', 'overdue', 'supervised'] },
    });
    at('2027-01-09T00:00:00');
    expect(await sweep()).toMatchObject({ found: 1 });
    expect((await clockOf(reference))?.reached).toContain('criticised');
  });

  test('moves the clock a linked issue keeps, by which it is in time or not', async () => {
    at('2026-12-30T09:00:00');
    const master = await bed.issueIn('claimed');
    const linked = await bed.issueIn('transferred');
    await bed.done('link', linked, { body: { to: master } });
    await load();
    expect(await clockOf(linked)).toMatchObject({ dueDate: '2027-01-05', provisional: false });
    at('2027-01-05T09:00:00');
    await bed.done('resolution', master);
    expect((await bed.read(linked)).state).toMatchObject({ resolution: { inTime: true } });
  });

  test('the sweep goes by the deadline as it is now', async () => {
    at('2026-12-30T09:00:00');
    const reference = await bed.issueIn('claimed');
    await load();
    at('2027-01-04T23:59:00');
    await sweep();
    expect(await marks(reference)).toEqual([]);
    at('2027-01-06T00:00:00');
    await sweep();
    expect(await marks(reference)).toEqual(['warned', 'overdue']);
  });
});
