import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { normalisePassword } from './passwords.rules.ts';

/** What makes the hash slow, stored with each, so that old ones can still be checked when it is raised. */
export interface HashCost {
  /** Iterations: memory is 128 × N × r bytes. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * 32 MiB and about a quarter of a second on an ordinary core.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
export const hashCost: HashCost = { N: 2 ** 15, r: 8, p: 3 };

const bytes = 32;

export const passwordHashSchema = v.object({
  salt: v.string(),
  key: v.string(),
  N: v.number(),
  r: v.number(),
  p: v.number(),
});
export type PasswordHash = v.InferOutput<typeof passwordHashSchema>;

const derive = (password: string, salt: Buffer, { N, r, p }: HashCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // What OpenSSL asks for: the table of 128 × N × r bytes, and 128 × r for each lane and for its scratch space.
    const maxmem = 128 * r * (N + p + 2);
    scrypt(normalisePassword(password), salt, bytes, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export interface Passwords {
  readonly hash: (password: string) => Promise<PasswordHash>;
  /** Takes as long when there is nothing to compare with: whether an account exists can't be heard. */
  readonly verify: (password: string, hash: PasswordHash | undefined) => Promise<boolean>;
}

export const createPasswords = (cost: HashCost = hashCost): Passwords => {
  /** No password leads to it: a key of zeros is one in 2^256. */
  const nobody: PasswordHash = {
    salt: Buffer.alloc(bytes).toString('base64url'),
    key: Buffer.alloc(bytes).toString('base64url'),
    ...cost,
  };
  return {
    hash: async (password) => {
      const salt = randomBytes(bytes);
      const key = await derive(password, salt, cost);
      return { salt: salt.toString('base64url'), key: key.toString('base64url'), ...cost };
    },
    verify: async (password, hash) => {
      const against = hash ?? nobody;
      const expected = Buffer.from(against.key, 'base64url');
      const derived = await derive(password, Buffer.from(against.salt, 'base64url'), against);
      return hash !== undefined && timingSafeEqual(derived, expected);
    },
  };
};
