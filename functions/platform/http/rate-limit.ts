import { platformProblem } from '../contract/problems.ts';
import type { Keyring } from '../runtime/keyring.ts';
import type { ItemKey, Store } from '../runtime/store.ts';
import { epochSeconds, type Instant } from '../runtime/time.ts';

export interface RateLimit {
  /** What is limited, such as `sign-in`. */
  readonly what: string;
  readonly most: number;
  readonly perSeconds: number;
}

const windowKey = async (
  keyring: Keyring,
  { what, perSeconds }: RateLimit,
  who: string,
  seconds: number,
): Promise<ItemKey> => ({
  PK: `RATE#${what}#${(await keyring.mac('rate', who)).slice(0, 22)}`,
  SK: String(Math.floor(seconds / perSeconds)),
});

/**
 * Counts one attempt of `who` in the current window. `who` (an address, a reference) is stored as a keyed hash.
 * One write; the count is a conditional update, so parallel attempts can't slip past it.
 * @throws Problem 429 with the seconds until the window ends.
 */
export const countAttempt = async (
  { store, keyring }: { readonly store: Store; readonly keyring: Keyring },
  limit: RateLimit,
  who: string,
  now: Instant,
): Promise<void> => {
  const { most, perSeconds } = limit;
  const seconds = epochSeconds(now);
  const window = Math.floor(seconds / perSeconds);
  const counted = await store.update({
    Key: await windowKey(keyring, limit, who, seconds),
    UpdateExpression: 'ADD attempts :one SET expiresAtEpochSeconds = :expiry',
    ConditionExpression: 'attribute_not_exists(attempts) OR attempts < :most',
    ExpressionAttributeValues: { ':one': 1, ':most': most, ':expiry': (window + 2) * perSeconds },
  });
  if (!counted) {
    throw platformProblem('request.too_many', { retryAfterSeconds: (window + 1) * perSeconds - seconds });
  }
};

/**
 * Takes back an attempt that {@link countAttempt} counted at the same `now`, for limits that are about failures
 * alone: a whole office signs in from one address in the morning.
 */
export const takeBackAttempt = async (
  { store, keyring }: { readonly store: Store; readonly keyring: Keyring },
  limit: RateLimit,
  who: string,
  now: Instant,
): Promise<void> => {
  await store.update({
    Key: await windowKey(keyring, limit, who, epochSeconds(now)),
    UpdateExpression: 'ADD attempts :minus',
    ConditionExpression: 'attempts > :none',
    ExpressionAttributeValues: { ':minus': -1, ':none': 0 },
  });
};
