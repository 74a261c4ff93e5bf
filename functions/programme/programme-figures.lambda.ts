import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { programmeFiguresContract } from './programme-figures.contract.ts';
import { programmeFiguresRoutes } from './programme-figures.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = apiFunction(
  programmeFiguresContract,
  programmeFiguresRoutes({ ...core, nodes: createOrganisationNodes(core) }, createCursors(core.keyring)),
  { ...core, authenticate: authenticate(core) },
);
