import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../support/call.ts';
import {
  fieldIn,
  newBatch,
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

const receive = (batch: string, change: object = {}, key = newKey()) =>
  bed.call('receive', 'disability', {
    params: { batch },
    body: { quantity: 1, signed: 'signed', ...somebody(), ...change },
    key,
  });
const received = async (batch: string, change: object = {}): Promise<string> =>
  textIn((await receive(batch, change)).body, 'receipt') ?? '';
const takeBack = (receipt: string, ifMatch = 1) =>
  bed.call('takeBack', 'disability', { params: { receipt }, body: { reason: '搬走' }, ifMatch });
const left = async (batch: string) => fieldIn(await bed.done('readBatch', { params: { batch } }), 'left');
const figures = async (node: string = places.town) => {
  await bed.project();
  return fieldIn(await bed.done('serviceFigures', { query: { node, year: '2026' } }), 'figures');
};

describe('a donation', () => {
  test('gives no more than there is: of 60 at once for the last 20, exactly 20 receive', async () => {
    const batch = await bed.batch({ quantity: 20 });
    const outcomes = (await Promise.all(Array.from({ length: 60 }, () => receive(batch)))).map(outcome);
    expect(outcomes.filter((each) => each === '201')).toHaveLength(20);
    expect(outcomes.filter((each) => each === '409 donation.none_left')).toHaveLength(40);
    expect(await left(batch)).toBe(0);
  });

  test('is corrected, never below what was handed out', async () => {
    const batch = await bed.batch({ quantity: 10 });
    await received(batch, { quantity: 4 });
    const correct = (by: number, ifMatch = 1) =>
      bed.call('correctBatch', 'disability', { params: { batch }, body: { by, reason: '清点' }, ifMatch });
    expect(outcome(await correct(-7))).toBe('409 donation.none_left');
    expect((await correct(-6)).body).toMatchObject({ quantity: 4, left: 0 });
    expect(outcome(await correct(0, 2))).toBe('400 request.invalid');
  });

  test('did not come tomorrow', async () => {
    const body = newBatch({ day: '2026-11-24' });
    expect(outcome(await bed.call('createBatch', 'disability', { body }))).toBe(
      '422 service.day_not_possible',
    );
  });
});

describe('a receipt', () => {
  test('has a number to read aloud and says how it was signed for; its person is masked', async () => {
    const batch = await bed.batch();
    const { body } = await receive(batch, { signed: 'by-proxy', quantity: 2 });
    expect(body).toMatchObject({ state: 'received', signed: 'by-proxy', quantity: 2, goods: '空调扇' });
    expect(textIn(body, 'receipt')).toMatch(/^[2-9A-Y]{10}$/);
    expect(JSON.stringify(body)).not.toMatch(/小明|13800001234/);
    await bed.project();
    const rows = rowsIn(await bed.call('receiptsOfBatch', 'auditor', { params: { batch } }));
    expect(rows).toMatchObject([{ name: '王**', quantity: 2 }]);
  });

  test('is one for each person and donation, unless it is said why again', async () => {
    const batch = await bed.batch();
    const same = somebody();
    expect(outcome(await receive(batch, same))).toBe('201');
    expect(outcome(await receive(batch, same))).toBe('409 donation.received_before');
    expect((await receive(batch, { ...same, again: '两个残疾人' })).body).toMatchObject({
      again: '两个残疾人',
    });
    // Of another donation they may receive.
    expect(outcome(await receive(await bed.batch(), same))).toBe('201');
    expect(await left(batch)).toBe(368);
  });

  test('asked for twice at once by one person is given once', async () => {
    const batch = await bed.batch();
    const same = somebody();
    const outcomes = (await Promise.all([receive(batch, same), receive(batch, same)])).map(outcome);
    expect(outcomes.sort()).toEqual(['201', '409 donation.received_before']);
    expect(await left(batch)).toBe(369);
  });

  test('sent again with its key is the same receipt', async () => {
    const batch = await bed.batch();
    const key = newKey();
    const same = somebody();
    const [first, again] = [await receive(batch, same, key), await receive(batch, same, key)];
    expect(again.body).toEqual(first.body);
    expect(await left(batch)).toBe(369);
  });

  test('taken back gives its goods back once, and the household may receive anew', async () => {
    const batch = await bed.batch({ quantity: 5 });
    const same = somebody();
    const receipt = await received(batch, { ...same, quantity: 3 });
    const outcomes = (await Promise.all([takeBack(receipt), takeBack(receipt)])).map(outcome);
    expect(outcomes.sort()).toEqual(['200', '412 request.stale']);
    expect(await left(batch)).toBe(5);
    expect(outcome(await takeBack(receipt, 2))).toBe('409 donation.taken_back');
    expect(outcome(await receive(batch, same))).toBe('201');
    await bed.project();
    const query = { node: places.town, state: 'taken-back' };
    expect(rowsIn(await bed.call('receipts', 'disability', { query }))).toContainEqual(
      expect.objectContaining({ receipt, state: 'taken-back' }),
    );
  });

  test('one given with a reason again leaves the first its claim when it is taken back', async () => {
    const batch = await bed.batch();
    const same = somebody();
    await received(batch, same);
    const second = await received(batch, { ...same, again: '火灾' });
    await takeBack(second);
    expect(outcome(await receive(batch, same))).toBe('409 donation.received_before');
  });
});

test('a household is counted once a year, however often it receives, and no more when everything is back', async () => {
  const start = await figures();
  const count = (all: unknown, field: string) => Number(fieldIn(all, field));
  const [one, two] = [await bed.batch(), await bed.batch({ node: places.village })];
  const same = somebody();
  const first = await received(one, same);
  const second = await received(two, same);
  const both = await figures();
  expect(count(both, 'households') - count(start, 'households')).toBe(1);
  expect(count(both, 'receipts') - count(start, 'receipts')).toBe(2);
  await takeBack(first);
  const less = await figures();
  expect(count(less, 'households') - count(start, 'households')).toBe(1);
  expect(count(less, 'receipts') - count(start, 'receipts')).toBe(1);
  expect(await figures(places.village)).toMatchObject({ households: 1, receipts: 1 });
  await takeBack(second);
  const none = await figures();
  expect(none).toEqual(start);
});

test('households that receive at once for the first time in a year are all counted, one once', async () => {
  const start = Number(fieldIn(await figures(), 'households'));
  const same = somebody();
  const batches = await Promise.all([1, 2, 3].map(() => bed.batch()));
  const outcomes = (await Promise.all(batches.map((batch) => receive(batch, same)))).map(outcome);
  expect(outcomes).toEqual(['201', '201', '201']);
  expect(Number(fieldIn(await figures(), 'households')) - start).toBe(1);
});
