import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { issuesWatchSchedules } from './issues-watch.schedule.ts';
import { watchAnswers, watchClaims, watchDeadlines } from './issues-watch.usecases.ts';

const core = createCore(parseEnv(coreEnvironment, process.env));

export const handler = scheduleFunction(core, issuesWatchSchedules, {
  'issue-deadline': (now) => watchDeadlines(core, now),
  'issue-unclaimed': (now) => watchClaims(core, now),
  'issue-unanswered': (now) => watchAnswers(core, now),
});
