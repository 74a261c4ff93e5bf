import { authenticate } from '../access/sessions.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createCursors } from '../platform/http/cursor.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { messagesContract } from './messages.contract.ts';
import { messagesEnvironment } from './messages.environment.ts';
import { messagesRoutes } from './messages.routes.ts';

const environment = parseEnv(messagesEnvironment, process.env);
const core = createCore(environment);
const deps = { ...core, sending: environment.MAIL_FROM !== undefined };

export const handler = apiFunction(messagesContract, messagesRoutes(deps, createCursors(core.keyring)), {
  ...core,
  authenticate: authenticate(core),
});
