import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { issuesWatchSchedules } from './issues-watch.schedule.ts';
import { watchAnswers, watchClaims, watchDeadlines } from './issues-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));
const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };

export const handler = scheduleFunction(core, issuesWatchSchedules, {
  'issue-deadline': (now) => watchDeadlines(deps, now),
  'issue-unclaimed': (now) => watchClaims(deps, now),
  'issue-unanswered': (now) => watchAnswers(deps, now),
});
