/** The middle of what was measured: one disturbed round on a shared machine doesn't move it. */
export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

/** @param share 0 to 1, of the sorted figures. */
export const percentile = (figures: readonly number[], share: number): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  const figure = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (figure === undefined) throw new Error('nothing was measured');
  return figure;
};

/** Milliseconds. */
export const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await task();
  return performance.now() - started;
};

/** Runs a task `times` times, `atOnce` at a time, as that many connections would; how many a second. */
export const perSecond = async (
  times: number,
  atOnce: number,
  task: () => Promise<unknown>,
): Promise<number> => {
  let begun = 0;
  const connection = async (): Promise<void> => {
    while (begun < times) {
      begun += 1;
      await task();
    }
  };
  const milliseconds = await timed(() => Promise.all(Array.from({ length: atOnce }, connection)));
  return (times * 1000) / milliseconds;
};
