import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { findingType } from '../../functions/findings/findings.store.ts';
import { followCase } from '../../functions/findings/settling.usecases.ts';
import { judges } from '../../functions/insight/judges.ts';
import {
  recomputeRenovations,
  watchRenovations,
} from '../../functions/renovation/renovation-watch.usecases.ts';
import { notice2027 } from '../support/calendar.ts';
import { application, openRenovation, type RenovationBed } from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
  await bed.fund(2026, 300, 100_000_000);
});
afterAll(async () => bed[Symbol.asyncDispose]());

const at = (text: string) => bed.platform.clock.set(`${text}+08:00`);
const watch = () => watchRenovations(bed.deps, bed.platform.clock.now());
const story = async (reference: string) =>
  (await bed.deps.ledger.history('RENOVATION', reference)).map(({ type }) => type);
const applied = async (n: number): Promise<string> => {
  const { body } = await bed.staff('register', 'community', {
    body: {
      ...application(n),
      consent: { personal: true, sensitive: true, version: '2026-11', how: 'paper' },
    },
  });
  return /"reference":"(\w+)"/.exec(JSON.stringify(body))?.[1] ?? '';
};
const count = async (reference: string, type: string) =>
  (await story(reference)).filter((each) => each === type).length;

describe('a step that nobody does', () => {
  test('is marked once when its working days are over: not before, not by three deliveries, nor by eight hours late', async () => {
    at('2026-11-23T09:00:00');
    const reference = await applied(1);
    at('2026-11-26T23:59:59');
    expect(await watch()).toMatchObject({ found: 0, failed: 0 });
    at('2026-11-27T00:00:00');
    const runs = await Promise.all([watch(), watch(), watch()]);
    expect(runs.reduce((sum, { failed }) => sum + failed, 0)).toBe(0);
    at('2026-11-27T08:00:00');
    expect(await watch()).toMatchObject({ found: 0 });
    expect(await count(reference, 'overdue')).toBe(1);
  });

  test('is a finding of whoever answers for it until it is done', async () => {
    const [reference = ''] = (await bed.all()).map(({ id }) => id);
    const finding = async () =>
      (await bed.deps.ledger.read(findingType, `renovation-step.${reference}`))?.state;
    const follow = async () => {
      const item = await bed.deps.store.get({ PK: `RENOVATION#${reference}`, SK: 'STATE' });
      await followCase(bed.deps, judges, item ?? {});
    };
    await follow();
    expect(await finding()).toMatchObject({ state: 'open', severity: 'late', facts: { step: 'applied' } });
    await bed.does('community', 'papers', reference, { papers: ['户口本'] });
    await follow();
    expect(await finding()).toMatchObject({ state: 'cleared' });
  });

  test('is marked after an outage of a week as if there had been none', async () => {
    at('2026-11-30T09:00:00');
    const reference = await applied(2);
    at('2026-12-10T07:00:00');
    expect(await watch()).toMatchObject({ found: 1 });
    expect(await count(reference, 'overdue')).toBe(1);
    // The step is done late all the same; the next one has its own days.
    await bed.does('town', 'check', reference, {});
    expect(await watch()).toMatchObject({ found: 0 });
  });
});

describe('a public notice', () => {
  test('that is over lets the home be built, once; one with an open objection stays', async () => {
    at('2026-12-14T09:00:00');
    const [quiet, disputed] = [await bed.agreed(3), await bed.agreed(4)];
    for (const each of [quiet, disputed]) await bed.approve(each);
    await bed.does('community', 'objection', disputed, {
      text: '房子空着。',
      name: '赵全友',
      phone: '13812345678',
    });
    at('2026-12-22T07:00:00');
    await Promise.all([watch(), watch()]);
    expect((await bed.read(quiet)).state.state).toBe('ready');
    expect((await bed.read(disputed)).state.state).toBe('noticed');
    expect(await count(quiet, 'notice-ended')).toBe(1);
  });
});

describe('a newly loaded calendar', () => {
  test('settles provisional deadlines, each change recorded, and leaves the others alone', async () => {
    at('2026-12-30T09:00:00');
    const reference = await applied(5);
    const clock = async () => {
      const { state } = await bed.read(reference);
      return 'clock' in state ? state.clock : undefined;
    };
    expect(await clock()).toMatchObject({ provisional: true, dueDate: '2027-01-04' });
    const calendars = createCalendars(bed.deps);
    await calendars.load({
      draft: notice2027,
      replaces: null,
      command: {
        ...{ key: 'load', request: '', now: bed.platform.clock.now() },
        actor: { kind: 'schedule', name: 'test' },
      },
    });
    const deps = { ...bed.deps, calendars };
    const now = bed.platform.clock.now();
    expect(await recomputeRenovations(deps, now)).toMatchObject({ failed: 0 });
    expect(await clock()).toMatchObject({ provisional: false, dueDate: '2027-01-05' });
    expect(await recomputeRenovations(deps, now)).toMatchObject({ found: 0 });
    expect(await count(reference, 'deadline-recomputed')).toBe(1);
  });
});
