import { apiFunction } from '../platform/http/api-function.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { accessEnvironment } from './access.environment.ts';
import { accessPublicContract } from './access-public.contract.ts';
import { accessPublicRoutes } from './access-public.routes.ts';
import { createOrganisationNodes } from './organisations.usecases.ts';
import { createPasswords } from './password-hash.ts';

const environment = parseEnv(accessEnvironment, process.env);
const core = createCore(environment);
const parts = { ...core, passwords: createPasswords() };

export const handler = apiFunction(
  accessPublicContract,
  accessPublicRoutes(parts, createOrganisationNodes(core), {
    cookieOverHttp: environment.COOKIE_OVER_HTTP === 'yes',
  }),
  { ...core, authenticate: async () => undefined },
);
