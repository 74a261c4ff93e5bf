import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const findingsWatchSchedules = [
  {
    name: 'finding-care',
    rule: 'What stands open one working day after a promise was broken goes to supervision, after three working days it may be criticised; an exception ends with its last day.',
    cron: 'cron(5 * * * ? *)',
    whenItFails: 'Nobody above is told of what stays late, and exceptions do not end.',
  },
  {
    name: 'finding-proof',
    rule: 'Every night each open finding is held against its record: what no longer holds is cleared, and how many were examined is kept.',
    cron: 'cron(15 3 * * ? *)',
    whenItFails: 'A finding that no longer holds may stand at a desk.',
  },
] as const satisfies readonly ScheduleRow[];
