import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Wraps and unwraps data keys: KMS in the cloud, a key file on one machine. The master key never leaves it.
 */
export interface KeyWrapper {
  readonly generate: () => Promise<{ readonly plain: Uint8Array; readonly wrapped: string }>;
  readonly unwrap: (wrapped: string) => Promise<Uint8Array>;
}

/** Where the wrapped data key is kept; `keepFirst` answers with the one that was there first. */
export interface KeyShelf {
  readonly read: (generation: string) => Promise<string | undefined>;
  readonly keepFirst: (generation: string, wrapped: string) => Promise<string>;
}

export interface Keyring {
  /**
   * Encrypts a field (AES-256-GCM). `context` names the record and field it belongs to, such as
   * `ISSUE#ABC/phone`; opened under any other context it fails, so sealed values can't be moved about.
   */
  readonly seal: (text: string, context: string) => Promise<string>;
  /** @throws Error when the value was altered or belongs to another context. */
  readonly open: (sealed: string, context: string) => Promise<string>;
  /** Keyed hash for looking a value up without storing it, or for deriving codes; base64url, 256 bits. */
  readonly mac: (purpose: string, text: string) => Promise<string>;
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
const generation = '1';

interface Keys {
  readonly sealing: KeyObject;
  readonly hashing: KeyObject;
}

/** As a key object, made once: given bytes, every hash and cipher would make one of its own, five times slower. */
const derive = (plain: Uint8Array, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', plain, '', `huimin ${use}`, 32)));

/** Asks for the data key once per process and keeps it in memory; a failed attempt is asked again. */
export const createKeyring = (wrapper: KeyWrapper, shelf: KeyShelf): Keyring => {
  let keys: Promise<Keys> | undefined;

  const load = async (): Promise<Keys> => {
    let wrapped = await shelf.read(generation);
    if (wrapped === undefined)
      wrapped = await shelf.keepFirst(generation, (await wrapper.generate()).wrapped);
    const plain = await wrapper.unwrap(wrapped);
    return { sealing: derive(plain, 'sealing'), hashing: derive(plain, 'hashing') };
  };

  const loaded = async (): Promise<Keys> => {
    keys ??= load();
    try {
      return await keys;
    } catch (error) {
      keys = undefined;
      throw error;
    }
  };

  return {
    seal: async (text, context) => {
      const { sealing } = await loaded();
      const nonce = randomBytes(nonceLength);
      const sealer = createCipheriv(cipher, sealing, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([nonce, sealer.update(text, 'utf8'), sealer.final(), sealer.getAuthTag()]);
      return `${generation}.${sealed.toString('base64url')}`;
    },
    open: async (sealed, context) => {
      const [from, encoded = ''] = sealed.split('.');
      if (from !== generation) throw new Error('sealed with a key that is not here');
      const { sealing } = await loaded();
      const bytes = Buffer.from(encoded, 'base64url');
      const opener = createDecipheriv(cipher, sealing, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-tagLength));
      return Buffer.concat([opener.update(bytes.subarray(nonceLength, -tagLength)), opener.final()]).toString(
        'utf8',
      );
    },
    mac: async (purpose, text) => {
      const { hashing } = await loaded();
      return createHmac('sha256', hashing).update(`${purpose}\n${text}`).digest('base64url');
    },
  };
};

/** Compares secrets in a time that tells nothing about where they differ. */
export const sameSecret = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};
