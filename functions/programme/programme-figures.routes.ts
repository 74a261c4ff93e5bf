import type { Handlers } from '../platform/http/api-function.ts';
import type { Cursors } from '../platform/http/cursor.ts';
import { publicityRow } from './figures.store.ts';
import { type FiguresDependencies, readCoverage, readFigures } from './figures.usecases.ts';
import type { programmeFiguresContract } from './programme-figures.contract.ts';
import { createPublicity, readPublicityLog, withdrawEntry } from './publicity.usecases.ts';

export const programmeFiguresRoutes = (
  deps: FiguresDependencies,
  cursors: Cursors,
): Handlers<typeof programmeFiguresContract> => ({
  figures: async ({ query, caller, now }) => ({ body: await readFigures(deps, query, caller, now) }),
  coverage: async ({ query, caller, now }) => ({ body: await readCoverage(deps, query, caller, now) }),
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
