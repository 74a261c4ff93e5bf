import type * as v from 'valibot';
import { calendarContract } from './calendar/calendar.contract.ts';
import { issuesContract } from './issues/issues.contract.ts';
import { issuesPublicContract } from './issues/issues-public.contract.ts';
import { issuesWatchSchedules } from './issues/issues-watch.schedule.ts';
import { photosContract } from './photos/photos.contract.ts';
import { photosPublicContract } from './photos/photos-public.contract.ts';
import type { Contract } from './platform/contract/route.ts';
import type { ScheduleRow } from './platform/contract/schedule.ts';
import { coreEnvironment, photoEnvironment } from './platform/runtime/environment.ts';

type Environment = v.GenericSchema<unknown, Readonly<Record<string, string | undefined>>>;

/** What makes a function run. */
export type Trigger =
  | { readonly kind: 'api'; readonly contract: Contract }
  | { readonly kind: 'stream' }
  | { readonly kind: 'schedule'; readonly rows: readonly ScheduleRow[] };

/**
 * What a function may do to the table. `public`: reads one item, writes one transaction; no query, no scan, no
 * index. `staff`: queries too. `system`: what projections and sweeps need.
 */
export type Rights = 'public' | 'staff' | 'system';

/** One function, declared once: the infrastructure, the bundles, the local host and the tests read this row. */
export interface FunctionRow {
  readonly name: string;
  /** Folder of the entry point: `functions/<folder>/<name>.lambda.ts`, which exports `handler`. */
  readonly folder: string;
  readonly trigger: Trigger;
  readonly rights: Rights;
  readonly environment: Environment;
  /** What breaks for people when it fails; the text of its alarms. */
  readonly whenItFails: string;
}

export const functionRows: readonly FunctionRow[] = [
  {
    name: 'issues',
    folder: 'issues',
    trigger: { kind: 'api', contract: issuesContract },
    rights: 'staff',
    environment: photoEnvironment,
    whenItFails: 'Officers cannot register, handle or answer issues.',
  },
  {
    name: 'issues-public',
    folder: 'issues',
    trigger: { kind: 'api', contract: issuesPublicContract },
    rights: 'public',
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
    name: 'calendar',
    folder: 'calendar',
    trigger: { kind: 'api', contract: calendarContract },
    rights: 'staff',
    environment: coreEnvironment,
    whenItFails: 'Nobody can see or load the working days of a year; deadlines stay as they are.',
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
    environment: photoEnvironment,
    whenItFails: 'Residents cannot add a photo to what they raise.',
  },
  {
    name: 'projections',
    folder: 'insight',
    trigger: { kind: 'stream' },
    rights: 'system',
    environment: photoEnvironment,
    whenItFails: 'Lists and figures stop moving: new issues do not appear at any desk.',
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
