import { epochSeconds, type Instant } from '../platform/runtime/time.ts';

interface Kept<T> {
  readonly at: Instant;
  readonly value: Promise<T>;
}

/** Names are what callers ask for; more than this many at a time are not kept. */
const mostNames = 300;

/**
 * Reads what is the same for everybody once in so many seconds of this process, however many ask for it meanwhile.
 * What failed is read again.
 */
export const keptFor = <T>(
  seconds: number,
  read: (name: string, now: Instant) => Promise<T>,
): ((name: string, now: Instant) => Promise<T>) => {
  const all = new Map<string, Kept<T>>();
  return async (name, now) => {
    const found = all.get(name);
    const age = found && epochSeconds(now) - epochSeconds(found.at);
    if (found && age !== undefined && age >= 0 && age < seconds) return found.value;
    if (all.size >= mostNames) all.clear();
    const kept = { at: now, value: read(name, now) };
    all.set(name, kept);
    try {
      return await kept.value;
    } catch (error) {
      if (all.get(name) === kept) all.delete(name);
      throw error;
    }
  };
};
