import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const issuesWatchSchedules = [
  {
    name: 'issue-deadline',
    rule: 'An issue is resolved within three working days of its transfer. One working day before, its handler is warned; past it, it is marked overdue; after one more working day it goes to supervision, after three it is a candidate for a notice of criticism.',
    cron: 'cron(0/15 * * * ? *)',
    whenItFails: 'Deadlines pass without a warning: nobody is told that an answer to a resident is late.',
  },
] as const satisfies readonly ScheduleRow[];
