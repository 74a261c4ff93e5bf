import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { renovationWatchSchedules } from './renovation-watch.schedule.ts';
import { recomputeRenovations, watchRenovations } from './renovation-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = scheduleFunction(core, renovationWatchSchedules, {
  'renovation-calendar': (now) => recomputeRenovations(deps, now),
  'renovation-deadline': (now) => watchRenovations(deps, now),
});
