import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const supervisionWatchSchedules = [
  {
    name: 'supervision-list',
    rule: 'At 08:00 of each working day the issues are drawn that supervision looks at: the most overdue, unclaimed, returned twice, dissatisfied, and a few by lot; what of a list is not looked at by the end of the next working day is found.',
    cron: 'cron(0 8 * * ? *)',
    whenItFails: 'Supervision has no list for the day, and lists nobody looked at are not found.',
  },
] as const satisfies readonly ScheduleRow[];
