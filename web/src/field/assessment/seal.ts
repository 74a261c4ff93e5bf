import { durably, phone } from '../phone/database.ts';
import type { Sealed } from '../phone/kept.ts';

const algorithm = 'AES-GCM';

/** The account's key on this phone: nobody can read it, and with it goes all it has sealed. */
const keyOf = async (staffId: string): Promise<CryptoKey> => {
  const database = await phone();
  const known = await database.get('keys', staffId);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const transaction = database.transaction('keys', 'readwrite', durably);
  // Another page of the app may have been quicker.
  const first = await transaction.store.get(staffId);
  if (!first) await transaction.store.put(made, staffId);
  await transaction.done;
  return first ?? made;
};

export const seal = async (staffId: string, value: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, content: await crypto.subtle.encrypt({ name: algorithm, iv }, await keyOf(staffId), plain) };
};

/** @throws DOMException when the key is another: the account has signed out on this phone since */
export const unseal = async (staffId: string, { iv, content }: Sealed): Promise<string> =>
  new TextDecoder().decode(
    await crypto.subtle.decrypt({ name: algorithm, iv }, await keyOf(staffId), content),
  );
