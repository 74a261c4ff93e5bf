import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  createKeyring,
  type KeyShelf,
  type KeyWrapper,
  sameSecret,
} from '../../functions/platform/runtime/keyring.ts';

/** Wraps nothing: what the master key does is tested with its own parts. */
const openWrapper = (): KeyWrapper => ({
  generate: async () => {
    const plain = randomBytes(32);
    return { plain, wrapped: plain.toString('base64') };
  },
  unwrap: async (wrapped) => Buffer.from(wrapped, 'base64'),
});

const emptyShelf = (): KeyShelf => {
  let kept: string | undefined;
  return {
    read: async () => kept,
    keepFirst: async (_, wrapped) => {
      kept ??= wrapped;
      return kept;
    },
  };
};

const keyring = createKeyring(openWrapper(), emptyShelf());

describe('a sealed field', () => {
  test('opens under the record and field it belongs to', async () => {
    const sealed = await keyring.seal('王小明', 'ISSUE#A/name');
    expect(sealed).not.toContain('王');
    expect(await keyring.open(sealed, 'ISSUE#A/name')).toBe('王小明');
  });

  test('does not open under another record or field: sealed values cannot be moved about', async () => {
    const sealed = await keyring.seal('13812345678', 'ISSUE#A/phone');
    await expect(keyring.open(sealed, 'ISSUE#B/phone')).rejects.toThrow();
    await expect(keyring.open(sealed, 'ISSUE#A/name')).rejects.toThrow();
  });

  test('does not open with any byte altered', async () => {
    const sealed = await keyring.seal('x', 'c');
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    for (const index of bytes.keys()) {
      const altered = Buffer.from(bytes);
      altered[index] = (altered[index] ?? 0) ^ 1;
      await expect(keyring.open(`1.${altered.toString('base64url')}`, 'c')).rejects.toThrow();
    }
  });

  test('does not open when it is cut short or of another key', async () => {
    const sealed = await keyring.seal('x', 'c');
    for (const wrong of ['', '1.', sealed.slice(0, -4), sealed.replace('1.', '2.')]) {
      await expect(keyring.open(wrong, 'c')).rejects.toThrow();
    }
    const other = createKeyring(openWrapper(), emptyShelf());
    await expect(other.open(sealed, 'c')).rejects.toThrow();
  });

  test('looks different each time', async () => {
    expect(await keyring.seal('x', 'c')).not.toBe(await keyring.seal('x', 'c'));
  });
});

describe('a keyed hash', () => {
  test('is the same for the same text, and another for another purpose or key', async () => {
    const hash = await keyring.mac('code', 'A');
    expect(await keyring.mac('code', 'A')).toBe(hash);
    expect(await keyring.mac('cursor', 'A')).not.toBe(hash);
    expect(await createKeyring(openWrapper(), emptyShelf()).mac('code', 'A')).not.toBe(hash);
  });
});

describe('the data key', () => {
  test('is one for everybody, though two processes make one at the same time', async () => {
    const shelf = emptyShelf();
    const wrapper = openWrapper();
    const [one, other] = [createKeyring(wrapper, shelf), createKeyring(wrapper, shelf)];
    const [sealed] = await Promise.all([one.seal('x', 'c'), other.seal('y', 'c')]);
    expect(await other.open(sealed, 'c')).toBe('x');
  });

  test('is asked for once, and again after a failure', async () => {
    let asked = 0;
    const wrapper = openWrapper();
    const failingFirst: KeyWrapper = {
      ...wrapper,
      unwrap: async (wrapped) => {
        asked += 1;
        if (asked === 1) throw new Error('not now');
        return wrapper.unwrap(wrapped);
      },
    };
    const ring = createKeyring(failingFirst, emptyShelf());
    await expect(ring.seal('x', 'c')).rejects.toThrow('not now');
    await Promise.all([ring.seal('x', 'c'), ring.mac('p', 'x')]);
    expect(asked).toBe(2);
  });
});

test('secrets are the same only when they are', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  for (const other of ['', 'ab', 'abd', 'abcd', 'ABC']) expect(sameSecret('abc', other)).toBe(false);
});
