import { query, redirect, revalidate } from '@solidjs/router';
import type { accessContract } from '../../../functions/access/access.contract.ts';
import type { accessPublicContract } from '../../../functions/access/access-public.contract.ts';
import type { calendarContract } from '../../../functions/calendar/calendar.contract.ts';
import type { issuesContract } from '../../../functions/issues/issues.contract.ts';
import type { IssueList } from '../../../functions/issues/issues.lists.ts';
import type { ResponseOf, RouteRow } from '../../../functions/platform/contract/route.ts';
import { ApiProblem, call, callLight, type LightRow, type Reply } from '../api/client.ts';
import { letIn, noteSignedIn, noteSignedOut } from './session/presence.ts';

type Issues = typeof issuesContract.routes;
type Access = typeof accessContract.routes;
type AccessPublic = typeof accessPublicContract.routes;
type Calendar = typeof calendarContract.routes;

interface Routes {
  readonly session: LightRow<Access['whoAmI']>;
  readonly sessions: LightRow<Access['sessions']>;
  readonly organisations: LightRow<AccessPublic['organisations']>;
  readonly issues: LightRow<Issues['list']>;
  readonly figures: LightRow<Issues['figures']>;
  readonly case: LightRow<Issues['read']>;
  readonly history: LightRow<Issues['history']>;
  readonly staff: LightRow<Access['staff']>;
  readonly staffMember: LightRow<Access['staffMember']>;
  readonly calendar: LightRow<Calendar['read']>;
}

/** What the desk reads; without the schemas, which are most of a contract's weight and none of a reading's. */
const routes: Routes = {
  session: { method: 'GET', path: '/api/session' },
  sessions: { method: 'GET', path: '/api/sessions' },
  organisations: { method: 'GET', path: '/api/organisations' },
  issues: { method: 'GET', path: '/api/issues' },
  figures: { method: 'GET', path: '/api/issue-figures' },
  case: { method: 'GET', path: '/api/issues/{reference}' },
  history: { method: 'GET', path: '/api/issues/{reference}/history' },
  staff: { method: 'GET', path: '/api/staff' },
  staffMember: { method: 'GET', path: '/api/staff/{staffId}' },
  calendar: { method: 'GET', path: '/api/calendar/{year}' },
};

export type Session = ResponseOf<Access['whoAmI']>;
export type CaseView = ResponseOf<Issues['read']>;
export type IssuePage = ResponseOf<Issues['list']>;
export type IssueRow = IssuePage['rows'][number];
export type Figures = ResponseOf<Issues['figures']>;
export type History = ResponseOf<Issues['history']>;
export type StaffView = ResponseOf<Access['staffMember']>;
export type StaffRow = ResponseOf<Access['staff']>['rows'][number];
export type SessionRow = ResponseOf<Access['sessions']>['sessions'][number];
export type CalendarYearView = ResponseOf<Calendar['read']>;
export type OrganisationNode = ResponseOf<AccessPublic['organisations']>['nodes'][number];

const signedOut: readonly string[] = ['session.required', 'access.authority_lost'];

/** Where to come back to after signing in: the page with its filters. */
const withReturn = (path: string): string => {
  const { pathname, search } = window.location;
  return pathname === path ? path + search : `${path}?return=${encodeURIComponent(pathname + search)}`;
};

const led = async <T>(asked: Promise<T>): Promise<T> => {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem)) throw thrown;
    if (signedOut.includes(thrown.code)) {
      noteSignedOut();
      throw redirect(withReturn('/admin/sign-in'));
    }
    if (thrown.code === 'access.password_change_required') throw redirect(withReturn('/admin/password'));
    throw thrown;
  }
};

/**
 * Reads for a page: whoever is not signed in, or has to choose a password first, is led there and comes back.
 * @throws ApiProblem otherwise
 */
export const read = <R extends RouteRow>(
  row: R,
  sent?: Parameters<typeof call<R>>[1],
): Promise<Reply<ResponseOf<R>>> => led(call(row, sent));

/** As `read`, by a row without its schemas: for what is read before any form is opened. */
export const readLight = <R extends RouteRow>(
  row: LightRow<R>,
  sent?: Parameters<typeof callLight<R>>[1],
): Promise<Reply<ResponseOf<R>>> => led(callLight(row, sent));

/** Every reading of the desk, with its key. No key is the beginning of another: that is how they are renewed. */
export const readSession = query(async (): Promise<Session> => {
  try {
    const { body } = await readLight(routes.session);
    noteSignedIn();
    return body;
  } catch (thrown) {
    // The page says what failed; only whoever is led elsewhere has no use for it.
    if (!(thrown instanceof Response)) letIn();
    throw thrown;
  }
}, 'session');

export const readSessions = query(
  async () => (await readLight(routes.sessions)).body.sessions,
  'my-sessions',
);

export const readTree = query(async () => (await readLight(routes.organisations)).body, 'organisations');

/** When a page was read, on this device; what was done after it is laid over it (see fresh-cases). */
export interface Read<T> {
  readonly body: T;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

export const readIssues = query(
  async (node: string, list: IssueList, cursor: string | undefined): Promise<Read<IssuePage>> => {
    const { body } = await readLight(routes.issues, { query: { node, list, ...(cursor ? { cursor } : {}) } });
    return { body, readAt: Date.now() };
  },
  'issue-list',
);

export const readFigures = query(
  async (node: string, from: string, to: string): Promise<Figures> =>
    (await readLight(routes.figures, { query: { node, from, to } })).body,
  'issue-figures',
);

export const readCase = query(
  async (reference: string): Promise<CaseView> =>
    (await readLight(routes.case, { params: { reference } })).body,
  'case-now',
);

export const readHistory = query(
  async (reference: string): Promise<History> =>
    (await readLight(routes.history, { params: { reference } })).body,
  'case-history',
);

export const readStaff = query(
  async (node: string, cursor: string | undefined) =>
    (await readLight(routes.staff, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'staff-list',
);

export const readStaffMember = query(
  async (staffId: string) => (await readLight(routes.staffMember, { params: { staffId } })).body,
  'staff-member',
);

export const readCalendar = query(
  async (year: string): Promise<CalendarYearView> =>
    (await readLight(routes.calendar, { params: { year } })).body,
  'calendar-year',
);

/** What a command may have moved beside the case itself. */
export const renewLedgers = (): Promise<void> => revalidate([readIssues.key, readFigures.key]);
