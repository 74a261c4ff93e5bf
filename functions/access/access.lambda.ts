import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { accessContract } from './access.contract.ts';
import { accessEnvironment } from './access.environment.ts';
import { accessRoutes } from './access.routes.ts';
import { createOrganisationNodes } from './organisations.usecases.ts';
import { createPasswords } from './password-hash.ts';
import { authenticate } from './sessions.usecases.ts';

const core = createCore(parseEnv(accessEnvironment, process.env));
const parts = { ...core, passwords: createPasswords() };
const routes = accessRoutes(parts, createOrganisationNodes(core), createCursors(core.keyring));

export const handler = apiFunction(accessContract, routes, { ...core, authenticate: authenticate(core) });
