import type { Handlers } from '../platform/http/api-function.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import type { ShownPhotos } from '../platform/photos/shown-photos.ts';
import { photoProblem } from './photos.problems.ts';
import { type PhotoDependencies, takePhoto } from './photos.usecases.ts';
import type { photosPublicContract } from './photos-public.contract.ts';

/** Seconds a browser keeps a picture that is the same for everybody: a day after it is taken down nobody sees it. */
const keptSeconds = 24 * 60 * 60;

const uploadLimit: RateLimit = { what: 'photo-upload', most: 30, perSeconds: 3600 };

export const photosPublicRoutes = (
  deps: PhotoDependencies & { readonly shown: ShownPhotos },
): Handlers<typeof photosPublicContract> => ({
  upload: async ({ body, key, digest, now, sourceIp }) => {
    await countAttempt(deps, uploadLimit, sourceIp, now);
    return {
      body: { photoId: await takePhoto(deps, { sender: 'resident', key, digest, bytes: body, now }) },
    };
  },
  ofVenue: async ({ params: { venue, photoId } }) => {
    const photo = await deps.shown.get(venue, photoId);
    if (!photo) throw photoProblem('photo.not_found');
    return { file: { ...photo, publicSeconds: keptSeconds } };
  },
});
