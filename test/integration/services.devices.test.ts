import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../support/call.ts';
import {
  fieldIn,
  newStock,
  openServices,
  outcome,
  personOf,
  places,
  rowsIn,
  type ServicesBed,
  textIn,
} from '../support/services.ts';

let bed: ServicesBed;
beforeAll(async () => {
  bed = await openServices();
});
afterAll(async () => bed[Symbol.asyncDispose]());

let people = 100;
const somebody = () => {
  people += 1;
  return personOf(people);
};

const left = async (stock: string) => fieldIn(await bed.done('readStock', { params: { stock } }), 'now');
const handOut = (stock: string, change: object = {}, key = newKey()) =>
  bed.call('handOut', 'disability', { body: { stock, ...somebody(), ...change }, key });
const given = async (stock: string, change: object = {}): Promise<string> =>
  textIn((await handOut(stock, change)).body, 'handout') ?? '';
const act = (route: 'returnDevice' | 'extendLoan', handout: string, body: object, ifMatch = 1) =>
  bed.call(route, 'disability', { params: { handout }, body, ifMatch });

describe('a stock', () => {
  test('grows by deliveries with a note, and is there once for each depot and kind', async () => {
    const stock = await bed.stock({ kind: 'crutches', quantity: 10 });
    expect(
      outcome(await bed.call('createStock', 'disability', { body: newStock({ kind: 'crutches' }) })),
    ).toBe('409 device.stock_exists');
    const delivery = { params: { stock }, body: { quantity: 5, note: '市残联第二批' }, ifMatch: 1 };
    expect(await bed.done('deliver', delivery)).toMatchObject({
      delivered: 15,
      now: { left: 15, given: 0 },
      last: { note: '市残联第二批' },
    });
  });

  test('is corrected to what was counted, never below nothing', async () => {
    const stock = await bed.stock({ kind: 'cane', quantity: 3 });
    const correct = (by: number, ifMatch: number) =>
      bed.call('correctStock', 'disability', { params: { stock }, body: { by, reason: '盘点' }, ifMatch });
    expect((await correct(-1, 1)).body).toMatchObject({ corrected: -1, now: { left: 2 } });
    expect(outcome(await correct(-3, 2))).toBe('409 device.none_left');
    expect(await left(stock)).toMatchObject({ left: 2 });
  });

  test('a repeated delivery counts once, and a key used for something else is refused', async () => {
    const stock = await bed.stock({ kind: 'bath-chair', quantity: 1 });
    const deliver = (quantity: number, key: string) =>
      bed.call('deliver', 'disability', {
        params: { stock },
        body: { quantity, note: '批' },
        ifMatch: 1,
        key,
      });
    const key = newKey();
    await deliver(4, key);
    expect((await deliver(4, key)).body).toMatchObject({ now: { left: 5 } });
    expect(outcome(await deliver(9, key))).toBe('422 request.key_reused');
  });

  test('of a place nobody knows, or of another town, is not begun', async () => {
    const begin = (node: string, as = 'disability') =>
      bed.call('createStock', as, { body: newStock({ node, kind: 'orthosis' }) });
    expect(outcome(await begin(`${places.town}/370402101999`))).toBe('422 service.node_unknown');
    expect(outcome(await begin(places.otherTown))).toBe('403 access.scope');
    expect(outcome(await begin(places.town, 'admin'))).toBe('201');
  });
});

