import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { PHOTO_MAX_BYTES, type PhotoId } from '../../../../functions/platform/photos/photo.contract.ts';
import { call } from '../../api/client.ts';
import { bytesOf, shrinkPhoto } from '../../api/shrink-photo.ts';

/** As a resident's: small, upright, without where it was taken. What can't be opened here the service says why. */
const toSend = async (file: File): Promise<Uint8Array<ArrayBuffer>> => {
  const shrunk = await shrinkPhoto(file);
  if (!('refusal' in shrunk)) return bytesOf(shrunk.jpeg);
  return new Uint8Array(await file.slice(0, PHOTO_MAX_BYTES + 1).arrayBuffer());
};

/** What was sent already need not be sent again when the form is. */
const sent = new WeakMap<File, PhotoId>();

/**
 * Sends the photos of a form, one after another, and gives the ids its command names.
 * @throws ApiProblem of the first that is refused
 */
export const sendPhotos = async (files: readonly File[]): Promise<PhotoId[]> => {
  const ids: PhotoId[] = [];
  for (const file of files) {
    const known = sent.get(file);
    if (known !== undefined) {
      ids.push(known);
      continue;
    }
    const { body } = await call(photosContract.routes.upload, { body: await toSend(file) });
    sent.set(file, body.photoId);
    ids.push(body.photoId);
  }
  return ids;
};

/** For a form that names photos: sends them last thing before the command. */
export const withPhotos =
  (files: () => readonly File[]) =>
  async (body: unknown): Promise<unknown> => ({ ...Object(body), photos: await sendPhotos(files()) });

/** Refusals of a photo stand at the photos' field. */
export const photoRefusals = {
  'photo.empty': 'photos',
  'photo.too_large': 'photos',
  'photo.not_a_picture': 'photos',
  'photo.unsupported_type': 'photos',
  'photo.damaged': 'photos',
} as const;
