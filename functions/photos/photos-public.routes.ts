import type { Handlers } from '../platform/http/api-function.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import { type PhotoDependencies, takePhoto } from './photos.usecases.ts';
import type { photosPublicContract } from './photos-public.contract.ts';

const uploadLimit: RateLimit = { what: 'photo-upload', most: 30, perSeconds: 3600 };

export const photosPublicRoutes = (deps: PhotoDependencies): Handlers<typeof photosPublicContract> => ({
  upload: async ({ body, key, digest, now, sourceIp }) => {
    await countAttempt(deps, uploadLimit, sourceIp, now);
    return {
      body: { photoId: await takePhoto(deps, { sender: 'resident', key, digest, bytes: body, now }) },
    };
  },
});
