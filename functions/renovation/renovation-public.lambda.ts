import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createProofOfWork } from '../platform/http/proof-of-work.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { renovationPublicContract } from './renovation-public.contract.ts';
import { renovationPublicRoutes } from './renovation-public.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = apiFunction(
  renovationPublicContract,
  renovationPublicRoutes(deps, createProofOfWork(core.keyring), createCursors(core.keyring)),
  { ...core, authenticate: async () => undefined },
);
