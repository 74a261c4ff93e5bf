import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const bookingsWatchSchedules = [
  {
    name: 'booking-line',
    rule: 'A free place goes to whoever waited longest, also when the request that should have seen to it broke off; a place that was held for somebody and not accepted in time goes to the next in line.',
    cron: 'cron(* * * * ? *)',
    whenItFails: 'Places stay empty although people wait for them.',
  },
  {
    name: 'booking-care',
    rule: 'An hour after a session that people were checked in to, whoever was not is marked as not having come; a room nobody decided on before it begins is given back.',
    cron: 'cron(0 * * * ? *)',
    whenItFails: 'Nobody learns who did not come, and rooms stay taken that nobody granted.',
  },
] as const satisfies readonly ScheduleRow[];
