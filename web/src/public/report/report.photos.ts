import { createSignal } from 'solid-js';
import { limits } from '../../../../functions/issues/issues.words.ts';
import { photosPublicContract } from '../../../../functions/photos/photos-public.contract.ts';
import { ApiProblem, call, newKey, unreachable } from '../../api/client.ts';
import { bytesOf, shrinkPhoto } from '../../api/shrink-photo.ts';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';

const NAME = 'report.photos';

export interface ReportPhoto {
  /** Idempotency-Key of the upload and name of the photo on this page. */
  readonly key: string;
  readonly fileName: string;
  /** JPEG as base64, small enough for a list. */
  readonly thumbnail: string;
  /** JPEG as base64, until the service has it; empty then. */
  readonly unsent: string;
  /** Empty until the service has it. */
  readonly photoId: string;
}

const arePhotos = (value: unknown): value is readonly ReportPhoto[] =>
  Array.isArray(value) &&
  value.every((photo) => hasTexts(photo, ['key', 'fileName', 'thumbnail', 'unsent', 'photoId']));

export interface RefusedPhoto {
  readonly fileName: string;
  readonly code: string;
}

const [photos, setPhotos] = createSignal<readonly ReportPhoto[]>(readSession(NAME, arePhotos) ?? []);
const [refused, setRefused] = createSignal<readonly RefusedPhoto[]>([]);
const [shrinking, setShrinking] = createSignal(0);
const [uploading, setUploading] = createSignal<readonly string[]>([]);

/** `refused`: of the last choice. `shrinking`: how many are being made smaller. `uploading`: keys on their way. */
export { photos, refused, shrinking, uploading };

const keep = (changed: readonly ReportPhoto[]): void => {
  setPhotos(changed);
  // A full store keeps at least what was sent: the rest lives on in this page until it is closed.
  if (!writeSession(NAME, changed)) {
    writeSession(
      NAME,
      changed.filter(({ photoId }) => photoId !== ''),
    );
  }
};

const refuse = (fileName: string, code: string): void => {
  setRefused((before) => [...before, { fileName, code }]);
};

/** Worth another try without the resident doing anything: no connection, too busy, too many at once. */
const isPassing = (problem: ApiProblem): boolean =>
  problem.code === unreachable || problem.status === 429 || problem.status >= 500;

const upload = async ({ key, fileName, unsent }: ReportPhoto): Promise<void> => {
  if (unsent === '' || uploading().includes(key)) return;
  setUploading((keys) => [...keys, key]);
  try {
    const { body } = await call(photosPublicContract.routes.upload, { key, body: bytesOf(unsent) });
    keep(
      photos().map((photo) => (photo.key === key ? { ...photo, unsent: '', photoId: body.photoId } : photo)),
    );
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    if (!isPassing(problem)) {
      removePhoto(key);
      refuse(fileName, problem.code);
    }
  } finally {
    setUploading((keys) => keys.filter((other) => other !== key));
  }
};

const addPhoto = async (file: File): Promise<void> => {
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
  };
  keep([...photos(), photo]);
  void upload(photo);
};

/**
 * Makes each chosen photo smaller and sends it at once. Those beyond the limit are left out.
 * @returns how many were left out
 */
export const addPhotos = async (files: readonly File[]): Promise<number> => {
  setRefused([]);
  const taken = files.slice(0, limits.photos - photos().length - shrinking());
  // One after the other: two large photos unpacked at once are more than an old phone's memory.
  for (const file of taken) await addPhoto(file);
  return files.length - taken.length;
};

export const removePhoto = (key: string): void => {
  keep(photos().filter((photo) => photo.key !== key));
};

export const unsentPhotos = (): readonly ReportPhoto[] => photos().filter(({ photoId }) => photoId === '');

/** Tries those that did not arrive once more; resolves when each has its end. */
export const retryPhotos = async (): Promise<void> => {
  await Promise.all(unsentPhotos().map(upload));
};

export const clearPhotos = (): void => {
  setPhotos([]);
  setRefused([]);
  clearSession(NAME);
};
