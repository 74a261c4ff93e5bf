import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { checksContract } from './checks.contract.ts';
import { checksRoutes } from './checks.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = apiFunction(checksContract, checksRoutes(core, createCursors(core.keyring)), {
  ...core,
  authenticate: authenticate(core),
});
