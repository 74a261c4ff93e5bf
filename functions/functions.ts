import type * as v from 'valibot';
import { accessContract } from './access/access.contract.ts';
import { accessEnvironment } from './access/access.environment.ts';
import { accessPublicContract } from './access/access-public.contract.ts';
import { bookingsContract } from './bookings/bookings.contract.ts';
import { bookingsPublicContract } from './bookings/bookings-public.contract.ts';
import { bookingsWatchSchedules } from './bookings/bookings-watch.schedule.ts';
import { calendarContract } from './calendar/calendar.contract.ts';
import { campaignsContract } from './campaigns/campaigns.contract.ts';
import { campaignsWatchSchedules } from './campaigns/campaigns-watch.schedule.ts';
import { checksContract } from './checks/checks.contract.ts';
import { checksSchedules } from './checks/checks.schedule.ts';
import { criticismContract } from './criticism/criticism.contract.ts';
import { criticismWatchSchedules } from './criticism/criticism-watch.schedule.ts';
import { desksContract } from './desks/desks.contract.ts';
import { desksWatchSchedules } from './desks/desks-watch.schedule.ts';
import { findingsContract } from './findings/findings.contract.ts';
import { findingsWatchSchedules } from './findings/findings-watch.schedule.ts';
import { householdsContract } from './households/households.contract.ts';
import { judgedKinds } from './insight/judged.kinds.ts';
import { reactingKinds } from './insight/reactions.kinds.ts';
import { toldKinds } from './insight/told.kinds.ts';
import { inspectionsContract } from './inspections/inspections.contract.ts';
import { issuesContract } from './issues/issues.contract.ts';
import { issuesPublicContract } from './issues/issues-public.contract.ts';
import { issuesWatchSchedules } from './issues/issues-watch.schedule.ts';
import { messagesContract } from './messages/messages.contract.ts';
import { mailEnvironment, messagesEnvironment } from './messages/messages.environment.ts';
import { messagesWatchSchedules } from './messages/messages-watch.schedule.ts';
import { photosContract } from './photos/photos.contract.ts';
import { photosPublicContract } from './photos/photos-public.contract.ts';
import type { Contract } from './platform/contract/route.ts';
import type { ScheduleRow } from './platform/contract/schedule.ts';
import { coreEnvironment, photoEnvironment } from './platform/runtime/environment.ts';
import { culturePublicContract } from './programme/culture-public.contract.ts';
import { programmeContract } from './programme/programme.contract.ts';
import { programmeFiguresContract } from './programme/programme-figures.contract.ts';
import { renovationContract } from './renovation/renovation.contract.ts';
import { renovationPublicContract } from './renovation/renovation-public.contract.ts';
import { renovationWatchSchedules } from './renovation/renovation-watch.schedule.ts';
import { retentionContract } from './retention/retention.contract.ts';
import { retentionWatchSchedules } from './retention/retention-watch.schedule.ts';
import { servicesContract } from './services/services.contract.ts';
import { supervisionContract } from './supervision/supervision.contract.ts';
import { supervisionWatchSchedules } from './supervision/supervision-watch.schedule.ts';
import { targetsContract } from './targets/targets.contract.ts';
import { venuesContract } from './venues/venues.contract.ts';
import { venuesWatchSchedules } from './venues/venues-watch.schedule.ts';
import { visitsContract } from './visits/visits.contract.ts';
import { visitsWatchSchedules } from './visits/visits-watch.schedule.ts';

type Environment = v.GenericSchema<unknown, Readonly<Record<string, string | undefined>>>;

/** What makes a function run. */
export type Trigger =
  | { readonly kind: 'api'; readonly contract: Contract }
  /** Every new state of the kinds named, or of every kind. */
  | { readonly kind: 'stream'; readonly of: readonly string[] | 'every' }
  | { readonly kind: 'schedule'; readonly rows: readonly ScheduleRow[] };

/**
 * The partitions a function may touch, by the beginning of their key (to its `#`, or a `/` in the name of a list): an
 * id is always asked for by name, so whoever takes such a function over still can't walk through the table.
 */
