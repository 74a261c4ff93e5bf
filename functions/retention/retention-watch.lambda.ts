import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { openPhotoStore } from '../platform/photos/photo-store.open.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { photoEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { retentionWatchSchedules } from './retention-watch.schedule.ts';
import { keepRetention } from './retention-watch.usecases.ts';

const environment = parseEnv(photoEnvironment, process.env);
const core = createCore(environment);
const deps = {
  ...core,
  calendars: createCalendars(core),
  nodes: createOrganisationNodes(core),
  photos: openPhotoStore(environment.PHOTOS),
};

export const handler = scheduleFunction(core, retentionWatchSchedules, {
  retention: (now) => keepRetention(deps, now),
});
