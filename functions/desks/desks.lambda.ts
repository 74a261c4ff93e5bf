import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { desksContract } from './desks.contract.ts';
import { desksRoutes } from './desks.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, nodes: createOrganisationNodes(core) };

export const handler = apiFunction(desksContract, desksRoutes(deps, createCursors(core.keyring)), {
  ...core,
  authenticate: authenticate(core),
});
