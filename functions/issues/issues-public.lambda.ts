import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createProofOfWork } from '../platform/http/proof-of-work.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { issuesPublicContract } from './issues-public.contract.ts';
import { issuesPublicRoutes } from './issues-public.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = apiFunction(
  issuesPublicContract,
  issuesPublicRoutes(deps, createProofOfWork(core.keyring)),
  {
    ...core,
    authenticate: async () => undefined,
  },
);
