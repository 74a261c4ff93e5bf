import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { readHours, readHoursReport } from './hours.usecases.ts';
import { keepersFor } from './keepers.usecases.ts';
import { correctOpening, recordOpening } from './openings.usecases.ts';
import { readOpenings } from './openings-reading.usecases.ts';
import { readUpgrades } from './upgrades.store.ts';
import { createUpgrade, progressUpgrade, readUpgradeCounts, upgradeView } from './upgrades.usecases.ts';
import type { venuesContract } from './venues.contract.ts';
import type { Venue } from './venues.states.ts';
import {
  announceException,
  changeVenue,
  createVenue,
  endVenue,
  launchVenue,
  readVenue,
  setKeeper,
  setPhotos,
  setRooms,
  setTimetables,
  type VenueDependencies,
  venueMissing,
  venuesOf,
  venueView,
  withdrawException,
} from './venues.usecases.ts';
import type { VenueView } from './venues.views.ts';

const answer = (stored: Stored<Venue>, caller: Principal): { body: VenueView; version: number } => ({
  body: venueView(stored, caller),
  version: stored.version,
});

export const venuesRoutes = (deps: VenueDependencies): Handlers<typeof venuesContract> => ({
  list: async ({ query, now }) => ({ body: { rows: await venuesOf(deps.store, query.node), asOf: now } }),
  create: async (request) => answer(await createVenue(deps, request, request.body), request.caller),
  read: async ({ params, caller }) => {
    const stored = await readVenue(deps, params.venue);
    if (!stored) throw venueMissing();
    return answer(stored, caller);
  },
  details: async (request) => answer(await changeVenue(deps, request, request.body), request.caller),
  launch: async (request) => answer(await launchVenue(deps, request), request.caller),
  timetables: async (request) =>
    answer(await setTimetables(deps, request, request.body.timetables), request.caller),
  closures: async (request) => answer(await announceException(deps, request, request.body), request.caller),
  closureWithdrawal: async (request) =>
    answer(await withdrawException(deps, request, Number(request.params.no)), request.caller),
  rooms: async (request) => answer(await setRooms(deps, request, request.body.rooms), request.caller),
  keeper: async (request) => answer(await setKeeper(deps, request, request.body.keeper), request.caller),
  keepers: async ({ params, caller }) => ({
    body: { rows: await keepersFor(deps, params.venue, caller) },
  }),
  photos: async (request) => answer(await setPhotos(deps, request, request.body.photos), request.caller),
  ending: async (request) => answer(await endVenue(deps, request, request.body.reason), request.caller),
  opening: async (request) => {
    const view = await recordOpening(deps, request);
    return { body: view, version: view.version };
  },
  correction: async (request) => {
    const view = await correctOpening(deps, request);
    return { body: view, version: view.version };
  },
  openings: async ({ params, query, now }) => ({
    body: { rows: await readOpenings(deps, params.venue, query, now), asOf: now },
  }),
  hours: async ({ params, query, now }) => ({
    body: await readHours(deps, params.venue, query.week, now),
  }),
  hoursReport: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    return { body: await readHoursReport(deps.store, query.node, query.week, now) };
  },
  upgrades: async ({ query: { node, year }, caller, now }) => {
    admitNode(node, caller);
    const [rows, counts] = await Promise.all([
      readUpgrades(deps.store, node, year),
      readUpgradeCounts(deps.store, node, year),
    ]);
    return { body: { year, rows, ...counts, asOf: now } };
  },
  createUpgrade: async (request) => {
    const stored = await createUpgrade(deps, request, request.body);
    return { body: upgradeView(stored), version: stored.version };
  },
  upgradeProgress: async (request) => {
    const stored = await progressUpgrade(deps, request);
    return { body: upgradeView(stored), version: stored.version };
  },
});
