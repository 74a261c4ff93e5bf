import { afterAll, beforeAll, expect, test } from 'vitest';
import { headOfQueue, placeInQueue } from '../../functions/renovation/funds.store.ts';
import { watchRenovations } from '../../functions/renovation/renovation-watch.usecases.ts';
import { type Metered, meter } from '../support/core.meter.ts';
import { fieldIn } from '../support/issues.ts';
import { openRenovation, places, type RenovationBed } from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
  await bed.fund(2026, 1, 10_000_000);
});
afterAll(async () => bed[Symbol.asyncDispose]());

const measured = async (
  task: (store: RenovationBed['deps']['store']) => Promise<unknown>,
): Promise<Metered[]> => {
  const client = bed.platform.newClient();
  const run = meter(client);
  const { store } = bed.platform.through(client);
  return run(() => task(store));
};

test('access patterns 17 and 18: who is first of 5,000 in a queue, and which place somebody has, are one query each', async () => {
  const { store } = bed.deps;
  const rank = (n: number): string => `00000#2026-11-23T01:00:${String(n).padStart(5, '0')}Z`;
  for (let n = 1; n <= 5_000; n += 100) {
    const puts = Array.from({ length: 100 }, (_, index) => ({
      Put: { Item: { PK: 'RANKED#370402102', SK: `${rank(n + index)}#X`, reference: `R${n + index}` } },
    }));
    await store.transact(puts, `patterns ${n}`);
  }
  const first = await measured(async (of) => {
    expect(await headOfQueue(of, places.otherTown)).toBe('R1');
  });
  expect(first).toMatchObject([{ command: 'QueryCommand', items: 1 }]);
  const queue = { ...{ year: 2026, town: places.otherTown, because: 'money' as const }, rank: rank(4_900) };
  const place = await measured(async (of) => {
    expect(await placeInQueue(of, 'X', { ...queue, since: bed.deps.clock.now() })).toBe(4_900);
  });
  expect(place.map(({ command }) => command)).toEqual(['QueryCommand']);
});

test('every list is one query in the order the screen shows; the queue by its rank, jobs only to whom they name', async () => {
  const [first, second, third] = [
    await bed.agreedAtOnce(1),
    await bed.agreedAtOnce(2),
    await bed.agreedAtOnce(3, { circumstances: ['low-income'] }),
  ];
  for (const reference of [first, second, third]) await bed.approve(reference);
  const fourth = await bed.agreedAtOnce(4);
  await bed.project();
  const rows = async (list: string) => {
    const answer = await bed.staff('list', 'district', { query: { node: places.district, list } });
    const found = fieldIn(answer.body, 'rows');
    return Array.isArray(found) ? found.map((row) => fieldIn(row, 'reference')) : [];
  };
  expect(await rows('queued')).toEqual([third, second]);
  expect(await rows('noticed')).toEqual([first]);
  expect(await rows('agreed')).toEqual([fourth]);
  expect((await rows('all')).length).toBe(4);
  bed.platform.clock.set('2026-12-02T07:00:00+08:00');
  expect(await watchRenovations(bed.deps, bed.deps.clock.now())).toMatchObject({
    examined: 2,
    found: 2,
    failed: 0,
  });
  expect(await watchRenovations(bed.deps, bed.deps.clock.now())).toMatchObject({ found: 0 });
  await bed.project();
  expect(await rows('ready')).toEqual([first]);
  expect(await rows('overdue')).toEqual([fourth]);
  await bed.staff('assign', 'town', {
    body: {
      ...{ name: '第一批', node: places.town, contractor: bed.people.builder.staffId },
      renovations: [first],
    },
  });
  await bed.project();
  const jobs = async (who: 'builder' | 'otherBuilder') =>
    fieldIn((await bed.staff('jobs', who, { query: {} })).body, 'rows');
  expect(await jobs('builder')).toMatchObject([{ reference: first, work: 'building' }]);
  expect(await jobs('otherBuilder')).toEqual([]);
  const figures = await bed.staff('figures', 'district', {
    query: { node: places.district, from: '2026-11', to: '2026-11' },
  });
  expect(figures.body).toMatchObject({
    ...{ months: { applied: 4, approved: 1, queued: 2 }, now: { building: 1, queued: 2, all: 4 } },
  });
});

test('who can be named are those who assess or build there', async () => {
  const { body } = await bed.staff('people', 'town', { query: { node: places.village } });
  expect(fieldIn(body, 'people')).toEqual(
    expect.arrayContaining([{ staffId: bed.people.builder.staffId, name: 'builder 一', contractor: true }]),
  );
});
