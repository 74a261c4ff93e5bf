import { caseKey } from '../platform/ledger/case-keys.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import { openingId } from './openings.rules.ts';
import { type HoursWeek, hoursWeekSchema, type Opening, openingSchema } from './openings.states.ts';

export const openingType: CaseType<Opening> = {
  kind: 'OPENING',
  schema: openingSchema,
  raisedAt: ({ day }) => startOfDay(day),
  dueAt: () => undefined,
};

export const openingKey = (venue: string, day: LocalDate): ItemKey =>
  caseKey(openingType.kind, openingId(venue, day), 'STATE');

export const hoursWeekType: CaseType<HoursWeek> = {
  kind: 'HOURSWEEK',
  schema: hoursWeekSchema,
  raisedAt: ({ at }) => at,
  dueAt: () => undefined,
};

export const hoursWeekId = (venue: string, week: string): string => `${venue}.${week}`;

export const hoursWeekKey = (venue: string, week: string): ItemKey =>
  caseKey(hoursWeekType.kind, hoursWeekId(venue, week), 'STATE');

/** A place's venues in one week, the farthest below the promise first. */
export const hoursList = (node: string, week: string): string => `venue-hours/${node}/${week}`;
/** Venues, those that keep the promise, and minutes, by week. */
export const hoursSubject = (node: string): string => `venue-hours/${node}`;

/** Access pattern 5, whole: one row a venue. */
export const readHoursWeeks = (store: Store, node: string, week: string): Promise<HoursWeek[]> =>
  readWholeList(store, hoursWeekSchema, { list: hoursList(node, week) });