describe('a hand-out', () => {
  test('for good leaves one device less and names nobody', async () => {
    const stock = await bed.stock({ kind: 'hearing-aid', quantity: 2 });
    const { body } = await handOut(stock, { quantity: 2 });
    expect(body).toMatchObject({
      state: 'given',
      quantity: 2,
      person: { name: '王**', withCertificate: true },
    });
    expect(JSON.stringify(body)).not.toContain('小明');
    expect(await left(stock)).toEqual({ left: 0, given: 2, lent: 0, repair: 0, lost: 0 });
    expect(outcome(await handOut(stock))).toBe('409 device.none_left');
  });

  test('is never more than there is: of 200 at once for the last 50, exactly 50 are handed out', async () => {
    const stock = await bed.stock({ kind: 'walking-frame', quantity: 50 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => handOut(stock)));
    const outcomes = answers.map(outcome);
    expect(outcomes.filter((each) => each === '201')).toHaveLength(50);
    expect(new Set(outcomes)).toEqual(new Set(['201', '409 device.none_left']));
    expect(await left(stock)).toMatchObject({ left: 0, given: 50 });
  });

  test('sent again with its key is one hand-out', async () => {
    const stock = await bed.stock({ kind: 'white-cane', quantity: 5 });
    const key = newKey();
    const same = somebody();
    const answers = await Promise.all([1, 2, 3].map(() => handOut(stock, same, key)));
    expect(new Set(answers.map(({ body }) => textIn(body, 'handout'))).size).toBe(1);
    expect(await left(stock)).toMatchObject({ left: 4 });
  });

  test.each([
    ['good', { left: 1, lent: 0, repair: 0, lost: 0 }],
    ['repair', { left: 0, lent: 0, repair: 1, lost: 0 }],
    ['lost', { left: 0, lent: 0, repair: 0, lost: 1 }],
  ] as const)('that comes back as %s stands where it belongs', async (condition, now) => {
    const kind = { good: 'prosthesis', repair: 'vision-aid', lost: 'other' }[condition];
    const stock = await bed.stock({ kind, quantity: 1 });
    const handout = await given(stock, { until: '2026-12-31' });
    expect(await left(stock)).toMatchObject({ left: 0, lent: 1 });
    const back = await act('returnDevice', handout, { condition });
    expect(back.body).toMatchObject({ state: 'returned', returned: { condition } });
    expect(outcome(await act('returnDevice', handout, { condition }, 2))).toBe('409 device.returned');
    expect(await left(stock)).toMatchObject(now);
  });

  test('what is repaired can be handed out again, and no more than is to be repaired', async () => {
    const stock = await bed.stock({ kind: 'pressure-mattress', quantity: 2 });
    const handout = await given(stock, { quantity: 2 });
    await act('returnDevice', handout, { condition: 'repair' });
    const mend = (quantity: number, result: string, ifMatch: number) =>
      bed.call('mend', 'disability', { params: { stock }, body: { quantity, result, note: '修' }, ifMatch });
    expect(outcome(await mend(3, 'good', 1))).toBe('409 device.none_to_mend');
    await mend(1, 'good', 1);
    expect((await mend(1, 'scrapped', 2)).body).toMatchObject({
      scrapped: 1,
      now: { left: 1, given: 0, repair: 0 },
    });
  });

  test('returned by two at once goes back into stock once', async () => {
    const stock = await bed.stock({ kind: 'commode-chair', quantity: 1 });
    const handout = await given(stock, { until: '2026-12-01' });
    const answers = await Promise.all([1, 2].map(() => act('returnDevice', handout, { condition: 'good' })));
    expect(answers.map(outcome).sort()).toEqual(['200', '412 request.stale']);
    expect(await left(stock)).toMatchObject({ left: 1, lent: 0 });
  });
});

describe('a loan', () => {
  let stock: string;
  beforeAll(async () => {
    stock = await bed.stock({ kind: 'wheelchair', quantity: 20 });
  });

  test('is extended to a later day with a reason; what was given is not', async () => {
    const handout = await given(stock, { until: '2026-12-01' });
    expect(outcome(await act('extendLoan', handout, { until: '2026-12-01', reason: '仍需' }))).toBe(
      '422 device.not_later',
    );
    expect((await act('extendLoan', handout, { until: '2027-01-31', reason: '仍需' })).body).toMatchObject({
      until: '2027-01-31',
      extensions: [{ from: '2026-12-01', reason: '仍需' }],
    });
    const forGood = await given(stock);
    expect(outcome(await act('extendLoan', forGood, { until: '2027-01-31', reason: '仍需' }))).toBe(
      '409 device.not_lent',
    );
  });

  test('does not end on a day that is over, nor in ten years', async () => {
    expect(outcome(await handOut(stock, { until: '2026-11-22' }))).toBe('422 service.day_not_possible');
    expect(outcome(await handOut(stock, { until: '2036-11-22' }))).toBe('422 service.day_not_possible');
  });

  test('that is late stands first, with its days, and is the only one asked for when only late ones are', async () => {
    const soon = await given(stock, { until: '2026-11-25' });
    const later = await given(stock, { until: '2026-11-30' });
    await bed.project();
    const before = bed.core.clock.now();
    bed.platform.clock.set('2026-11-28T10:00:00+08:00');
    const query = { node: places.district };
    const of = async (more: object = {}) =>
      rowsIn(await bed.call('loans', 'above', { query: { ...query, ...more } }));
    const late = await of({ only: 'late' });
    expect(late).toMatchObject([{ handout: soon, daysLate: 3, name: '王**' }]);
    const all = await of();
    expect(all[0]).toMatchObject({ handout: soon });
    expect(all.find((row) => fieldIn(row, 'handout') === later)).not.toHaveProperty('daysLate');
    await act('returnDevice', soon, { condition: 'good' });
    await bed.project();
    expect(await of({ only: 'late' })).toEqual([]);
    bed.platform.clock.set(before);
  });
});

test('a page of stocks says what is left of each, of the place and below it only', async () => {
  await bed.stock({ node: places.village, kind: 'communication-aid', quantity: 7 });
  await bed.project();
  const rows = rowsIn(await bed.call('stocks', 'auditor', { query: { node: places.village } }));
  expect(rows).toMatchObject([{ node: places.village, kind: 'communication-aid', now: { left: 7 } }]);
  expect(outcome(await bed.call('stocks', 'stranger', { query: { node: places.village } }))).toBe(
    '403 access.scope',
  );
});
