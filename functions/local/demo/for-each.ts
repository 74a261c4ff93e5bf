const atOnce = 12;

/** Runs a task for every item, twelve at a time, or fewer where somebody else needs the machine as well. */
export const forEach = async <T>(
  items: readonly T[],
  task: (item: T) => Promise<void>,
  width = atOnce,
): Promise<void> => {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
    }),
  );
};
