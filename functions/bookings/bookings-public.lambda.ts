import { createCalendars } from '../calendar/calendar.usecases.ts';
import { apiFunction } from '../platform/http/api-function.ts';
import { createProofOfWork } from '../platform/http/proof-of-work.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { bookingsPublicContract } from './bookings-public.contract.ts';
import { bookingsPublicRoutes } from './bookings-public.routes.ts';
import { programmeOffers } from './programme-offers.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), offers: programmeOffers };

export const handler = apiFunction(
  bookingsPublicContract,
  bookingsPublicRoutes(deps, createProofOfWork(core.keyring)),
  { ...core, authenticate: async () => undefined },
);
