import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { doneOf } from '../insight/done.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { everySchedule } from '../schedules.ts';
import { bookingLate } from './booking-late.check.ts';
import { calendarYear } from './calendar-year.check.ts';
import { runCheck } from './check.ts';
import { checksSchedules } from './checks.schedule.ts';
import { retentionPast } from './retention-past.check.ts';
import { scheduleRun } from './schedule-run.check.ts';
import { targetPace } from './target-pace.check.ts';
import { visitCoverage } from './visit-coverage.check.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const nodes = createOrganisationNodes(core);
const deps = {
  ...core,
  calendars: createCalendars(core),
  nodes,
  done: doneOf({ ...core, nodes }),
  rows: everySchedule,
};

export const handler = scheduleFunction(core, checksSchedules, {
  'visit-coverage': (now) => runCheck(deps, visitCoverage, now),
  'booking-late': (now) => runCheck(deps, bookingLate, now),
  'target-pace': (now) => runCheck(deps, targetPace, now),
  'calendar-year': (now) => runCheck(deps, calendarYear, now),
  'retention-past': (now) => runCheck(deps, retentionPast, now),
  'schedule-run': (now) => runCheck(deps, scheduleRun, now),
});
