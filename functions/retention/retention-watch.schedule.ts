import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const retentionWatchSchedules = [
  {
    name: 'retention',
    rule: 'What is personal in a record is deleted in the night after its retention period is over.',
    cron: 'cron(20 3 * * ? *)',
    whenItFails: 'Personal data stays longer than people were promised.',
  },
] as const satisfies readonly ScheduleRow[];
