import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { bookingsWatchSchedules } from './bookings-watch.schedule.ts';
import { watchCare, watchLines } from './bookings-watch.usecases.ts';
import { programmeOffers } from './programme-offers.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, offers: programmeOffers };

export const handler = scheduleFunction(core, bookingsWatchSchedules, {
  'booking-line': (now) => watchLines(deps, now),
  'booking-care': (now) => watchCare(deps, now),
});
