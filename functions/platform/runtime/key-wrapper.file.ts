import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KeyWrapper } from './keyring.ts';

const cipher = 'aes-256-gcm';

/** A master key of 32 bytes in a file only its owner can read, for a single machine. */
export const fileKeyWrapper = (path: string): KeyWrapper => {
  const master = readFileSync(path);
  if (master.length !== 32) throw new Error(`the key file ${path} must hold exactly 32 bytes`);
  return {
    generate: async () => {
      const plain = randomBytes(32);
      const nonce = randomBytes(12);
      const sealer = createCipheriv(cipher, master, nonce);
      const wrapped = Buffer.concat([nonce, sealer.update(plain), sealer.final(), sealer.getAuthTag()]);
      return { plain, wrapped: wrapped.toString('base64') };
    },
    unwrap: async (wrapped) => {
      const bytes = Buffer.from(wrapped, 'base64');
      const opener = createDecipheriv(cipher, master, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([opener.update(bytes.subarray(12, -16)), opener.final()]);
    },
  };
};
