import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { calendarYear } from '../../functions/checks/calendar-year.check.ts';
import { type Check, runCheck } from '../../functions/checks/check.ts';
import { readLatestRuns } from '../../functions/checks/runs.store.ts';
import { scheduleRun } from '../../functions/checks/schedule-run.check.ts';
import { lastPlanned } from '../../functions/checks/schedule-times.ts';
import { targetPace } from '../../functions/checks/target-pace.check.ts';
import type { Finding } from '../../functions/findings/findings.states.ts';
import { findingProjector, findingType } from '../../functions/findings/findings.store.ts';
import { functionRows, schedules } from '../../functions/functions.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { scheduleFunction } from '../../functions/platform/runtime/schedule-function.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { everySchedule } from '../../functions/schedules.ts';
import { targetProjector } from '../../functions/targets/targets.store.ts';
import { createTarget } from '../../functions/targets/targets.usecases.ts';
import { notice2027 } from '../support/calendar.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict, type District, places } from '../support/district.ts';
import { applyProjection, statesOf } from '../support/projections.ts';

let platform: Platform;
let district: District;
beforeAll(async () => {
  platform = await openPlatform('2026-11-23T09:00:00+08:00');
  district = await buildDistrict(platform.core);
  await loadPublishedYears(createCalendars(platform.core), platform.clock.now());
});
afterAll(async () => platform[Symbol.asyncDispose]());

const rows = [
  { name: 'hourly', rule: 'r', cron: 'cron(0 * * * ? *)', whenItFails: 'w' },
  { name: 'schedule-run', rule: 'r', cron: 'cron(7/30 * * * ? *)', whenItFails: 'w' },
] as const;
const deps = () => ({
  ...platform.core,
  calendars: createCalendars(platform.core),
  nodes: createOrganisationNodes(platform.core),
  done: doneOf({ ...platform.core, nodes: createOrganisationNodes(platform.core) }),
  rows,
});
type Dependencies = ReturnType<typeof deps>;
const at = (text: string) => platform.clock.set(`${text}+08:00`);
const finding = async (id: string): Promise<Finding | undefined> =>
  (await platform.core.ledger.read(findingType, id))?.state;
const project = async () => {
  for (const item of statesOf(await platform.everything(), 'FINDING'))
    await applyProjection(platform.core.store, findingProjector, item, 'stream');
};
/** As the schedule runs it, with the list it clears from brought up to date before. */
const run = async (check: Check<Dependencies>) => {
  await project();
  return runCheck(deps(), check, platform.clock.now());
};

const load = (version: string, replaces: number | null, holidays: readonly string[]) =>
  createCalendars(platform.core).load({
    ...{ draft: { ...notice2027, version, holidays }, replaces },
    command: {
      ...{ key: version, request: '', now: platform.clock.now() },
      actor: { kind: 'schedule', name: 'test' },
    },
  });

describe('the calendar of a year', () => {
  test('is missed from 1 December on, once, until it is loaded', async () => {
    at('2026-11-30T23:59:00');
    expect(await run(calendarYear)).toMatchObject({ examined: 1, found: 0 });
    at('2026-12-01T08:10:00');
    await Promise.all([run(calendarYear), run(calendarYear)]);
    at('2026-12-02T08:10:00');
    expect(await run(calendarYear)).toMatchObject({ examined: 2, found: 1, failed: 0 });
    expect(await finding('calendar-year.2027')).toMatchObject({
      ...{ state: 'open', times: 1, since: '2026-11-30T16:00:00.000Z', facts: { year: 2027 } },
    });
    expect((await platform.core.ledger.history('FINDING', 'calendar-year.2027')).length).toBe(1);
    await load('notice-2027', null, notice2027.holidays);
    await run(calendarYear);
    expect(await finding('calendar-year.2027')).toMatchObject({ state: 'cleared' });
  });

  test('that lacks a day is doubted from when it was loaded, until it is loaded whole', async () => {
    at('2026-12-03T09:00:00');
    await load('short', 1, notice2027.holidays.slice(0, -1));
    at('2026-12-04T08:10:00');
    expect(await run(calendarYear)).toMatchObject({ examined: 2, found: 1, failed: 0 });
    expect(await finding('calendar-year.2027')).toMatchObject({
      ...{ state: 'open', severity: 'notice', since: '2026-12-03T01:00:00.000Z' },
      facts: { year: 2027, lacking: 1 },
    });
    await load('whole', 2, notice2027.holidays);
    await run(calendarYear);
    expect(await finding('calendar-year.2027')).toMatchObject({ state: 'cleared' });
  });

  test('that was never loaded is missed as well when it has become this year', async () => {
    at('2029-01-04T08:10:00');
    expect(await run(calendarYear)).toMatchObject({ examined: 1, found: 1 });
    expect(await finding('calendar-year.2029')).toMatchObject({ state: 'open', severity: 'late' });
    at('2026-11-23T09:00:00');
    await run(calendarYear);
  });
});

