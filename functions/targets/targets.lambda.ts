import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { authenticate } from '../access/sessions.usecases.ts';
import { doneOf } from '../insight/done.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { targetsContract } from './targets.contract.ts';
import { targetsRoutes } from './targets.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const done = doneOf({ ...core, nodes: createOrganisationNodes(core) });

export const handler = apiFunction(targetsContract, targetsRoutes({ ...core, done }), {
  ...core,
  authenticate: authenticate(core),
});
