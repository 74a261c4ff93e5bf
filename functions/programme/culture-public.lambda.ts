import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { culturePublicContract } from './culture-public.contract.ts';
import { culturePublicRoutes } from './culture-public.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = apiFunction(
  culturePublicContract,
  culturePublicRoutes({ ...core, calendars: createCalendars(core), cursors: createCursors(core.keyring) }),
  { ...core, authenticate: async () => undefined },
);
