import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { openPhotoStore } from '../platform/photos/photo-store.open.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { photoEnvironment } from '../platform/runtime/environment.ts';
import { photosContract } from './photos.contract.ts';
import { photosRoutes } from './photos.routes.ts';

const environment = parseEnv(photoEnvironment, process.env);
const core = createCore(environment);
const deps = { ...core, photos: openPhotoStore(environment.PHOTOS) };

export const handler = apiFunction(photosContract, photosRoutes(deps), {
  ...core,
  authenticate: authenticate(core),
});
