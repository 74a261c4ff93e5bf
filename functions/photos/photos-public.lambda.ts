import { apiFunction } from '../platform/http/api-function.ts';
import { openPhotoStore } from '../platform/photos/photo-store.open.ts';
import { openShownPhotos } from '../platform/photos/shown-photos.open.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { photoEnvironment } from '../platform/runtime/environment.ts';
import { photosPublicContract } from './photos-public.contract.ts';
import { photosPublicRoutes } from './photos-public.routes.ts';

const environment = parseEnv(photoEnvironment, process.env);
const core = createCore(environment);
const deps = {
  ...core,
  photos: openPhotoStore(environment.PHOTOS),
  shown: openShownPhotos(environment.PHOTOS),
};

export const handler = apiFunction(photosPublicContract, photosPublicRoutes(deps), {
  ...core,
  authenticate: async () => undefined,
});
