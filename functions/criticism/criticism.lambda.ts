import { authenticate } from '../access/sessions.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { criticismContract } from './criticism.contract.ts';
import { criticismRoutes } from './criticism.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core) };

export const handler = apiFunction(criticismContract, criticismRoutes(deps, createCursors(core.keyring)), {
  ...core,
  authenticate: authenticate(core),
});
