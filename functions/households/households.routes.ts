import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readHistory } from '../platform/ledger/history.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { areasOf, areaView } from './areas.store.ts';
import { closeArea, createArea, renameArea } from './areas.usecases.ts';
import type { householdsContract } from './households.contract.ts';
import { householdView, importView, shownTimelineRows } from './households.presentation.ts';
import type { Area, Household, HouseholdImport } from './households.states.ts';
import {
  householdCounts,
  householdList,
  householdPage,
  householdType,
  timelineList,
  timelinePage,
} from './households.store.ts';
import {
  changeDetails,
  changeMembers,
  departHousehold,
  type HouseholdDependencies,
  openContact,
  readHousehold,
  returnHousehold,
} from './households.usecases.ts';
import { exportHouseholds, exportList, lookUpHouseholds } from './households-reading.usecases.ts';
import { registerHousehold } from './households-registering.usecases.ts';
import { checkRows } from './import-check.usecases.ts';
import { loadRows } from './import-rows.usecases.ts';
import { importList, importPage } from './imports.store.ts';
import { completeImport, readImport, startImport } from './imports.usecases.ts';

const answerArea = (stored: Stored<Area>) => ({ body: areaView(stored), version: stored.version });
const answerImport = (stored: Stored<HouseholdImport>) => ({
  body: importView(stored),
  version: stored.version,
});
const answer = ({ caller }: { readonly caller: Principal }, stored: Stored<Household>) => ({
  body: householdView(stored, caller),
  version: stored.version,
});

type Routes = Handlers<typeof householdsContract>;

const areaRoutes = (
  deps: HouseholdDependencies,
): Pick<Routes, 'areas' | 'createArea' | 'areaName' | 'areaClosure'> => ({
  areas: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    return { body: { areas: await areasOf(deps.store, query.node), asOf: now } };
  },
  createArea: async (request) => answerArea(await createArea(deps, request, request.body)),
  areaName: async (request) =>
    answerArea(await renameArea(deps, request, request.params.area, request.body.name)),
  areaClosure: async (request) => answerArea(await closeArea(deps, request, request.params.area)),
});

const importRoutes = (
  deps: HouseholdDependencies,
  cursors: Cursors,
): Pick<
  Routes,
  'imports' | 'startImport' | 'readImport' | 'checkRows' | 'loadRows' | 'completeImport' | 'exportPage'
> => ({
  imports: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const list = importList(query.node);
    const asked = { list, cursor: query.cursor, now };
    return { body: await pageOf(cursors, asked, (start) => importPage(deps.store, query.node, start)) };
  },
  startImport: async (request) => answerImport(await startImport(deps, request, request.body)),
  readImport: async ({ params, caller }) => answerImport(await readImport(deps, params.import, caller)),
  checkRows: async ({ params, body, caller }) => ({
    body: await checkRows(deps, caller, params.import, body),
  }),
  loadRows: async (request) => {
    const { rows, stored } = await loadRows(deps, request, request.body);
    return { body: { rows, import: importView(stored) }, version: stored.version };
  },
  completeImport: async (request) => answerImport(await completeImport(deps, request)),
  exportPage: async ({ body, caller, now }) => {
    admitNode(body.node, caller);
    const list = exportList(body);
    const asked = { list, cursor: body.cursor, now };
    return {
      body: await pageOf(cursors, asked, (start) => exportHouseholds(deps, { caller, now }, body, start)),
    };
  },
});

export const householdsRoutes = (deps: HouseholdDependencies, cursors: Cursors): Routes => ({
  ...areaRoutes(deps),
  ...importRoutes(deps, cursors),
  list: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const list = householdList(query.node, query.area, query.status);
    const asked = { list, cursor: query.cursor, now };
    return { body: await pageOf(cursors, asked, (start) => householdPage(deps.store, list, start)) };
  },
  figures: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    return { body: { now: await householdCounts(deps.store, query.node), asOf: now } };
  },
  register: async (request) => answer(request, await registerHousehold(deps, request, request.body)),
  read: async (request) =>
    answer(request, await readHousehold(deps, request.params.household, request.caller)),
  details: async (request) => answer(request, await changeDetails(deps, request, request.body.details)),
  members: async (request) => answer(request, await changeMembers(deps, request, request.body.members)),
  departure: async (request) => answer(request, await departHousehold(deps, request, request.body)),
  return: async (request) => answer(request, await returnHousehold(deps, request)),
  contact: async (request) => ({ body: { members: await openContact(deps, request) } }),
  timeline: async ({ params, query, caller, now }) => {
    const { id } = await readHousehold(deps, params.household, caller);
    const list = timelineList(id);
    const asked = { list, cursor: query.cursor, now };
    const page = await pageOf(cursors, asked, (start) => timelinePage(deps.store, id, start));
    return { body: { ...page, rows: shownTimelineRows(page.rows, caller) } };
  },
  history: async ({ params, caller }) => {
    const stored = await readHousehold(deps, params.household, caller);
    return { body: await readHistory(deps.ledger, householdType.kind, stored), version: stored.version };
  },
  lookUp: async (request) => ({ body: { rows: await lookUpHouseholds(deps, request, request.body) } }),
});
