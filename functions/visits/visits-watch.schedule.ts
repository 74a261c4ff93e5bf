import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const visitsWatchSchedules = [
  {
    name: 'ledger-noon',
    rule: "A village's day is handed in by its lead before 12:00 noon of the next calendar day, also when there is nothing to report. Which villages did not is recorded at noon, by name; who hands in later is late.",
    cron: 'cron(0 12 * * ? *)',
    whenItFails: 'Nobody is told which villages did not hand in yesterday.',
  },
] as const satisfies readonly ScheduleRow[];
