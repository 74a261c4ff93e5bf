import type { Handlers } from '../platform/http/api-function.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { retentionContract } from './retention.contract.ts';
import { readRetention } from './retention.usecases.ts';

export const retentionRoutes = (deps: Pick<Core, 'store'>): Handlers<typeof retentionContract> => ({
  retention: async ({ now }) => ({ body: await readRetention(deps, now) }),
});
