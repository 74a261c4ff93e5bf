import { randomBytes } from 'node:crypto';
import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { authenticate } from '../access/sessions.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { dayRows } from '../visits/visits-lists.store.ts';
import { inspectionsContract } from './inspections.contract.ts';
import { inspectionsRoutes } from './inspections.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = {
  ...core,
  calendars: createCalendars(core),
  nodes: createOrganisationNodes(core),
  visitsOfDay: dayRows.bind(undefined, core.store),
  newSeed: () => randomBytes(16).toString('hex'),
};

export const handler = apiFunction(
  inspectionsContract,
  inspectionsRoutes(deps, createCursors(core.keyring)),
  {
    ...core,
    authenticate: authenticate(core),
  },
);
