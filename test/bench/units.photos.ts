import * as v from 'valibot';
import type { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import type { ShownPhotos } from '../../functions/platform/photos/shown-photos.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { jpeg } from '../support/pictures.ts';
import type { Plays } from './units.plays.ts';

const photoId = v.parse(PhotoIdSchema, 'ad'.repeat(16));

/** A photo residents see: it comes from the bucket alone, so the table is not asked. */
export const shownPhotoPlays = (
  photos: PhotoStore,
  shown: ShownPhotos,
): Pick<Plays<typeof photosPublicContract>, 'ofVenue' | 'ofActivity'> => {
  const subject = referenceFrom('what a photo shows');
  const seen = async () => {
    await photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
    await photos.keep(photoId);
    await shown.showOnly(subject, [photoId]);
    return photoId;
  };
  return {
    ofVenue: async () => ({ params: { venue: subject, photoId: await seen() } }),
    ofActivity: async () => ({ params: { activity: subject, photoId: await seen() } }),
  };
};
