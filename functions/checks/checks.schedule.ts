import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const checksSchedules = [
  {
    name: 'visit-coverage',
    rule: 'Every household is visited on its planned day. Each evening the villages of running campaigns with households past theirs are found, and cleared when somebody has been there.',
    cron: 'cron(0 18 * * ? *)',
    whenItFails: 'Nobody is told which villages are behind with their visits.',
  },
  {
    name: 'booking-late',
    rule: 'Whoever asked for a room is answered before it begins; a place held for somebody is given on when its time is over; who came to a session people enrolled for is recorded within a day.',
    cron: 'cron(20 * * * ? *)',
    whenItFails: 'Nobody is told of requests, held places and attendance that nobody saw to.',
  },
  {
    name: 'target-pace',
    rule: "Every Monday each yearly target is held against what there would be by then if the year's figure came evenly.",
    cron: 'cron(30 6 ? * MON *)',
    whenItFails: 'Nobody is told which yearly targets are behind.',
  },
  {
    name: 'calendar-year',
    rule: 'The working days of this year, and from 1 December on of the next, are loaded, with as many days off as the law gives.',
    cron: 'cron(10 8 * * ? *)',
    whenItFails: 'Nobody is told that deadlines of the next year are still provisional.',
  },
  {
    name: 'retention-past',
    rule: 'Nothing personal stands longer than a day past its retention period.',
    cron: 'cron(30 4 * * ? *)',
    whenItFails: 'Nobody is told of personal data that was not deleted in time.',
  },
  {
    name: 'schedule-run',
    rule: 'Every check runs when it is to; one that did not is a finding itself.',
    cron: 'cron(7/30 * * * ? *)',
    whenItFails: 'A check that stopped running would go unnoticed until its alarm.',
  },
] as const satisfies readonly ScheduleRow[];
