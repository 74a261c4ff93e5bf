import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const issuesWatchSchedules = [
  {
    name: 'issue-deadline',
    rule: 'An issue is resolved within three working days of its transfer. One working day before, its handler is warned; past it, it is marked overdue; after one more working day it goes to supervision, after three it is a candidate for a notice of criticism.',
    cron: 'cron(0/15 * * * ? *)',
    whenItFails: 'Deadlines pass without a warning: nobody is told that an answer to a resident is late.',
  },
  {
    name: 'issue-unclaimed',
    rule: 'A department claims what is transferred to it, or gives it back, within one working day.',
    cron: 'cron(0 * * * ? *)',
    whenItFails: 'Nobody is told of issues that no department takes up.',
  },
  {
    name: 'issue-unanswered',
    rule: 'Whoever raised an issue is answered within one working day of its resolution; none is closed without.',
    cron: 'cron(30 8 * * ? *)',
    whenItFails: 'Nobody is told of residents who wait for an answer to what has been resolved.',
  },
] as const satisfies readonly ScheduleRow[];
