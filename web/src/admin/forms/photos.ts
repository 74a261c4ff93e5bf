import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import {
  PHOTO_MAX_BYTES,
  PHOTO_TYPES,
  type PhotoId,
} from '../../../../functions/platform/photos/photo.contract.ts';
import { call } from '../../api/client.ts';

/** Above this a photo is scaled down first: the network of an office is slower than the scaling. */
const sentAsItIs = 1_500_000;
const longestSideInPixels = 2000;
const quality = 0.85;

/** The photo small enough to send; what can't be opened here is left for the service to say why. */
const toSend = async (file: File): Promise<Blob> => {
  if (file.size <= sentAsItIs && PHOTO_TYPES.some((type) => type === file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSideInPixels / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((made) => {
      canvas.toBlob(made, 'image/jpeg', quality);
    });
    return smaller ?? file;
  } catch {
    return file;
  }
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
    const photo = await toSend(file);
    const bytes = new Uint8Array(await photo.slice(0, PHOTO_MAX_BYTES + 1).arrayBuffer());
    const { body } = await call(photosContract.routes.upload, { body: bytes });
    sent.set(file, body.photoId);
    ids.push(body.photoId);
  }
  return ids;
};

/** Refusals of a photo stand at the photos' field. */
export const photoRefusals = {
  'photo.empty': 'photos',
  'photo.too_large': 'photos',
  'photo.not_a_picture': 'photos',
  'photo.unsupported_type': 'photos',
  'photo.damaged': 'photos',
} as const;
