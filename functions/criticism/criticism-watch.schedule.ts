import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const criticismWatchSchedules = [
  {
    name: 'criticism-care',
    rule: 'Every night: an organisation that did not reply within five working days counts as heard; notices and exemplary sites end after half a year; the time to reply follows a newly loaded calendar.',
    cron: 'cron(10 0 * * ? *)',
    whenItFails: 'Notices and exemplary sites stand longer than they should.',
  },
] as const satisfies readonly ScheduleRow[];
