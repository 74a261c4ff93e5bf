import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import type { bookingsWatchSchedules } from '../../functions/bookings/bookings-watch.schedule.ts';
import { watchCare, watchLines } from '../../functions/bookings/bookings-watch.usecases.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import type { campaignsWatchSchedules } from '../../functions/campaigns/campaigns-watch.schedule.ts';
import { proveAll, watchPlans } from '../../functions/campaigns/campaigns-watch.usecases.ts';
import { bookingLate } from '../../functions/checks/booking-late.check.ts';
import { calendarYear } from '../../functions/checks/calendar-year.check.ts';
import { runCheck } from '../../functions/checks/check.ts';
import type { checksSchedules } from '../../functions/checks/checks.schedule.ts';
import { retentionPast } from '../../functions/checks/retention-past.check.ts';
import { scheduleRun } from '../../functions/checks/schedule-run.check.ts';
import { targetPace } from '../../functions/checks/target-pace.check.ts';
import { visitCoverage } from '../../functions/checks/visit-coverage.check.ts';
import type { criticismWatchSchedules } from '../../functions/criticism/criticism-watch.schedule.ts';
import { careForCriticism } from '../../functions/criticism/criticism-watch.usecases.ts';
import type { desksWatchSchedules } from '../../functions/desks/desks-watch.schedule.ts';
import { drawReports } from '../../functions/desks/reports.usecases.ts';
import type { findingsWatchSchedules } from '../../functions/findings/findings-watch.schedule.ts';
import { careForFindings, proveFindings } from '../../functions/findings/findings-watch.usecases.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { judges } from '../../functions/insight/judges.ts';
import type { issuesWatchSchedules } from '../../functions/issues/issues-watch.schedule.ts';
import { watchAnswers, watchClaims, watchDeadlines } from '../../functions/issues/issues-watch.usecases.ts';
import { type MailingDependencies, sendMails } from '../../functions/messages/mailing.usecases.ts';
import type { messagesWatchSchedules } from '../../functions/messages/messages-watch.schedule.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import type { Run } from '../../functions/platform/runtime/schedule-function.ts';
import type { Instant } from '../../functions/platform/runtime/time.ts';
import type { renovationWatchSchedules } from '../../functions/renovation/renovation-watch.schedule.ts';
import {
  recomputeRenovations,
  watchRenovations,
} from '../../functions/renovation/renovation-watch.usecases.ts';
import { anonymisePast } from '../../functions/retention/anonymising.usecases.ts';
import { retained } from '../../functions/retention/retained.ts';
import type { retentionWatchSchedules } from '../../functions/retention/retention-watch.schedule.ts';
import { everySchedule } from '../../functions/schedules.ts';
import type { supervisionWatchSchedules } from '../../functions/supervision/supervision-watch.schedule.ts';
import { superviseDay } from '../../functions/supervision/supervision-watch.usecases.ts';
import type { venuesWatchSchedules } from '../../functions/venues/venues-watch.schedule.ts';
import { checkHours } from '../../functions/venues/venues-watch.usecases.ts';
import { startedCampaigns } from '../../functions/visits/visits-plan.usecases.ts';
import type { visitsWatchSchedules } from '../../functions/visits/visits-watch.schedule.ts';
import { checkLedgers } from '../../functions/visits/visits-watch.usecases.ts';

/** Of every function that watches; a schedule that is missing here does not compile. */
export type ScheduleName = (
  | typeof bookingsWatchSchedules
  | typeof campaignsWatchSchedules
  | typeof checksSchedules
  | typeof criticismWatchSchedules
  | typeof desksWatchSchedules
  | typeof findingsWatchSchedules
  | typeof issuesWatchSchedules
  | typeof messagesWatchSchedules
  | typeof renovationWatchSchedules
  | typeof retentionWatchSchedules
  | typeof supervisionWatchSchedules
  | typeof venuesWatchSchedules
  | typeof visitsWatchSchedules
)[number]['name'];

/** A store that has no picture. */
const noPhotos = { remove: async () => undefined };

type Mail = Pick<MailingDependencies, 'post' | 'write'>;

/** A mail server that takes everything. */
const takeAll: Mail = { post: async () => undefined, write: async () => ({ subject: '', text: '' }) };

/** Every job the schedule runs, wired as its function wires it. */
export const scheduledJobs = (
  core: Core,
  mail = takeAll,
): Readonly<Record<ScheduleName, (now: Instant) => Promise<Run>>> => {
  const nodes = createOrganisationNodes(core);
  const deps = {
    ...core,
    calendars: createCalendars(core),
    nodes,
    done: doneOf({ ...core, nodes }),
    campaigns: startedCampaigns(core),
    offers: programmeOffers,
    rows: everySchedule,
  };
  return {
    'criticism-care': (now) => careForCriticism(deps, now),
    'supervision-list': (now) => superviseDay(deps, now),
    'booking-line': (now) => watchLines(deps, now),
    'booking-care': (now) => watchCare(deps, now),
    'campaign-plan': (now) => watchPlans(deps, now),
    'visit-proof': (now) => proveAll(deps, now),
    'issue-deadline': (now) => watchDeadlines(deps, now),
    'issue-unclaimed': (now) => watchClaims(deps, now),
    'issue-unanswered': (now) => watchAnswers(deps, now),
    'ledger-noon': (now) => checkLedgers(deps, now),
    'renovation-calendar': (now) => recomputeRenovations(deps, now),
    'renovation-deadline': (now) => watchRenovations(deps, now),
    'venue-hours': (now) => checkHours(deps, now),
    'weekly-report': (now) => drawReports(deps, now),
    'finding-care': (now) => careForFindings(deps, now),
    'finding-proof': () => proveFindings(deps, judges),
    'message-mail': (now) => sendMails({ ...deps, ...mail }, now),
    retention: (now) => anonymisePast({ ...core, photos: noPhotos }, retained, now),
    'retention-past': (now) => runCheck(deps, retentionPast, now),
    'visit-coverage': (now) => runCheck(deps, visitCoverage, now),
    'booking-late': (now) => runCheck(deps, bookingLate, now),
    'target-pace': (now) => runCheck(deps, targetPace, now),
    'calendar-year': (now) => runCheck(deps, calendarYear, now),
    'schedule-run': (now) => runCheck(deps, scheduleRun, now),
  };
};
