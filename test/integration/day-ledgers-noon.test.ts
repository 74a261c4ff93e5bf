import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Run } from '../../functions/platform/runtime/schedule-function.ts';
import { dayLedgerType } from '../../functions/visits/day-ledgers.store.ts';
import { checkLedgers } from '../../functions/visits/visits-watch.usecases.ts';
import { makeFaulty } from '../support/faults.ts';
import { openVisits, outcome, type VisitBed } from '../support/visits.ts';

let bed: VisitBed;
beforeEach(async () => {
  bed = await openVisits();
  await bed.project();
});
afterEach(async () => bed[Symbol.asyncDispose]());

/** Runs the check at a local time, as a function of its own would: with nothing kept from the run before. */
const check = (text: string): Promise<Run> => {
  bed.platform.clock.set(text);
  return checkLedgers(bed.depsOn(bed.platform.core), bed.platform.clock.now());
};
const missing = async (): Promise<string[]> =>
  (await bed.all(dayLedgerType))
    .filter(({ state }) => state.state === 'missing')
    .map(({ id }) => id)
    .sort();
const village = '370402101201';
const second = '370402101202';
const handIn = (day: string, body: object = { nothingToReport: true }) =>
  bed.call('handIn', 'lead', { params: { village, day }, body });

describe('the noon check', () => {
  test('records each village of the campaign that did not hand yesterday in', async () => {
    await handIn('2026-11-23');
    expect(await check('2026-11-24T12:00:00+08:00')).toMatchObject({ examined: 2, found: 1, failed: 0 });
    expect(await missing()).toEqual([`${second}.2026-11-23`]);
  });

  test('finds nothing before noon', async () => {
    expect(await check('2026-11-24T11:59:59+08:00')).toMatchObject({ examined: 0, found: 0, failed: 0 });
  });

  test('run twice, each is there once and the second run finds nothing', async () => {
    await check('2026-11-24T12:00:00+08:00');
    const before = await bed.platform.everything();
    expect(await check('2026-11-24T12:00:07+08:00')).toMatchObject({ examined: 2, found: 0, failed: 0 });
    expect(await bed.platform.everything()).toEqual(before);
  });

  test('run five times at once, each is found by one run', async () => {
    bed.platform.clock.set('2026-11-24T12:00:00+08:00');
    const runs = await Promise.all(Array.from({ length: 5 }, () => check('2026-11-24T12:00:00+08:00')));
    expect(runs.reduce((sum, { found }) => sum + found, 0)).toBe(2);
    expect(runs.every(({ failed }) => failed === 0)).toBe(true);
    for (const { version } of await bed.all(dayLedgerType)) expect(version).toBe(1);
  });

  test('hours late, the day has been missing since noon all the same', async () => {
    await check('2026-11-24T17:31:00+08:00');
    const ledgers = await bed.all(dayLedgerType);
    expect(ledgers.map(({ state }) => state.state === 'missing' && state.since)).toEqual([
      ...['2026-11-24T04:00:00.000Z', '2026-11-24T04:00:00.000Z'],
    ]);
  });

  test('after an outage of two days, each day that was missed is recorded', async () => {
    await check('2026-11-24T12:00:00+08:00');
    await bed.call('handIn', 'villager', {
      ...{ params: { village: second, day: '2026-11-24' }, body: { nothingToReport: true } },
    });
    expect(await check('2026-11-27T12:00:00+08:00')).toMatchObject({ found: 5, failed: 0 });
    expect(await missing()).toEqual([
      ...[`${village}.2026-11-23`, `${village}.2026-11-24`, `${village}.2026-11-25`, `${village}.2026-11-26`],
      ...[`${second}.2026-11-23`, `${second}.2026-11-25`, `${second}.2026-11-26`],
    ]);
  });

  test('a day of rest is owed only where somebody visited', async () => {
    await check('2026-11-28T12:00:00+08:00');
    const before = await missing();
    await bed.send([bed.entry(await bed.planned(), { at: '2026-11-28T10:00:00+08:00' })]);
    await bed.project();
    await check('2026-11-29T12:00:00+08:00');
    expect((await missing()).filter((id) => !before.includes(id))).toEqual([`${village}.2026-11-28`]);
  });

  test('on an unreliable table each is still recorded once, over as many runs as it takes', async () => {
    const client = bed.platform.newClient();
    const faults = makeFaulty(client, { seed: 7, rate: 0.35 });
    bed.platform.clock.set('2026-11-27T12:00:00+08:00');
    const core = bed.platform.through(client);
    const run = () => checkLedgers(bed.depsOn(core), bed.platform.clock.now()).catch(() => undefined);
    for (let n = 0; n < 6; n++) await Promise.all([run(), run()]);
    expect([...faults.met.values()].reduce((sum, met) => sum + met, 0)).toBeGreaterThan(10);
    expect(await missing()).toHaveLength(8);
    for (const { version } of await bed.all(dayLedgerType)) expect(version).toBe(1);
  });
});

describe('a day that was missing', () => {
  test('is handed in later, and stays late', async () => {
    await check('2026-11-24T12:00:00+08:00');
    const answer = await handIn('2026-11-23');
    expect(answer.body).toMatchObject({ state: 'handed-in', late: true, version: 2 });
    expect(await check('2026-11-24T12:15:00+08:00')).toMatchObject({ found: 0 });
  });

  test('is handed in late also when the check never ran', async () => {
    bed.platform.clock.set('2026-11-24T12:00:00+08:00');
    expect((await handIn('2026-11-23')).body).toMatchObject({ state: 'handed-in', late: true, version: 1 });
  });

  test('is handed in once, at the very moment of the check', async () => {
    bed.platform.clock.set('2026-11-24T12:00:00+08:00');
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => handIn('2026-11-23')),
      check('2026-11-24T12:00:00+08:00').then(() => undefined),
    ]);
    const outcomes = answers.flatMap((answer) => (answer ? [outcome(answer)] : []));
    expect(outcomes.filter((came) => came === '200')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['200', '409 ledger.handed_in_already']));
    const ledger = (await bed.all(dayLedgerType)).find(({ id }) => id === `${village}.2026-11-23`);
    expect(ledger?.state).toMatchObject({ state: 'handed-in', late: true });
  });
});
