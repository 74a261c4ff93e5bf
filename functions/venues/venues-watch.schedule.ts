import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const venuesWatchSchedules = [
  {
    name: 'venue-hours',
    rule: 'Every open culture centre, station and study is open for at least 42 hours a week, a third of them out of office hours or on days off. On Monday morning each is counted: what is planned for the week that begins, and what became of the week that ended, every missing hour with its reason. Holidays and closures announced five days ahead are explained.',
    cron: 'cron(0 6 ? * MON *)',
    whenItFails: 'Nobody learns which venues were open for less than promised, or plan to be.',
  },
] as const satisfies readonly ScheduleRow[];
