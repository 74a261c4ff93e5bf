import type { Handlers } from '../platform/http/api-function.ts';
import type { targetsContract } from './targets.contract.ts';
import { targetRow } from './targets.store.ts';
import {
  changeTarget,
  createTarget,
  readTargetProgress,
  type TargetsDependencies,
} from './targets.usecases.ts';

export const targetsRoutes = (deps: TargetsDependencies): Handlers<typeof targetsContract> => ({
  targets: async ({ query, caller, now }) => ({ body: await readTargetProgress(deps, query, caller, now) }),
  setTarget: async (request) => {
    const stored = await createTarget(deps, request, request.body);
    return { body: targetRow(stored), version: stored.version };
  },
  targetFigure: async (request) => {
    const stored = await changeTarget(deps, request);
    return { body: targetRow(stored), version: stored.version };
  },
});
