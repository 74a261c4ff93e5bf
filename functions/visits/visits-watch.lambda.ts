import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { startedCampaigns } from './visits-plan.usecases.ts';
import { visitsWatchSchedules } from './visits-watch.schedule.ts';
import { checkLedgers } from './visits-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = {
  ...core,
  calendars: createCalendars(core),
  nodes: createOrganisationNodes(core),
  campaigns: startedCampaigns(core),
};

export const handler = scheduleFunction(core, visitsWatchSchedules, {
  'ledger-noon': (now) => checkLedgers(deps, now),
});
