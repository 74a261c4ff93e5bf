import { createCalendars } from '../calendar/calendar.usecases.ts';
import { judges } from '../insight/judges.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { findingsWatchSchedules } from './findings-watch.schedule.ts';
import { careForFindings, proveFindings } from './findings-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core) };

export const handler = scheduleFunction(core, findingsWatchSchedules, {
  'finding-care': (now) => careForFindings(deps, now),
  'finding-proof': () => proveFindings(deps, judges),
});
