import * as v from 'valibot';
import { platformProblem } from '../contract/problems.ts';
import { type Keyring, sameSecret } from '../runtime/keyring.ts';
import type { Item, ItemKey } from '../runtime/store.ts';
import { epochSeconds, type Instant } from '../runtime/time.ts';

/** Seconds; a page left open over a working day can still be turned. */
const lifetime = 24 * 60 * 60;
const signatureLength = 22;

const contentSchema = v.tuple([v.string(), v.string(), v.number()]);

/** Opaque page links: bound to the list they were made for, signed, and good for a day. */
export interface Cursors {
  readonly seal: (list: string, last: Item | undefined, now: Instant) => Promise<string | undefined>;
  /** @throws Problem 400 for a cursor that is forged, belongs to another list, or has expired. */
  readonly open: (list: string, cursor: string | undefined, now: Instant) => Promise<ItemKey | undefined>;
}

const contentOf = (text: string): v.InferOutput<typeof contentSchema> => {
  try {
    return v.parse(contentSchema, JSON.parse(text));
  } catch {
    throw platformProblem('request.cursor_invalid');
  }
};

export const createCursors = (keyring: Keyring): Cursors => {
  const sign = async (list: string, content: string): Promise<string> =>
    (await keyring.mac(`cursor ${list}`, content)).slice(0, signatureLength);
  return {
    seal: async (list, last, now) => {
      if (!last) return undefined;
      const content = JSON.stringify([last['PK'], last['SK'], epochSeconds(now) + lifetime]);
      return Buffer.from(content).toString('base64url') + (await sign(list, content));
    },
    open: async (list, cursor, now) => {
      if (cursor === undefined) return undefined;
      const content = Buffer.from(cursor.slice(0, -signatureLength), 'base64url').toString();
      if (!sameSecret(await sign(list, content), cursor.slice(-signatureLength))) {
        throw platformProblem('request.cursor_invalid');
      }
      const [PK, SK, expiresAt] = contentOf(content);
      if (expiresAt < epochSeconds(now)) throw platformProblem('request.cursor_expired');
      return { PK, SK };
    },
  };
};

/** A page as it is asked for: of which list, and the link that led to it. */
interface Asked {
  readonly list: string;
  readonly cursor: string | undefined;
  readonly now: Instant;
}

/**
 * A page as it is answered: its rows, a link to what follows them, and as of when.
 * @param read what is on it, from the place the link leads to; the list's beginning without one.
 * @throws Problem as `open` does.
 */
export const pageOf = async <Row>(
  cursors: Cursors,
  { list, cursor, now }: Asked,
  read: (start: ItemKey | undefined) => Promise<{ readonly rows: Row[]; readonly last: Item | undefined }>,
): Promise<{ rows: Row[]; next: string | undefined; asOf: Instant }> => {
  const { rows, last } = await read(await cursors.open(list, cursor, now));
  return { rows, next: await cursors.seal(list, last, now), asOf: now };
};
