/**
 * Lets so many tasks run at once in this process and the others wait, first come first served. From a number taken to
 * its place in line nothing then stands in a queue of thousands, so that who is waited for is really on the way. In
 * the cloud a process has one request at a time and this does nothing.
 */
export const inTurn = (most: number): (<T>(task: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes over this one's turn.
      if (next) next();
      else running -= 1;
    }
  };
};

export type OneForAll = (key: string, task: () => Promise<void>) => Promise<void>;

/**
 * One task per key at a time in this process, and everybody who asks for it meanwhile shares the one after it: that
 * one begins after they asked, so it sees what they did before.
 */
export const oneForAll = (): OneForAll => {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();
  const start = (key: string, task: () => Promise<void>): Promise<void> => {
    const run = task().finally(() => running.delete(key));
    running.set(key, run);
    return run;
  };
  return (key, task) => {
    const queued = next.get(key);
    if (queued) return queued;
    const now = running.get(key);
    if (!now) return start(key, task);
    const shared = now
      .catch(() => undefined)
      .then(() => {
        next.delete(key);
        return start(key, task);
      });
    next.set(key, shared);
    return shared;
  };
};
