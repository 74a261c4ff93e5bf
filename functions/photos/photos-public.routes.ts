import type { Handlers } from '../platform/http/api-function.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import type { ShownPhotos } from '../platform/photos/shown-photos.ts';
import { photoProblem } from './photos.problems.ts';
import { type PhotoDependencies, takePhoto } from './photos.usecases.ts';
import type { photosPublicContract } from './photos-public.contract.ts';

/** Seconds a browser keeps a picture that is the same for everybody: a day after it is taken down nobody sees it. */
const keptSeconds = 24 * 60 * 60;

const uploadLimit: RateLimit = { what: 'photo-upload', most: 30, perSeconds: 3600 };

interface PublicDependencies extends PhotoDependencies {
  readonly shown: ShownPhotos;
}

/** @throws Problem `photo.not_found` for whatever isn't shown, kept or not. */
const shownOf = async ({ shown }: PublicDependencies, subject: string, photoId: PhotoId) => {
  const photo = await shown.get(subject, photoId);
  if (!photo) throw photoProblem('photo.not_found');
  return { ...photo, publicSeconds: keptSeconds };
};

export const photosPublicRoutes = (deps: PublicDependencies): Handlers<typeof photosPublicContract> => ({
  upload: async ({ body, key, digest, now, sourceIp }) => {
    await countAttempt(deps, uploadLimit, sourceIp, now);
    return {
      body: { photoId: await takePhoto(deps, { sender: 'resident', key, digest, bytes: body, now }) },
    };
  },
  ofVenue: async ({ params: { venue, photoId } }) => ({ file: await shownOf(deps, venue, photoId) }),
  ofActivity: async ({ params: { activity, photoId } }) => ({ file: await shownOf(deps, activity, photoId) }),
});
