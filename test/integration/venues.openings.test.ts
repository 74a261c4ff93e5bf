import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openingType } from '../../functions/venues/openings.store.ts';
import { makeFaulty } from '../support/faults.ts';
import { fieldIn, hours, openVenues, outcome, type VenueBed } from '../support/venues.ts';

let bed: VenueBed;
beforeAll(async () => {
  bed = await openVenues();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const day = '2026-11-23';
const opening = (venue: string, body: object, key?: string) =>
  bed.call('opening', 'culture', { params: { venue }, body, ...(key === undefined ? {} : { key }) });
const correction = (venue: string, of: string, body: object, as = 'culture') =>
  bed.call('correction', as, { params: { venue, day: of }, body });
const week = async (venue: string, of = '2026-W48') =>
  bed.done('hours', { params: { venue }, query: { week: of } });
const codes = (body: unknown): unknown[] => {
  const errors = fieldIn(body, 'errors');
  return Array.isArray(errors) ? errors.map(({ path, code }) => `${path} ${code}`) : [];
};

describe('one tap', () => {
  test('opens, and another closes: the day counts what lies between', async () => {
    const venue = await bed.venue();
    expect((await bed.tap(venue, 'open', `${day}T09:00`)).body).toMatchObject({
      ...{ open: true, day, version: 1 },
      planned: hours('09:00-12:00', '17:00-20:00'),
    });
    expect((await bed.tap(venue, 'close', `${day}T12:00`)).body).toMatchObject({ open: false, version: 2 });
    bed.platform.clock.set(`${day}T12:00:00+08:00`);
    expect(await week(venue)).toMatchObject({ actual: 180, missing: [], over: false });
  });

  test('twice says that it is open already, and a repeat of the same tap answers as the first', async () => {
    const venue = await bed.venue();
    bed.platform.clock.set(`${day}T09:00:00+08:00`);
    const first = await opening(venue, { what: 'open' }, 'one-tap-exactly-once');
    bed.platform.clock.set(`${day}T09:01:00+08:00`);
    const again = await opening(venue, { what: 'open' }, 'one-tap-exactly-once');
    expect(fieldIn(again.body, 'spans')).toEqual(fieldIn(first.body, 'spans'));
    expect(outcome(await opening(venue, { what: 'open' }))).toBe('409 venue.opened_already');
    expect(outcome(await bed.tap(venue, 'close', `${day}T12:00`))).toBe('200');
    expect(outcome(await bed.tap(venue, 'close', `${day}T12:01`))).toBe('409 venue.not_open');
  });

  test('of two keepers at the same moment opens it once', async () => {
    const venue = await bed.venue();
    bed.platform.clock.set(`${day}T09:00:00+08:00`);
    const answers = await Promise.all([1, 2, 3, 4].map(() => opening(venue, { what: 'open' })));
    expect(answers.map(outcome).sort()).toEqual([
      '200',
      ...Array.from({ length: 3 }, () => '409 venue.opened_already'),
    ]);
  });

  test('after midnight closes nothing: the keeper is asked when it was', async () => {
    const venue = await bed.venue();
    await bed.tap(venue, 'open', `${day}T17:00`);
    expect(outcome(await bed.tap(venue, 'close', '2026-11-24T00:10'))).toBe('409 venue.closing_forgotten');
    const entered = await opening(venue, { what: 'close', at: `${day}T20:00:00+08:00` });
    expect(entered.body).toMatchObject({ day, noClosing: false, spans: [{ how: 'tap' }] });
  });

  test('cannot be given for a time to come, or for long ago', async () => {
    const venue = await bed.venue();
    bed.platform.clock.set(`${day}T09:00:00+08:00`);
    const at = async (text: string) => codes((await opening(venue, { what: 'open', at: text })).body);
    expect(await at(`${day}T09:01:00+08:00`)).toEqual(['at venue.time_future']);
    expect(await at('2026-11-21T09:00:00+08:00')).toEqual(['at venue.time_long_ago']);
  });

  test('for a time at which it was open already is refused', async () => {
    const venue = await bed.venue();
    await bed.tap(venue, 'open', `${day}T09:00`);
    await bed.tap(venue, 'close', `${day}T12:00`);
    const answer = await opening(venue, { what: 'open', at: `${day}T10:00:00+08:00` });
    expect(outcome(answer)).toBe('409 venue.time_taken');
  });

  test('of another town is refused', async () => {
    const venue = await bed.venue();
    const answer = await bed.call('opening', 'stranger', { params: { venue }, body: { what: 'open' } });
    expect(outcome(answer)).toBe('403 access.scope');
  });

  test.each([31, 32, 33])('on an unreliable table is there once (seed %i)', async (seed) => {
    const venue = await bed.venue();
    bed.platform.clock.set(`${day}T09:00:00+08:00`);
    const client = bed.platform.newClient();
    const core = bed.platform.through(client);
    makeFaulty(client, { seed, rate: 0.4 });
    const call = { params: { venue }, body: { what: 'open' }, key: `tap-on-an-unreliable-table-${seed}` };
    let answer = await bed.call('opening', 'culture', call, core);
    for (let again = 0; answer.status >= 500 && again < 50; again++) {
      answer = await bed.call('opening', 'culture', call, core);
    }
    expect(outcome(answer)).toBe('200');
    const records = (await bed.all(openingType)).filter(({ state }) => state.venue === venue);
    expect(records.map(({ version, state }) => [version, state.spans.length])).toEqual([[1, 1]]);
  });
});

describe('a closing nobody recorded', () => {
  test('is said the next day, and only the hours it began in count', async () => {
    const venue = await bed.venue();
    await bed.tap(venue, 'open', `${day}T09:00`);
    bed.platform.clock.set('2026-11-24T08:00:00+08:00');
    const { body } = await bed.call('openings', 'lead', { params: { venue }, query: { from: day, to: day } });
    expect(body).toMatchObject({ rows: [{ day, open: false, noClosing: true }] });
    expect(await week(venue)).toMatchObject({
      actual: 180,
      missing: [{ day, from: '17:00', to: '20:00', minutes: 180, why: 'no-closing' }],
    });
  });
});

describe('a correction', () => {
  test('says why, keeps what stood there, and counts', async () => {
    const venue = await bed.venue();
    await bed.tap(venue, 'open', `${day}T09:30`);
    await bed.tap(venue, 'close', `${day}T12:00`);
    bed.platform.clock.set('2026-11-24T08:00:00+08:00');
    const body = { spans: hours('09:00-12:00', '17:00-20:00'), reason: '停电，忘了打卡' };
    const corrected = await correction(venue, day, body);
    expect(corrected.body).toMatchObject({
      spans: [{ how: 'entered' }, { how: 'entered' }],
      corrections: [{ reason: '停电，忘了打卡', before: [{ how: 'tap' }], by: { name: 'culture 一' } }],
    });
    expect(await week(venue)).toMatchObject({ actual: 360, missing: [] });
  });

  test('of a day without a record records it', async () => {
    const venue = await bed.venue();
    bed.platform.clock.set('2026-11-24T08:00:00+08:00');
    expect(await week(venue)).toMatchObject({ missing: [{ why: 'not-recorded' }, { why: 'not-recorded' }] });
    await correction(venue, day, { spans: hours('09:00-12:00'), reason: '手机没电' });
    expect(await week(venue)).toMatchObject({ actual: 180, missing: [{ why: 'closed-early' }] });
  });

  test('past midnight, of hours to come, or of long ago is refused', async () => {
    const venue = await bed.venue();
    bed.platform.clock.set('2026-11-23T15:00:00+08:00');
    const said = async (of: string, ...spans: string[]) => {
      const { body } = await correction(venue, of, { spans: hours(...spans), reason: '补录' });
      return codes(body);
    };
    expect(await said('2026-11-22', '20:00-01:00')).toEqual(['spans.0.to venue.span_past_midnight']);
    expect(await said('2026-11-23', '09:00-15:01')).toEqual(['spans.0.to venue.time_future']);
    expect(await said('2026-11-22', '09:00-12:00', '11:00-13:00')).toEqual([
      'spans.1.from venue.span_overlap',
    ]);
    const long = await correction(venue, '2026-09-23', { spans: [], reason: '补录' });
    expect(outcome(long)).toBe('422 venue.day_too_old');
  });

  test('of another town is refused', async () => {
    const venue = await bed.venue();
    const answer = await correction(venue, day, { spans: [], reason: '补录' }, 'stranger');
    expect(outcome(answer)).toBe('403 access.scope');
  });
});

describe('a period of openings', () => {
  test.each([
    ['that ends before it begins', '2026-11-23', '2026-11-22'],
    ['of more than 62 days', '2026-09-01', '2026-11-02'],
  ])('%s is refused by field', async (_, from, to) => {
    const venue = await bed.venue();
    const { body } = await bed.call('openings', 'lead', { params: { venue }, query: { from, to } });
    expect(codes(body)).toEqual(['to field.range']);
  });
});
