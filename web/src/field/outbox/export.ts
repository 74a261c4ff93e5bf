import type { KeptEntry, Officer } from '../phone/kept.ts';
import { photosOf } from '../phone/photos.ts';

/** Bytes at a time: a whole photo at once is too many arguments for one call. */
const SLICE = 8_192;

export const base64Of = (bytes: Uint8Array): string => {
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE) {
    text += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  }
  return btoa(text);
};

const withPhotos = async ({ entryId, address, head, writtenAt, visit, refusal, tries }: KeptEntry) => ({
  ...{ entryId, address, head, writtenAt, tries, visit },
  ...(refusal === undefined ? {} : { refusal }),
  photos: (await photosOf(entryId)).map(({ fileName, jpeg }) => ({ fileName, jpegBase64: base64Of(jpeg) })),
});

/** A file somebody can open with any editor, and from which every visit can be entered again by hand. */
const textOf = async (officer: Officer, entries: readonly KeptEntry[], now: string): Promise<string> =>
  JSON.stringify(
    {
      about:
        '惠民走访：尚未上传的走访记录，含照片（JPEG，base64）。Huimin: visits not yet sent, with photos.',
      officer,
      writtenAt: now,
      visits: await Promise.all(entries.map(withPhotos)),
    },
    undefined,
    2,
  );

/** Hands the browser a file to keep. @returns its name */
export const saveFile = (what: string, now: string, text: string): string => {
  const name = `${what}-${now.slice(0, 19).replaceAll(/[T:]/g, '-')}.json`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; revoking at once breaks it in some browsers.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
};

export const exportFile = async (
  officer: Officer,
  entries: readonly KeptEntry[],
  now: string,
): Promise<string> => saveFile('huimin-visits', now, await textOf(officer, entries, now));
