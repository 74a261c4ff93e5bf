import type { Companion } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { epochSeconds, type Instant } from '../platform/runtime/time.ts';
import { limits } from './access.words.ts';

type Parts = Pick<Core, 'store' | 'keyring'>;

/** By a keyed hash of whatever was typed: a name nobody has locks exactly like one that somebody has. */
export const failuresKey = async ({ keyring }: Pick<Core, 'keyring'>, who: string): Promise<ItemKey> => ({
  PK: `FAILED#${(await keyring.mac('sign-in', who)).slice(0, 22)}`,
  SK: 'FAILED',
});

/**
 * Takes one of five tries before a password is looked at; a password that is right gives all of them back. So
 * however many arrive at once, no more than five are compared. The lock ends 15 minutes after the last try that
 * was allowed. One write, or two after a failure.
 * @returns false when it is locked.
 */
export const takeTry = async ({ store, keyring }: Parts, who: string, now: Instant): Promise<boolean> => {
  const Key = await failuresKey({ keyring }, who);
  const seconds = epochSeconds(now);
  const until = seconds + limits.lockMinutes * 60;
  const begin = () =>
    store.update({
      Key,
      UpdateExpression: 'SET failures = :one, expiresAtEpochSeconds = :until',
      ConditionExpression: 'attribute_not_exists(PK) OR expiresAtEpochSeconds <= :now',
      ExpressionAttributeValues: { ':one': 1, ':until': until, ':now': seconds },
    });
  const goOn = () =>
    store.update({
      Key,
      UpdateExpression: 'SET expiresAtEpochSeconds = :until ADD failures :one',
      ConditionExpression: 'failures < :most AND expiresAtEpochSeconds > :now',
      ExpressionAttributeValues: { ':one': 1, ':until': until, ':most': limits.failures, ':now': seconds },
    });
  // The third: somebody else was let in between the first two and gave their tries back.
  return Boolean((await begin()) ?? (await goOn()) ?? (await begin()));
};

/** Gives the tries back, together with what the right password opens. */
export const triesGivenBack = (key: ItemKey): Companion<'access.raced'> => ({
  write: { Delete: { Key: key } },
  refusal: 'access.raced',
});
