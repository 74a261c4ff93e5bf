import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { centreRoutes } from '../../../../../functions/services/centres.contract.ts';
import type { MembershipState } from '../../../../../functions/services/services.words.ts';
import type { LightRow } from '../../../api/client.ts';
import { readLight } from '../../queries.ts';
import { pageQuery, renewServices } from '../services.queries.ts';

type Routes = typeof centreRoutes;
type Reading = 'centres' | 'readCentre' | 'members' | 'readMembership' | 'attendanceDays' | 'readAttendance';

const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  centres: { method: 'GET', path: '/api/services/day-centres' },
  readCentre: { method: 'GET', path: '/api/services/day-centres/{centre}' },
  members: { method: 'GET', path: '/api/services/day-centres/{centre}/members' },
  readMembership: { method: 'GET', path: '/api/services/centre-memberships/{membership}' },
  attendanceDays: { method: 'GET', path: '/api/services/day-centres/{centre}/attendance' },
  readAttendance: { method: 'GET', path: '/api/services/day-centres/{centre}/attendance/{day}' },
};

export type CentrePage = ResponseOf<Routes['centres']>;
export type CentreRow = CentrePage['rows'][number];
export type CentreView = ResponseOf<Routes['readCentre']>;
export type MemberPage = ResponseOf<Routes['members']>;
export type MemberRow = MemberPage['rows'][number];
export type MembershipView = ResponseOf<Routes['readMembership']>;
export type DayPage = ResponseOf<Routes['attendanceDays']>;
export type DayRow = DayPage['rows'][number];
export type AttendanceView = ResponseOf<Routes['readAttendance']>;

export const readCentres = query(
  async (node: string, cursor: string | undefined): Promise<CentrePage> =>
    (await readLight(routes.centres, { query: { node, ...pageQuery(cursor) } })).body,
  'day-centres',
);

export const readCentre = query(
  async (centre: string): Promise<CentreView> =>
    (await readLight(routes.readCentre, { params: { centre } })).body,
  'one-day-centre',
);

export const readMembers = query(
  async (centre: string, state: MembershipState, cursor: string | undefined): Promise<MemberPage> =>
    (await readLight(routes.members, { params: { centre }, query: { state, ...pageQuery(cursor) } })).body,
  'members-of-centre',
);

/** Everybody who is a member now: a centre has some dozens. */
export const readAllMembers = async (centre: string): Promise<readonly MemberRow[]> => {
  const rows: MemberRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await readMembers(centre, 'current', cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
};

export const readMembership = query(
  async (membership: string): Promise<MembershipView> =>
    (await readLight(routes.readMembership, { params: { membership } })).body,
  'one-membership',
);

export const readDays = query(
  async (centre: string, cursor: string | undefined): Promise<DayPage> =>
    (await readLight(routes.attendanceDays, { params: { centre }, query: pageQuery(cursor) })).body,
  'days-of-centre',
);

export const readAttendance = query(
  async (centre: string, day: string): Promise<AttendanceView> =>
    (await readLight(routes.readAttendance, { params: { centre, day } })).body,
  'attendance-of-day',
);

export const renewCentres = (): Promise<void> => {
  void renewServices();
  return revalidate([
    ...[readCentres.key, readCentre.key, readMembers.key, readMembership.key],
    ...[readDays.key, readAttendance.key],
  ]);
};
