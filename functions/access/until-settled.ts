import { Problem } from '../platform/contract/problems.ts';

/** More than can collide: no account has more than five sign-ins under way at once. */
const attempts = 8;

/**
 * Runs a task again, from its reads on, while somebody else changes the same credential under it.
 * @throws Problem `access.raced`, 503, when that does not end; nothing was changed then.
 */
export const untilSettled = async <T>(task: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      if (attempt === attempts || !(error instanceof Problem) || error.code !== 'access.raced') throw error;
    }
  }
};
