import { createCalendars } from '../calendar/calendar.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { criticismWatchSchedules } from './criticism-watch.schedule.ts';
import { careForCriticism } from './criticism-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core) };

export const handler = scheduleFunction(core, criticismWatchSchedules, {
  'criticism-care': (now) => careForCriticism(deps, now),
});
