import { authenticate } from '../access/sessions.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { venuesContract } from './venues.contract.ts';
import { venuesRoutes } from './venues.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = apiFunction(
  venuesContract,
  venuesRoutes({ ...core, calendars: createCalendars(core) }),
  { ...core, authenticate: authenticate(core) },
);
