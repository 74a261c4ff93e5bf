import { openPhotoRemoval } from '../platform/photos/photo-removal.open.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { photoEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { anonymisePast } from './anonymising.usecases.ts';
import { retained } from './retained.ts';
import { retentionWatchSchedules } from './retention-watch.schedule.ts';

const environment = parseEnv(photoEnvironment, process.env);
const core = createCore(environment);
const deps = { ...core, photos: openPhotoRemoval(environment.PHOTOS) };

export const handler = scheduleFunction(core, retentionWatchSchedules, {
  retention: (now) => anonymisePast(deps, retained, now),
});
