import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { retentionContract } from './retention.contract.ts';
import { retentionRoutes } from './retention.routes.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = apiFunction(retentionContract, retentionRoutes(core), {
  ...core,
  authenticate: authenticate(core),
});
