import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const campaignsWatchSchedules = [
  {
    name: 'campaign-plan',
    rule: 'The plan of a village that was begun is made to its end, also when the page that began it was left; when a campaign is ended, everybody nobody met is marked as missed.',
    cron: 'cron(0/5 * * * ? *)',
    whenItFails: 'Plans that were begun stay half made: some households have nobody who visits them.',
  },
  {
    name: 'visit-proof',
    rule: 'Every night the register of households is held against the assignments of every running campaign: one person and one day for each; new doors, households that left and people who left are listed.',
    cron: 'cron(30 2 * * ? *)',
    whenItFails: 'Nobody learns which households a campaign has missed.',
  },
] as const satisfies readonly ScheduleRow[];
