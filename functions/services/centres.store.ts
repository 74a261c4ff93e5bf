import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import { byKey, type Item, type ItemKey, type Store } from '../platform/runtime/store.ts';
import { type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import {
  type Attendance,
  attendanceSchema,
  type Centre,
  centreSchema,
  type Membership,
  membershipSchema,
} from './centres.states.ts';
import {
  type AttendanceRow,
  attendanceRowSchema,
  type CentreRow,
  centreRowSchema,
  type MembershipRow,
  membershipRowSchema,
} from './centres.views.ts';
import { centreDaysList, centresList, membersList } from './services.lists.ts';
import { membershipKeptUntil } from './services.retention.ts';
import { limits, type MembershipState } from './services.words.ts';

export const centreType: CaseType<Centre> = {
  kind: 'CENTRE',
  schema: centreSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const membershipType: CaseType<Membership> = {
  kind: 'MEMBERSHIP',
  schema: membershipSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
  keptUntil: membershipKeptUntil,
};

export const attendanceType: CaseType<Attendance> = {
  kind: 'ATTENDANCE',
  schema: attendanceSchema,
  raisedAt: ({ day }) => startOfDay(day),
  dueAt: () => undefined,
};

export const attendanceId = (centre: string, day: LocalDate): string => `${centre}.${day}`;

export const membersKey = (centre: string): ItemKey => caseKey(centreType.kind, centre, 'MEMBERS');

/** Held by the one membership a person has. */
export const memberClaim = (mark: string): ItemKey => ({ PK: `MEMBER#${mark}`, SK: 'CLAIM' });

const membersSchema = v.object({ members: v.number() });

export const parseMembers = (item: Item | undefined): number => v.parse(membersSchema, item).members;

/** A centre's places, all free. */
export const freePlaces = (centre: string, capacity: number): Companion<never> => ({
  write: { Put: { Item: { ...membersKey(centre), capacity, members: 0 } } },
});

/** One member more, while there is a place. */
export const takePlace = (centre: string): Companion<'centre.full'> => ({
  write: {
    Update: {
      Key: membersKey(centre),
      UpdateExpression: 'ADD #members :one',
      ConditionExpression: '#members < #capacity',
      ExpressionAttributeNames: { '#members': 'members', '#capacity': 'capacity' },
      ExpressionAttributeValues: { ':one': 1 },
    },
  },
  refusal: 'centre.full',
});

/** So many places, where no more members than that are counted; none at all for a centre that closes. */
export const resizePlaces = <R extends string>(
  centre: string,
  capacity: number,
  refusal: R,
): Companion<R> => ({
  write: {
    Update: {
      Key: membersKey(centre),
      UpdateExpression: 'SET #capacity = :capacity',
      ConditionExpression: '#members <= :capacity',
      ExpressionAttributeNames: { '#members': 'members', '#capacity': 'capacity' },
      ExpressionAttributeValues: { ':capacity': capacity },
    },
  },
  refusal,
});

/** Access pattern 5, and how many members each centre has at this moment: one query and one read of many. */
export const centrePage = async (
  store: Store,
  node: string,
  cursor: ItemKey | undefined,
): Promise<Page<CentreRow & { readonly members: number }>> => {
  const list = centresList(node);
  const { rows, last } = await readListPage(store, centreRowSchema, { list, cursor, size: limits.perPage });
  const found = byKey(await store.getMany(rows.map(({ centre }) => membersKey(centre))));
  return {
    rows: rows.map((row) => ({ ...row, members: parseMembers(found(membersKey(row.centre))) })),
    last,
  };
};

/** Access pattern 5: by the first day of their membership. */
export const memberPage = (
  store: Store,
  { centre, state }: { readonly centre: string; readonly state: MembershipState },
  cursor: ItemKey | undefined,
): Promise<Page<MembershipRow>> =>
  readListPage(store, membershipRowSchema, {
    ...{ list: membersList(centre, state), cursor, size: limits.perPage },
  });

/** Access pattern 5: the latest first. */
export const centreDayPage = (
  store: Store,
  centre: string,
  cursor: ItemKey | undefined,
): Promise<Page<AttendanceRow>> =>
  readListPage(store, attendanceRowSchema, {
    ...{ list: centreDaysList(centre), cursor, size: limits.perPage, order: 'newest first' },
  });
