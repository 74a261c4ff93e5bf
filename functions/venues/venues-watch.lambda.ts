import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { venuesWatchSchedules } from './venues-watch.schedule.ts';
import { checkHours } from './venues-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = scheduleFunction(core, venuesWatchSchedules, {
  'venue-hours': (now) => checkHours(deps, now),
});
