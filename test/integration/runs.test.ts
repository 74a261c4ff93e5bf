import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLatestRuns, readRuns } from '../../functions/checks/runs.store.ts';
import { readSchedules } from '../../functions/checks/runs.usecases.ts';
import { scheduleFunction } from '../../functions/platform/runtime/schedule-function.ts';
import { openPlatform, type Platform } from '../support/core.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform('2026-11-23T09:00:00+08:00');
});
afterAll(async () => platform[Symbol.asyncDispose]());

const rows = [{ name: 'ledger-noon', rule: 'r', cron: 'cron(0 12 * * ? *)', whenItFails: 'w' }] as const;
const noon = (day: string): string => `${day}T04:00:00.000Z`;
let looked = 0;
let breaks = false;
const watch = () =>
  scheduleFunction(platform.core, rows, {
    'ledger-noon': async () => {
      looked += 1;
      await platform.core.store.get({ PK: 'ORG#ROOT', SK: 'ROOT' });
      if (breaks) throw new Error('broken off');
      return { examined: 3, found: 0, cleared: 1, skipped: { 'not-due': 2 }, failed: 0 };
    },
  });
const deliver = (day: string) => watch()({ schedule: 'ledger-noon', scheduledAt: noon(day) });
const runs = async () => (await readRuns(platform.core.store, 'ledger-noon', undefined)).rows;
const at = (text: string) => platform.clock.set(`${text}+08:00`);

describe('the record of a run', () => {
  test('says what it examined, found, cleared and let be, and the units it took', async () => {
    at('2026-11-23T12:00:00');
    await deliver('2026-11-23');
    const [run] = await runs();
    expect(run).toMatchObject({
      ...{ examined: 3, found: 0, cleared: 1, failed: 0, skipped: { 'not-due': 2 } },
      units: expect.closeTo(1, 1),
    });
    expect(run).not.toHaveProperty('again');
    expect(run).not.toHaveProperty('unended');
  });

  test('delivered eight hours late, three times, says both, and each leaves its own record', async () => {
    at('2026-11-24T20:00:00');
    await deliver('2026-11-24');
    await deliver('2026-11-24');
    await deliver('2026-11-24');
    const [third, second, first] = await runs();
    expect(first).toMatchObject({ scheduledAt: noon('2026-11-24'), startedAt: '2026-11-24T12:00:00.000Z' });
    expect(first?.again).toBeUndefined();
    expect([second?.again, third?.again]).toEqual([true, true]);
    expect(third?.startedAt).toBe('2026-11-24T12:00:00.000Z');
  });

  test('that broke off does not count as run, and the next says that it went on', async () => {
    at('2026-11-25T12:00:00');
    breaks = true;
    await expect(deliver('2026-11-25')).rejects.toThrow('broken off');
    breaks = false;
    expect((await runs())[0]).toMatchObject({ brokenOff: true, examined: 0 });
    const latest = (await readLatestRuns(platform.core.store)).get('ledger-noon');
    expect(latest?.scheduledAt).toBe(noon('2026-11-24'));
    at('2026-11-25T12:01:00');
    await deliver('2026-11-25');
    expect((await runs())[0]).toMatchObject({ unended: noon('2026-11-25') });
  });

  test('of a clock that went back says so, and stands in place of the one that is still to come', async () => {
    at('2026-11-30T12:00:00');
    await deliver('2026-11-30');
    at('2026-11-26T12:00:00');
    await deliver('2026-11-26');
    const latest = (await readLatestRuns(platform.core.store)).get('ledger-noon');
    expect(latest).toMatchObject({ startedAt: noon('2026-11-26'), clockWas: noon('2026-11-30') });
  });

  test('is not left by an event that names no job or no time; nothing is looked at', async () => {
    const before = [looked, (await runs()).length];
    await expect(watch()({ schedule: 'nobody', scheduledAt: noon('2026-11-27') })).rejects.toThrow();
    await expect(watch()({ schedule: 'ledger-noon', scheduledAt: 'at noon' })).rejects.toThrow();
    expect([looked, (await runs()).length]).toEqual(before);
  });
});

test('what did not run comes first of everything that runs by itself', async () => {
  at('2026-11-28T12:30:00');
  const { schedules } = await readSchedules(platform.core, platform.clock.now());
  expect(schedules[0]).toMatchObject({
    ...{ schedule: 'ledger-noon', missedSince: noon('2026-11-27'), nextAt: noon('2026-11-29') },
    latest: { startedAt: noon('2026-11-26') },
  });
  expect(schedules.slice(1).every(({ missedSince }) => missedSince === undefined)).toBe(true);
});
