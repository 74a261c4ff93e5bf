import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const renovationWatchSchedules = [
  {
    name: 'renovation-calendar',
    rule: 'Every deadline and public notice follows the working days as they are loaded, before anything is found to be late or over.',
    cron: 'cron(40 6 * * ? *)',
    whenItFails:
      'After a new calendar of working days, steps and public notices keep the dates of the old one.',
  },
  {
    name: 'renovation-deadline',
    rule: 'A public notice that is over and has no open objection lets the home be built; a step not done within its working days is marked as late; three and twelve months after a home was accepted somebody has to ask how it is.',
    cron: 'cron(0 7 * * ? *)',
    whenItFails: 'Homes whose public notice is over are not built, and nobody learns which steps are late.',
  },
] as const satisfies readonly ScheduleRow[];
