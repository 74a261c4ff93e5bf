import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { calendarContract } from './calendar.contract.ts';
import { calendarRoutes } from './calendar.routes.ts';
import { createCalendars } from './calendar.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = apiFunction(calendarContract, calendarRoutes(createCalendars(core)), {
  ...core,
  authenticate: authenticate(core),
});
