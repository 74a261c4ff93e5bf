import { type Accessor, createSignal } from 'solid-js';
import type { photosPublicContract } from '../../../../functions/photos/photos-public.contract.ts';
import { ApiProblem, callLight, type LightRow, newKey, unreachable } from '../../api/client.ts';
import { bytesOf, shrinkPhoto } from '../../api/shrink-photo.ts';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';

const uploadRow: LightRow<typeof photosPublicContract.routes.upload> = {
  method: 'POST',
  path: '/api/public/photos',
  bodyKind: 'bytes',
};

export interface Photo {
  /** Idempotency-Key of the upload and name of the photo on this page. */
  readonly key: string;
  readonly fileName: string;
  /** JPEG as base64, small enough for a list; empty when only the service still has the photo. */
  readonly thumbnail: string;
  /** JPEG as base64, until the service has it; empty then. */
  readonly unsent: string;
  /** Empty until the service has it. */
  readonly photoId: string;
  /** RFC 3339: when it was chosen. */
  readonly at: string;
}

const arePhotos = (value: unknown): value is readonly Photo[] =>
  Array.isArray(value) &&
  value.every((photo) => hasTexts(photo, ['key', 'fileName', 'thumbnail', 'unsent', 'photoId', 'at']));

export interface RefusedPhoto {
  readonly fileName: string;
  readonly code: string;
}

/** The photos of one form, kept for this tab. */
export interface PhotoTray {
  readonly most: number;
  readonly photos: Accessor<readonly Photo[]>;
  /** Of the last choice. */
  readonly refused: Accessor<readonly RefusedPhoto[]>;
  /** How many are being made smaller. */
  readonly shrinking: Accessor<number>;
  /** Keys on their way. */
  readonly uploading: Accessor<readonly string[]>;
  readonly unsent: () => readonly Photo[];
  /** What the service has, as a form names it. */
  readonly ids: () => string[];
  /**
   * Makes each chosen photo smaller and sends it at once. Those beyond the limit are left out.
   * @returns how many were left out
   */
  readonly add: (files: readonly File[]) => Promise<number>;
  readonly remove: (key: string) => void;
  /** Tries those that did not arrive once more; resolves when each has its end. */
  readonly retry: () => Promise<void>;
  readonly replace: (photos: readonly Photo[]) => void;
  readonly clear: () => void;
}

/** Worth another try without the resident doing anything: no connection, too busy, too many at once. */
const isPassing = (problem: ApiProblem): boolean =>
  problem.code === unreachable || problem.status === 429 || problem.status >= 500;

/**
 * @param name under which this tab remembers them
 * @param most photos of the form
 */
export const createPhotoTray = (name: string, most: number): PhotoTray => {
  const [photos, setPhotos] = createSignal<readonly Photo[]>(readSession(name, arePhotos) ?? []);
  const [refused, setRefused] = createSignal<readonly RefusedPhoto[]>([]);
  const [shrinking, setShrinking] = createSignal(0);
  const [uploading, setUploading] = createSignal<readonly string[]>([]);

  const keep = (changed: readonly Photo[]): void => {
    setPhotos(changed);
    // A full store keeps at least what was sent: the rest lives on in this page until it is closed.
    if (!writeSession(name, changed)) {
      writeSession(
        name,
        changed.filter(({ photoId }) => photoId !== ''),
      );
    }
  };
  const refuse = (fileName: string, code: string): void => {
    setRefused((before) => [...before, { fileName, code }]);
  };
  const remove = (key: string): void => keep(photos().filter((photo) => photo.key !== key));

  const upload = async ({ key, fileName, unsent }: Photo): Promise<void> => {
    if (unsent === '' || uploading().includes(key)) return;
    setUploading((keys) => [...keys, key]);
    try {
      const { body } = await callLight(uploadRow, { key, body: bytesOf(unsent) });
      keep(
        photos().map((photo) =>
          photo.key === key ? { ...photo, unsent: '', photoId: body.photoId } : photo,
        ),
      );
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      if (!isPassing(problem)) {
        remove(key);
        refuse(fileName, problem.code);
      }
    } finally {
      setUploading((keys) => keys.filter((other) => other !== key));
    }
  };

  const addOne = async (file: File): Promise<void> => {
    setShrinking((n) => n + 1);
    const shrunk = await shrinkPhoto(file).finally(() => setShrinking((n) => n - 1));
    if ('refusal' in shrunk) {
      refuse(file.name, shrunk.refusal);
      return;
    }
    const photo = {
      key: newKey(),
      fileName: file.name,
      thumbnail: shrunk.thumbnail,
      unsent: shrunk.jpeg,
      photoId: '',
      at: new Date().toISOString(),
    };
    keep([...photos(), photo]);
    void upload(photo);
  };
  const unsent = (): readonly Photo[] => photos().filter(({ photoId }) => photoId === '');

  return {
    most,
    photos,
    refused,
    shrinking,
    uploading,
    unsent,
    ids: () => photos().flatMap(({ photoId }) => (photoId === '' ? [] : [photoId])),
    add: async (files) => {
      setRefused([]);
      const taken = files.slice(0, most - photos().length - shrinking());
      // One after the other: two large photos unpacked at once are more than an old phone's memory.
      for (const file of taken) await addOne(file);
      return files.length - taken.length;
    },
    remove,
    retry: async () => {
      await Promise.all(unsent().map(upload));
    },
    replace: keep,
    clear: () => {
      setPhotos([]);
      setRefused([]);
      clearSession(name);
    },
  };
};
