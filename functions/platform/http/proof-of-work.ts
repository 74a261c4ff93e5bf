import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import * as v from 'valibot';
import type { Keyring } from '../runtime/keyring.ts';
import type { TransactWrite } from '../runtime/store.ts';
import { epochSeconds, type Instant } from '../runtime/time.ts';

/** Seconds; long enough to be fetched with the page and sent after a slow form. */
const lifetime = 2 * 60 * 60;

/** About 4,000 hashes: below a second on an old phone, a real cost for somebody who sends thousands of forms. */
const keyPrefix = '000';

const payloadSchema = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.literal('SHA-256'),
      nonce: v.string(),
      salt: v.string(),
      cost: v.literal(1),
      keyLength: v.number(),
      keyPrefix: v.literal(keyPrefix),
      data: v.object({ expires: v.number() }),
    }),
    signature: v.string(),
  }),
  solution: v.object({ counter: v.number(), derivedKey: v.string() }),
});
type Payload = v.InferOutput<typeof payloadSchema>;

/** A sum for the browser instead of a picture puzzle: nothing to see, read or hear, so nobody is shut out. */
export interface ProofOfWork {
  readonly challenge: (now: Instant) => Promise<object>;
  readonly isSolved: (proof: string, now: Instant) => Promise<boolean>;
  /** The write that lets a proof be used once; it fails when the proof was used before. */
  readonly spend: (proof: string, now: Instant) => Promise<TransactWrite>;
}

const parsed = (proof: string): Payload | undefined => {
  try {
    const result = v.safeParse(payloadSchema, JSON.parse(proof));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
};

export const createProofOfWork = (keyring: Keyring): ProofOfWork => {
  const secret = (): Promise<string> => keyring.mac('proof-of-work', 'challenge');
  return {
    challenge: async (now) =>
      createChallenge({
        algorithm: 'SHA-256',
        cost: 1,
        keyPrefix,
        deriveKey,
        hmacSignatureSecret: await secret(),
        // Not the library's own expiry: it would look at the machine's clock.
        data: { expires: epochSeconds(now) + lifetime },
      }),
    isSolved: async (proof, now) => {
      const payload = parsed(proof);
      if (!payload || payload.challenge.parameters.data.expires < epochSeconds(now)) return false;
      const { verified } = await verifySolution({
        ...payload,
        deriveKey,
        hmacSignatureSecret: await secret(),
      });
      return verified;
    },
    spend: async (proof, now) => ({
      Put: {
        Item: {
          PK: `PROOF#${await keyring.mac('proof', parsed(proof)?.challenge.signature ?? '')}`,
          SK: 'PROOF',
          expiresAtEpochSeconds: epochSeconds(now) + lifetime,
        },
        ConditionExpression: 'attribute_not_exists(PK)',
      },
    }),
  };
};
