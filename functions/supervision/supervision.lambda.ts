import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { authenticate } from '../access/sessions.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { supervisionContract } from './supervision.contract.ts';
import { supervisionRoutes } from './supervision.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = apiFunction(
  supervisionContract,
  supervisionRoutes(deps, createCursors(core.keyring)),
  {
    ...core,
    authenticate: authenticate(core),
  },
);