describe('a yearly target', () => {
  test('behind the even line is found, since it first was, and cleared when its figure is put right', async () => {
    at('2026-12-07T06:30:00');
    const { principal: caller } = district.accounts.culture;
    const { id } = await createTarget(
      platform.core,
      { caller, key: 'target', digest: '', ifMatch: undefined, now: platform.clock.now() },
      { node: places.town, year: 2026, subject: 'film', unit: 'sessions', figure: 240 },
    );
    for (const item of statesOf(await platform.everything(), 'TARGET'))
      await applyProjection(platform.core.store, targetProjector, item, 'stream');
    expect(await run(targetPace)).toMatchObject({ examined: 1, found: 1 });
    const first = await finding(`target-pace.${id}`);
    expect(first).toMatchObject({ facts: { figure: 240, line: 224, done: 0 }, severity: 'notice' });
    at('2026-12-14T06:30:00');
    await run(targetPace);
    const second = await finding(`target-pace.${id}`);
    expect(second).toMatchObject({ since: first?.since, facts: { line: 228 }, times: 1 });
  });
});

describe('a run that does not happen', () => {
  const watch = () =>
    scheduleFunction(platform.core, rows, {
      hourly: async () => ({ examined: 3, found: 1, failed: 0 }),
      'schedule-run': () => run(scheduleRun),
    });
  const fire = (schedule: (typeof rows)[number]['name']) =>
    watch()({ schedule, scheduledAt: platform.clock.now() });

  test('is found after its patience, cleared by the next one, and never in a district that has just begun', async () => {
    at('2026-12-20T09:45:00');
    await fire('schedule-run');
    expect(await finding('schedule-run.hourly')).toBeUndefined();
    at('2026-12-20T10:00:00');
    await fire('hourly');
    at('2026-12-20T11:07:00');
    await fire('schedule-run');
    expect(await finding('schedule-run.hourly')).toBeUndefined();
    at('2026-12-20T11:37:00');
    await fire('schedule-run');
    expect(await finding('schedule-run.hourly')).toMatchObject({
      ...{ state: 'open', severity: 'grave', since: '2026-12-20T03:00:00.000Z' },
    });
    await fire('hourly');
    at('2026-12-20T12:07:00');
    await fire('schedule-run');
    expect(await finding('schedule-run.hourly')).toMatchObject({ state: 'cleared' });
    // It had not run itself between the first two runs of this test, and found that too.
    expect(await finding('schedule-run.schedule-run')).toMatchObject({ state: 'cleared', times: 1 });
  });

  test('access pattern 20: the latest run of every schedule is one query, and an older one that ends later changes nothing', async () => {
    const runs = await readLatestRuns(platform.core.store);
    expect(runs.get('hourly')).toMatchObject({
      examined: 3,
      found: 1,
      startedAt: '2026-12-20T03:37:00.000Z',
    });
    expect(runs.get('hourly')?.firstAt).toBe('2026-12-20T02:00:00.000Z');
    expect([...runs.keys()]).toEqual(['hourly', 'schedule-run']);
  });

  test('is looked for at every schedule there is, in the dialect of the scheduler', () => {
    expect([...everySchedule].map(({ name }) => name).sort()).toEqual(
      schedules.map(({ row }) => row.name).sort(),
    );
    expect(functionRows.length).toBeGreaterThan(everySchedule.length);
    const planned = (cron: `cron(${string})`, now: string) => lastPlanned(cron, parseInstant(`${now}+08:00`));
    expect(planned('cron(0/15 * * * ? *)', '2026-12-20T09:20:00')).toBe('2026-12-20T01:15:00.000Z');
    expect(planned('cron(0 6 ? * MON *)', '2026-12-20T09:20:00')).toBe('2026-12-13T22:00:00.000Z');
  });
});
