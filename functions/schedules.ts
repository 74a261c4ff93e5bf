import { bookingsWatchSchedules } from './bookings/bookings-watch.schedule.ts';
import { campaignsWatchSchedules } from './campaigns/campaigns-watch.schedule.ts';
import { checksSchedules } from './checks/checks.schedule.ts';
import { criticismWatchSchedules } from './criticism/criticism-watch.schedule.ts';
import { desksWatchSchedules } from './desks/desks-watch.schedule.ts';
import { findingsWatchSchedules } from './findings/findings-watch.schedule.ts';
import { issuesWatchSchedules } from './issues/issues-watch.schedule.ts';
import { messagesWatchSchedules } from './messages/messages-watch.schedule.ts';
import type { ScheduleRow } from './platform/contract/schedule.ts';
import { renovationWatchSchedules } from './renovation/renovation-watch.schedule.ts';
import { retentionWatchSchedules } from './retention/retention-watch.schedule.ts';
import { supervisionWatchSchedules } from './supervision/supervision-watch.schedule.ts';
import { venuesWatchSchedules } from './venues/venues-watch.schedule.ts';
import { visitsWatchSchedules } from './visits/visits-watch.schedule.ts';

/** Every schedule there is, for the check that all of them run: without the contracts, which it has no use for. */
export const everySchedule = [
  ...issuesWatchSchedules,
  ...campaignsWatchSchedules,
  ...visitsWatchSchedules,
  ...venuesWatchSchedules,
  ...bookingsWatchSchedules,
  ...renovationWatchSchedules,
  ...desksWatchSchedules,
  ...retentionWatchSchedules,
  ...findingsWatchSchedules,
  ...criticismWatchSchedules,
  ...supervisionWatchSchedules,
  ...messagesWatchSchedules,
  ...checksSchedules,
] as const satisfies readonly ScheduleRow[];
