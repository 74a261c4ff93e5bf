import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const desksWatchSchedules = [
  {
    name: 'weekly-report',
    rule: 'Every Monday the figures of the week that is over are drawn for the district, each town and each department, and stay as they were.',
    cron: 'cron(0 7 ? * MON *)',
    whenItFails: 'There is no report of the week that is over.',
  },
] as const satisfies readonly ScheduleRow[];
