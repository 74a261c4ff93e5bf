import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { hoursWeekType } from '../../functions/venues/openings.store.ts';
import { checkHours } from '../../functions/venues/venues-watch.usecases.ts';
import { fieldIn, hours, openVenues, places, timetable, type VenueBed } from '../support/venues.ts';

let bed: VenueBed;
beforeEach(async () => {
  bed = await openVenues('2026-11-16T07:00:00+08:00');
});
afterEach(async () => bed[Symbol.asyncDispose]());

const monday = parseLocalDate('2026-11-16');

/** A week as a keeper records it, each day the same. */
const keep = async (venue: string, ...spans: string[]): Promise<void> => {
  for (let n = 0; n < 7; n++) {
    for (const { from, to } of hours(...spans)) {
      await bed.tap(venue, 'open', `${addDays(monday, n)}T${from}`);
      await bed.tap(venue, 'close', `${addDays(monday, n)}T${to}`);
    }
  }
};
const check = async (at = '2026-11-23T06:00:00+08:00') => {
  bed.platform.clock.set(at);
  await bed.project();
  return checkHours(bed.depsOn(bed.platform.core), bed.platform.clock.now());
};
const report = async (week: string, node: string = places.town) => {
  await bed.project();
  return bed.done('hoursReport', { query: { node, week } });
};

describe('on Monday morning', () => {
  test('every venue is counted, the one farthest below the promise first', async () => {
    const kept = await bed.venue({ name: '守时' });
    const late = await bed.venue({ name: '晚开' });
    const silent = await bed.venue({ name: '没有记录' });
    await bed.venue({ name: '广场', kind: 'square' });
    await keep(kept, '09:00-12:00', '17:00-20:00');
    await keep(late, '09:10-12:00', '17:00-20:00');
    // Three weeks: the one that ended and the one that begins; nothing was promised before that.
    expect(await check()).toMatchObject({ examined: 6, found: 2, failed: 0 });
    const over = await report('2026-W47');
    expect(over).toMatchObject({
      totals: { venues: 3, meeting: 1, planned: 3 * 2520, actual: 2520 + 2450 },
      rows: [
        { venue: silent, gap: 2520, stage: 'over', meets: { hours: false } },
        { venue: late, gap: 70, actual: 2450 },
        { venue: kept, gap: 0, meets: { planned: true, hours: true, offPeak: true }, missing: [] },
      ],
    });
    expect(await report('2026-W48')).toMatchObject({
      rows: [{ stage: 'ahead' }, { stage: 'ahead' }, { stage: 'ahead' }],
    });
    expect(await report('2026-W47', places.secondVillage)).toMatchObject({ totals: { venues: 0 }, rows: [] });
  });

  test('a second run, or one beside it, counts nothing twice', async () => {
    await bed.venue();
    const [one, two] = [await check(), await check()];
    expect([one.found, two.found]).toEqual([1, 0]);
    const weeks = await bed.all(hoursWeekType);
    expect(weeks.map(({ version }) => version)).toEqual([1, 1]);
  });

  test('two runs at once find each venue once', async () => {
    for (const name of ['甲', '乙', '丙']) await bed.venue({ name });
    bed.platform.clock.set('2026-11-23T06:00:00+08:00');
    await bed.project();
    const now = bed.platform.clock.now();
    const runs = await Promise.all([1, 2].map(() => checkHours(bed.depsOn(bed.platform.core), now)));
    expect(runs.reduce((sum, { found }) => sum + found, 0)).toBe(3);
    expect((await bed.all(hoursWeekType)).map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('the weeks an outage left out are counted, as planned and then as they were', async () => {
    await bed.venue();
    await check();
    await check('2026-12-14T06:00:00+08:00');
    const stages = (await bed.all(hoursWeekType)).map(({ state }) => `${state.week} ${state.stage}`);
    expect(stages.sort()).toEqual([
      ...['2026-W47 over', '2026-W48 over', '2026-W49 over', '2026-W50 over', '2026-W51 ahead'],
    ]);
  });

  test('a timetable that promises too little is found before its week is lived', async () => {
    await bed.venue({ timetables: [timetable(hours('09:00-12:00', '14:00-16:00'))] });
    await check();
    expect(await report('2026-W48')).toMatchObject({
      rows: [{ planned: 2100, gap: 420, meets: { planned: false } }],
    });
  });

  test('a closure announced in time is explained, one at short notice is not', async () => {
    const announced = await bed.venue({ name: '提前' });
    const short = await bed.venue({ name: '临时' });
    const closure = (from: string) => ({ kind: 'closed', from, to: from, reason: '检修' });
    const closed = (venue: string, from: string) =>
      bed.done('closures', { params: { venue }, body: closure(from), ifMatch: 1 });
    await closed(announced, '2026-11-22');
    await closed(short, '2026-11-17');
    for (const venue of [announced, short]) {
      for (let n = 0; n < 7; n++) {
        const day = addDays(monday, n);
        if (day === (venue === announced ? '2026-11-22' : '2026-11-17')) continue;
        for (const { from, to } of hours('09:00-12:00', '17:00-20:00')) {
          await bed.tap(venue, 'open', `${day}T${from}`);
          await bed.tap(venue, 'close', `${day}T${to}`);
        }
      }
    }
    await check();
    expect(await report('2026-W47')).toMatchObject({
      rows: [
        { venue: short, gap: 360, explained: 0, meets: { hours: false } },
        { venue: announced, gap: 0, explained: 360, meets: { hours: true } },
      ],
    });
  });

  test('an opening corrected afterwards is counted again, in the same commit', async () => {
    const venue = await bed.venue();
    await keep(venue, '09:00-12:00');
    await check();
    expect(await report('2026-W47')).toMatchObject({ rows: [{ actual: 1260, gap: 1260 }] });
    await bed.done('correction', {
      params: { venue, day: monday },
      body: { spans: hours('09:00-12:00', '17:00-20:00'), reason: '晚上忘了打卡' },
    });
    const after = await report('2026-W47');
    expect(after).toMatchObject({ rows: [{ actual: 1440, gap: 1080 }], totals: { actual: 1440 } });
    expect(fieldIn(fieldIn(after, 'totals'), 'venues')).toBe(1);
  });
});
