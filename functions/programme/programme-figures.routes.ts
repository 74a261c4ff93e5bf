import type { Handlers } from '../platform/http/api-function.ts';
import type { Cursors } from '../platform/http/cursor.ts';
import { publicityRow, targetRow } from './figures.store.ts';
import {
  type FiguresDependencies,
  readCoverage,
  readFigures,
  readTargetProgress,
} from './figures.usecases.ts';
import type { programmeFiguresContract } from './programme-figures.contract.ts';
import { createPublicity, readPublicityLog, withdrawEntry } from './publicity.usecases.ts';
import { changeTarget, createTarget } from './targets.usecases.ts';

export const programmeFiguresRoutes = (
  deps: FiguresDependencies,
  cursors: Cursors,
): Handlers<typeof programmeFiguresContract> => ({
  figures: async ({ query, caller, now }) => ({ body: await readFigures(deps, query, caller, now) }),
  coverage: async ({ query, caller, now }) => ({ body: await readCoverage(deps, query, caller, now) }),
  targets: async ({ query, caller, now }) => ({ body: await readTargetProgress(deps, query, caller, now) }),
  setTarget: async (request) => {
    const stored = await createTarget(deps, request, request.body);
    return { body: targetRow(stored), version: stored.version };
  },
  targetFigure: async (request) => {
    const stored = await changeTarget(deps, request);
    return { body: targetRow(stored), version: stored.version };
  },
  publicity: async ({ query, caller, now }) => ({
    body: await readPublicityLog(deps, cursors, query, caller, now),
  }),
  recordPublicity: async (request) => {
    const stored = await createPublicity(deps, request, request.body);
    return { body: publicityRow(stored), version: stored.version };
  },
  withdrawPublicity: async (request) => {
    const stored = await withdrawEntry(deps, request);
    return { body: publicityRow(stored), version: stored.version };
  },
});
