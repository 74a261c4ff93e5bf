import { expect, test } from 'vitest';
import { inTurn, oneForAll } from '../../functions/bookings/in-turn.ts';

/** A task that ends when the test says so. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { task: () => promise, end: resolve };
};

test('so many run at once, the others in the order they came, also past one that fails', async () => {
  const turn = inTurn(2);
  const began: number[] = [];
  const ends = [held(), held(), held(), held()];
  const runs = ends.map(({ task }, index) =>
    turn(async () => {
      began.push(index);
      await task();
      if (index === 0) throw new Error('fails');
      return index;
    }),
  );
  const all = Promise.allSettled(runs);
  expect(began).toEqual([0, 1]);
  ends[0]?.end();
  await expect(runs[0]).rejects.toThrow('fails');
  expect(began).toEqual([0, 1, 2]);
  for (const { end } of ends) end();
  expect((await all).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(began).toEqual([0, 1, 2, 3]);
});

test('whoever asks while a task runs shares one that begins afterwards, and another key waits for nobody', async () => {
  const together = oneForAll();
  const first = held();
  let runs = 0;
  const counted = async (): Promise<void> => {
    runs += 1;
  };
  const running = together('a', first.task);
  const [second, third] = [together('a', counted), together('a', counted)];
  await together('b', counted);
  expect(runs).toBe(1);
  first.end();
  await Promise.all([running, second, third]);
  expect(runs).toBe(2);
  await together('a', counted);
  expect(runs).toBe(3);
});

test('a task that fails fails for who asked for it, and the next one runs all the same', async () => {
  const together = oneForAll();
  const failing = together('a', async () => {
    throw new Error('lost');
  });
  let ran = false;
  const next = together('a', async () => {
    ran = true;
  });
  await expect(failing).rejects.toThrow('lost');
  await next;
  expect(ran).toBe(true);
});
