import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../support/call.ts';
import { fieldIn, outcome } from '../support/issues.ts';
import {
  application,
  certificateNo,
  openRenovation,
  planned,
  type RenovationBed,
} from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
  await bed.fund(2026, 3, 10_000_000);
  for (const n of upTo(9)) await bed.approve(await bed.agreedAtOnce(n));
});
afterAll(async () => bed[Symbol.asyncDispose]());

const who = (n: number) => application(n).applicant;

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

const queueOf = async () =>
  (await bed.all()).flatMap(({ id, state }) => (state.state === 'queued' ? [{ id, ...state.queue }] : []));

test("a home that is given back goes to nobody who stands behind; the queue's first is approved, also from the next year's fund", async () => {
  const queue = (await queueOf()).sort((a, b) => (`${a.rank}#${a.id}` < `${b.rank}#${b.id}` ? -1 : 1));
  const [head, second] = queue;
  if (!head || !second) throw new Error('nobody waits');
  const position = async (reference: string) =>
    fieldIn((await bed.staff('read', 'town', { params: { reference } })).body, 'position');
  expect([await position(head.id), await position(second.id)]).toEqual([1, 2]);
  expect(outcome(await bed.approve(head.id))).toBe('409 renovation.no_homes');
  const approved = (await bed.all()).find(({ state }) => state.state === 'noticed');
  await bed.does('community', 'withdrawal', approved?.id ?? '', { reason: 'moved', how: 'phone' });
  expect(outcome(await bed.approve(second.id))).toBe('409 renovation.out_of_turn');
  bed.platform.clock.advance(60);
  const fresh = await bed.agreedAtOnce(900);
  expect((await bed.approve(fresh)).body).toMatchObject({
    ...{ state: 'queued', queue: { because: 'others-wait' }, position: 7 },
  });
  expect((await bed.approve(head.id)).body).toMatchObject({ state: 'noticed' });
  expect(outcome(await bed.approve(second.id))).toBe('409 renovation.no_homes');
  await bed.fund(2027, 300, 50_000_000);
  expect((await bed.approve(second.id, 2027)).body).toMatchObject({
    ...{ state: 'noticed', reservation: { year: 2027 } },
  });
  expect(await bed.left(bed.at('district', 2027))).toEqual({ left: 299, reserved: 1, spent: 0 });
});

test('severe and poor comes before severe, severe before not, and then who applied first', async () => {
  const [mild, severe, poor] = [
    await bed.agreedAtOnce(1001, { applicant: { ...who(1001), certificate: certificateNo(1001, '43') } }),
    await bed.agreedAtOnce(1002),
    await bed.agreedAtOnce(1003, { circumstances: ['low-income'] }),
  ];
  for (const reference of [mild, severe, poor]) await bed.approve(reference);
  const order = (await queueOf()).sort((a, b) => (`${a.rank}#${a.id}` < `${b.rank}#${b.id}` ? -1 : 1));
  expect(order[0]?.id).toBe(poor);
  expect(order.at(-1)?.id).toBe(mild);
  expect((await bed.approve(poor, 2027)).body).toMatchObject({ state: 'noticed' });
});

test('the same approval ten times at once reserves once', async () => {
  await bed.fund(2028, 5, 100_000_000);
  const before = await bed.left(bed.at('town', 2028));
  const reference = (await queueOf()).sort((a, b) => (`${a.rank}#${a.id}` < `${b.rank}#${b.id}` ? -1 : 1))[0]
    ?.id;
  if (!reference) throw new Error('nobody waits');
  const { version } = await bed.read(reference);
  const key = newKey();
  const call = { params: { reference }, body: { year: 2028 }, ifMatch: version, key };
  const answers = await Promise.all(upTo(10).map(() => bed.staff('approval', 'district', call)));
  expect(new Set(answers.map(outcome))).toEqual(new Set(['200']));
  expect(await bed.left(bed.at('town', 2028))).toMatchObject({ left: before.left - planned });
  expect(await bed.left(bed.at('district', 2028))).toMatchObject({ reserved: 1 });
});

test('a fund is set once, grows and shrinks with a reason, and never below what is reserved', async () => {
  expect(
    outcome(
      await bed.staff('setFund', 'district', {
        body: { year: 2028, node: '370402/370402101', fund: { kind: 'town', amount: 1, ceiling: 600_000 } },
      }),
    ),
  ).toBe('409 renovation.fund_exists');
  const change = (amount: number, ifMatch: number) =>
    bed.staff('changeFund', 'district', {
      params: { fund: bed.at('town', 2028) },
      body: { fund: { kind: 'town', amount, ceiling: 600_000 }, reason: '区里调剂' },
      ifMatch,
    });
  expect(outcome(await change(planned - 1, 1))).toBe('409 renovation.fund_below_reserved');
  expect((await change(planned, 1)).body).toMatchObject({ left: 0, reserved: planned, version: 2 });
  expect((await change(2 * planned, 2)).body).toMatchObject({ left: planned });
  expect(
    outcome(
      await bed.staff('setFund', 'town', {
        body: { year: 2029, node: '370402/370402101', fund: { kind: 'town', amount: 1, ceiling: 1 } },
      }),
    ),
  ).toBe('403 renovation.district_decides');
});

test('the same item is not built again at a home until its years are over', async () => {
  await bed.fund(2030, 300, 500_000_000);
  const first = (await bed.all()).find(
    ({ state }) => state.state === 'noticed' && state.reservation.year === 2026,
  );
  if (first?.state.state !== 'noticed') throw new Error('nothing was approved');
  const { marks } = first.state;
  const key = { PK: `RENOVATED#${marks.home}`, SK: 'toilet' };
  expect(await bed.deps.store.get(key)).toMatchObject({ reference: first.id, year: 2026 });
  await bed.does('community', 'withdrawal', first.id, { reason: 'moved', how: 'phone' });
  expect(await bed.deps.store.get(key)).toBeUndefined();
});