export interface Partitions {
  /** Items named by their keys, of whatever kind is in the partition. */
  readonly read: readonly string[];
  /** The items of one partition, in order. */
  readonly list: readonly string[];
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/**
 * What a function may do to the table. `public`: what nobody needs an account for, only in the partitions named.
 * `staff`: reads, queries and writes, and removes sessions. `system`: what projections and sweeps need. None may
 * scan, and none can remove anything of an issue, an organisation or a calendar: what is personal beside a record is
 * written over when its time is over. `removes`: partitions of a noun's own whose items stand for a while, such as a
 * place in line. `removesPhotos`: may delete a picture that a record keeps; only retention does.
 */
export type Rights =
  | { readonly rights: 'public'; readonly partitions: Partitions }
  | { readonly rights: 'staff'; readonly removes?: readonly string[] }
  | { readonly rights: 'system'; readonly removes?: readonly string[]; readonly removesPhotos?: true };

/** What an application claims and the place it has in a queue, until it ends. */
const renovationClaims = ['APPLIED#', 'RENOVATED#', 'RANKED#', 'DRAFT#'] as const;

/** Where somebody stands or what they have claimed until they give it back. */
const linesAndClaims = ['LINE#', 'ENROLLED#', 'BOOKED#', 'ROOM#'] as const;

interface Declared {
  readonly name: string;
  /** Folder of the entry point: `functions/<folder>/<name>.lambda.ts`, which exports `handler`. */
  readonly folder: string;
  readonly trigger: Trigger;
  readonly environment: Environment;
  /** What breaks for people when it fails; the text of its alarms. */
  readonly whenItFails: string;
}

/** One function, declared once: the infrastructure, the bundles, the local host and the tests read this row. */
export type FunctionRow = Declared & Rights;

export const functionRows: readonly FunctionRow[] = [
  {
    name: 'access',
    folder: 'access',
    trigger: { kind: 'api', contract: accessContract },
    rights: 'staff',
    environment: accessEnvironment,
    whenItFails: 'Signed-in officers are turned away; accounts and organisations cannot be kept.',
  },
  {
    name: 'access-public',
    folder: 'access',
    trigger: { kind: 'api', contract: accessPublicContract },
    rights: 'public',
    partitions: {
      read: ['KEY#', 'LOGIN#', 'STAFF#'],
      list: ['LIST#organisations'],
      write: ['KEY#', 'RATE#', 'FAILED#', 'STAFF#'],
      remove: ['FAILED#', 'STAFF#'],
    },
    environment: accessEnvironment,
    whenItFails: 'Nobody can sign in, and the public form has no places to choose from.',
  },
  {
    name: 'issues',
    folder: 'issues',
    trigger: { kind: 'api', contract: issuesContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Officers cannot register, handle or answer issues.',
  },
  {
    name: 'issues-public',
    folder: 'issues',
    trigger: { kind: 'api', contract: issuesPublicContract },
    rights: 'public',
    partitions: {
      read: ['KEY#', 'ORG#', 'ISSUE#'],
      // A repeated request finds its own event in the issue's history.
      list: ['ISSUE#'],
      write: ['KEY#', 'RATE#', 'PROOF#', 'ISSUE#'],
      remove: [],
    },
    environment: coreEnvironment,
    whenItFails: 'Residents cannot raise an issue or see how theirs stands.',
  },
  {
    name: 'issues-watch',
    folder: 'issues',
    trigger: { kind: 'schedule', rows: issuesWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Deadlines pass without a warning: nobody is told that an answer to a resident is late.',
  },
  {
    name: 'households',
    folder: 'households',
    trigger: { kind: 'api', contract: householdsContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody can see or keep the register of households, nor load or export one.',
  },
  {
    name: 'campaigns',
    folder: 'campaigns',
    trigger: { kind: 'api', contract: campaignsContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody can plan who visits which household, nor see whom a campaign has missed.',
  },
  {
    name: 'campaigns-watch',
    folder: 'campaigns',
    trigger: { kind: 'schedule', rows: campaignsWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Plans stay half made, and nobody learns which households a campaign has missed.',
  },
  {
    name: 'visits',
    folder: 'visits',
    trigger: { kind: 'api', contract: visitsContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Visits stay on the phones they were recorded on; no day can be handed in.',
  },
  {
    name: 'visits-watch',
    folder: 'visits',
    trigger: { kind: 'schedule', rows: visitsWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Nobody is told which villages did not hand in yesterday.',
  },
  {
    name: 'venues',
    folder: 'venues',
    trigger: { kind: 'api', contract: venuesContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody can record that a venue was opened, announce a closure, or see its hours.',
  },
  {
    name: 'venues-watch',
    folder: 'venues',
    trigger: { kind: 'schedule', rows: venuesWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Nobody learns which venues were open for less than promised, or plan to be.',
  },
  {
    name: 'programme',
    folder: 'programme',
    trigger: { kind: 'api', contract: programmeContract },
    rights: 'staff',
    removes: ['ROOM#'],
    environment: coreEnvironment,
    whenItFails: 'Nobody can plan, publish or call off what takes place, nor count who was there.',
  },
  {
    name: 'programme-figures',
    folder: 'programme',
    trigger: { kind: 'api', contract: programmeFiguresContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: "Nobody can see what the year's programme has come to.",
  },
  {
    name: 'targets',
    folder: 'targets',
    trigger: { kind: 'api', contract: targetsContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody can see how far the plan of the year is, nor set what it aims at.',
  },
  {
    name: 'culture-public',
    folder: 'programme',
    trigger: { kind: 'api', contract: culturePublicContract },
    rights: 'public',
    partitions: {
      read: ['KEY#', 'VENUE#', 'ACTIVITY#', 'SESSION#', 'CALENDAR#'],
      list: ['LIST#venues/', 'LIST#venue-sessions/', 'LIST#whats-on/'],
      write: [],
      remove: [],
    },
    environment: coreEnvironment,
    whenItFails: 'Residents cannot see what is on, or where and when a venue is open.',
  },
  {
    name: 'bookings',
    folder: 'bookings',
    trigger: { kind: 'api', contract: bookingsContract },
    rights: 'staff',
    removes: linesAndClaims,
    environment: coreEnvironment,
    whenItFails: 'The desk cannot enrol anybody, let them in, or decide on rooms.',
  },
  {
    name: 'bookings-public',
    folder: 'bookings',
    trigger: { kind: 'api', contract: bookingsPublicContract },
    rights: 'public',
    partitions: {
      read: [
        ...['KEY#', 'ACTIVITY#', 'VENUE#', 'CALENDAR#', 'ENROLMENT#', 'ROOMBOOKING#'],
        ...['PLACES#', 'ENROLLED#', 'HOLDS#', 'NOSHOWS#', 'COUNT#'],
      ],
      // A repeated request finds its own event in the booking's history.
      list: ['ENROLMENT#', 'ROOMBOOKING#', 'LINE#', 'BOOKED#', 'ROOM#'],
      write: [
        ...['KEY#', 'RATE#', 'PROOF#', 'ENROLMENT#', 'ROOMBOOKING#'],
        ...['NUMBERS#', 'PLACES#', 'LINE#', 'ENROLLED#', 'HOLDS#', 'BOOKED#', 'ROOM#', 'ROOMSHELD#'],
      ],
      remove: linesAndClaims,
    },
    environment: coreEnvironment,
    whenItFails: 'Residents cannot enrol, see how their booking stands, or give a place back.',
  },
  {
    name: 'bookings-watch',
    folder: 'bookings',
    trigger: { kind: 'schedule', rows: bookingsWatchSchedules },
    rights: 'system',
    removes: linesAndClaims,
    environment: coreEnvironment,
    whenItFails: 'Places stay empty although people wait for them; nobody learns who did not come.',
  },
  {
    name: 'calendar',
    folder: 'calendar',
    trigger: { kind: 'api', contract: calendarContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody can see or load the working days of a year; deadlines stay as they are.',
  },
  {
    name: 'inspections',
    folder: 'inspections',
    trigger: { kind: 'api', contract: inspectionsContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Inspectors cannot check visits on site, and nobody sees what has to be put right.',
  },
  {
    name: 'renovation',
    folder: 'renovation',
    trigger: { kind: 'api', contract: renovationContract },
    rights: 'staff',
    removes: renovationClaims,
    environment: coreEnvironment,
    whenItFails: 'Nobody can check, plan, approve or build an accessible home, nor see its money.',
  },
  {
    name: 'renovation-public',
    folder: 'renovation',
    trigger: { kind: 'api', contract: renovationPublicContract },
    rights: 'public',
    partitions: {
      read: [...['KEY#', 'ORG#', 'CALENDAR#', 'ADDRESS#', 'RENOVATION#', 'FUND#', 'NOTICE#', 'DRAFT#']],
      // A repeated request finds its own event in the application's history.
      list: ['RENOVATION#', 'RANKED#', 'LIST#renovation-notices/', 'LIST#renovation-funds/'],
      // What is left of a fund, never the fund: who withdraws gives back what was reserved.
      write: [...['KEY#', 'RATE#', 'PROOF#', 'RENOVATION#', 'APPLIED#', 'DRAFT#', 'FUNDLEFT#', 'WAITING#']],
      remove: renovationClaims,
    },
    environment: coreEnvironment,
    whenItFails:
      'Residents cannot apply for an accessible home, see how theirs stands, or agree to its plan.',
  },
  {
    name: 'renovation-watch',
    folder: 'renovation',
    trigger: { kind: 'schedule', rows: renovationWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Homes whose public notice is over wait to be built; nobody learns which steps are late.',
  },
  {
    name: 'services',
    folder: 'services',
    trigger: { kind: 'api', contract: servicesContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails:
      'Nobody can hand out devices or donated goods, keep day centres, or record the rehabilitation of a child.',
  },
  {
    name: 'checks',
    folder: 'checks',
    trigger: { kind: 'schedule', rows: checksSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails:
      'Nobody is told of villages behind with visits, targets behind the year, or checks that stopped.',
  },
  {
    name: 'checks-runs',
    folder: 'checks',
    trigger: { kind: 'api', contract: checksContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody sees what ran by itself, when, and what it came to; the checks go on.',
  },
  {
    name: 'desks',
    folder: 'desks',
    trigger: { kind: 'api', contract: desksContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody sees the figures of their place; every list still opens.',
  },
  {
    name: 'desks-watch',
    folder: 'desks',
    trigger: { kind: 'schedule', rows: desksWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'There is no report of the week that is over.',
  },
  {
    name: 'findings',
    folder: 'findings',
    trigger: { kind: 'api', contract: findingsContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody sees what the checks have found.',
  },
  {
    name: 'findings-watch',
    folder: 'findings',
    trigger: { kind: 'schedule', rows: findingsWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Nobody above is told of what stays late, and what no longer holds may stand at a desk.',
  },
  {
    name: 'criticism',
    folder: 'criticism',
    trigger: { kind: 'api', contract: criticismContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody drafts, answers or reads notices of criticism and exemplary sites.',
  },
  {
    name: 'criticism-watch',
    folder: 'criticism',
    trigger: { kind: 'schedule', rows: criticismWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Notices and exemplary sites stand longer than they should.',
  },
  {
    name: 'supervision',
    folder: 'supervision',
    trigger: { kind: 'api', contract: supervisionContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Supervision sees no list and cannot say what was found.',
  },
  {
    name: 'supervision-watch',
    folder: 'supervision',
    trigger: { kind: 'schedule', rows: supervisionWatchSchedules },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Supervision has no list for the day, and lists nobody looked at are not found.',
  },
  {
    name: 'messages',
    folder: 'messages',
    trigger: { kind: 'api', contract: messagesContract },
    rights: 'staff',
    environment: messagesEnvironment,
    whenItFails: 'Nobody sees what they were told, nor which mails could not be sent.',
  },
  {
    name: 'messages-watch',
    folder: 'messages',
    trigger: { kind: 'schedule', rows: messagesWatchSchedules },
    rights: 'system',
    environment: mailEnvironment,
    whenItFails: 'Messages stay in the inbox: nobody is told of them by mail.',
  },
  {
    name: 'retention',
    folder: 'retention',
    trigger: { kind: 'api', contract: retentionContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody sees what personal data is to go, or went.',
  },
  {
    name: 'retention-watch',
    folder: 'retention',
    trigger: { kind: 'schedule', rows: retentionWatchSchedules },
    rights: 'system',
    // Keyed hashes of doors, numbers and people; in none of these partitions is anything of a record's history.
    removes: ['ADDRESS#', 'IDNUMBER#', 'PHONE#', 'MEMBER#', 'RECEIVED#', 'HELPED#'],
    removesPhotos: true,
    environment: photoEnvironment,
    whenItFails: 'Personal data stays longer than people were promised.',
  },
  {
    name: 'photos',
    folder: 'photos',
    trigger: { kind: 'api', contract: photosContract },
    rights: 'staff',
    environment: photoEnvironment,
    whenItFails: 'Officers cannot add photos to what they did, nor see those of an issue.',
  },
  {
    name: 'photos-public',
    folder: 'photos',
    trigger: { kind: 'api', contract: photosPublicContract },
    rights: 'public',
    partitions: { read: ['KEY#'], list: [], write: ['KEY#', 'RATE#', 'UPLOAD#'], remove: [] },
    environment: photoEnvironment,
    whenItFails: 'Residents cannot add a photo to what they raise.',
  },
  {
    name: 'projections',
    folder: 'insight',
    trigger: { kind: 'stream', of: 'every' },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails: 'Lists and figures stop moving: new issues do not appear at any desk.',
  },
  {
    name: 'verdicts',
    folder: 'insight',
    trigger: { kind: 'stream', of: judgedKinds },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails:
      'A broken promise is marked in its record, but no desk is told; what is kept again stays on show.',
  },
  {
    name: 'tellings',
    folder: 'insight',
    trigger: { kind: 'stream', of: toldKinds },
    rights: 'system',
    environment: coreEnvironment,
    whenItFails:
      'Nobody is told of what is late or has come to them; the lists of the desk show it all the same.',
  },
  {
    name: 'reactions',
    folder: 'insight',
    trigger: { kind: 'stream', of: reactingKinds },
    rights: 'system',
    removes: ['ROOM#'],
    environment: photoEnvironment,
    whenItFails:
      'What is published does not show in what is on; photos of cases are lost after a week, and a new calendar moves no deadline.',
  },
];

/** Every noun's contract. */
export const contracts: readonly Contract[] = functionRows.flatMap(({ trigger }) =>
  trigger.kind === 'api' ? [trigger.contract] : [],
);

/** Every schedule, with the function that serves it. */
export const schedules: readonly { readonly row: ScheduleRow; readonly functionName: string }[] =
  functionRows.flatMap(({ name, trigger }) =>
    trigger.kind === 'schedule' ? trigger.rows.map((row) => ({ row, functionName: name })) : [],
  );
