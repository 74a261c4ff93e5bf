import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { doneOf } from '../insight/done.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { desksWatchSchedules } from './desks-watch.schedule.ts';
import { drawReports } from './reports.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const nodes = createOrganisationNodes(core);
const deps = { ...core, nodes, done: doneOf({ ...core, nodes }) };

export const handler = scheduleFunction(core, desksWatchSchedules, {
  'weekly-report': (now) => drawReports(deps, now),
});
