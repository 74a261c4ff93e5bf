import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { supervisionWatchSchedules } from './supervision-watch.schedule.ts';
import { superviseDay } from './supervision-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = scheduleFunction(core, supervisionWatchSchedules, {
  'supervision-list': (now) => superviseDay(deps, now),
});
