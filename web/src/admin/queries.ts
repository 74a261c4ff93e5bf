import { query, redirect, revalidate } from '@solidjs/router';
import { accessContract } from '../../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../../functions/access/access-public.contract.ts';
import { calendarContract } from '../../../functions/calendar/calendar.contract.ts';
import { issuesContract } from '../../../functions/issues/issues.contract.ts';
import type { IssueList } from '../../../functions/issues/issues.lists.ts';
import type { ResponseOf, RouteRow } from '../../../functions/platform/contract/route.ts';
import { ApiProblem, call, type Reply } from '../api/client.ts';

const { routes: issues } = issuesContract;
const { routes: access } = accessContract;

export type Session = ResponseOf<typeof access.whoAmI>;
export type CaseView = ResponseOf<typeof issues.read>;
export type IssuePage = ResponseOf<typeof issues.list>;
export type IssueRow = IssuePage['rows'][number];
export type Figures = ResponseOf<typeof issues.figures>;
export type History = ResponseOf<typeof issues.history>;
export type StaffView = ResponseOf<typeof access.staffMember>;
export type StaffRow = ResponseOf<typeof access.staff>['rows'][number];
export type SessionRow = ResponseOf<typeof access.sessions>['sessions'][number];
export type CalendarYearView = ResponseOf<typeof calendarContract.routes.read>;
export type OrganisationNode = ResponseOf<typeof accessPublicContract.routes.organisations>['nodes'][number];

const signedOut: readonly string[] = ['session.required', 'access.authority_lost'];

/** Where to come back to after signing in: the page with its filters. */
const withReturn = (path: string): string => {
  const { pathname, search } = window.location;
  return pathname === path ? path + search : `${path}?return=${encodeURIComponent(pathname + search)}`;
};

/**
 * Reads for a page: whoever is not signed in, or has to choose a password first, is led there and comes back.
 * @throws ApiProblem otherwise
 */
export const read = async <R extends RouteRow>(
  row: R,
  sent?: Parameters<typeof call<R>>[1],
): Promise<Reply<ResponseOf<R>>> => {
  try {
    return await call(row, sent);
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem)) throw thrown;
    if (signedOut.includes(thrown.code)) throw redirect(withReturn('/admin/sign-in'));
    if (thrown.code === 'access.password_change_required') throw redirect(withReturn('/admin/password'));
    throw thrown;
  }
};

/** Every reading of the desk, with its key. No key is the beginning of another: that is how they are renewed. */
export const readSession = query(async () => (await read(access.whoAmI)).body, 'session');

export const readSessions = query(async () => (await read(access.sessions)).body.sessions, 'my-sessions');

export const readTree = query(
  async () => (await read(accessPublicContract.routes.organisations)).body,
  'organisations',
);

/** When a page was read, on this device; what was done after it is laid over it (see fresh-cases). */
export interface Read<T> {
  readonly body: T;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

export const readIssues = query(
  async (node: string, list: IssueList, cursor: string | undefined): Promise<Read<IssuePage>> => {
    const { body } = await read(issues.list, { query: { node, list, ...(cursor ? { cursor } : {}) } });
    return { body, readAt: Date.now() };
  },
  'issue-list',
);

export const readFigures = query(
  async (node: string, from: string, to: string): Promise<Figures> =>
    (await read(issues.figures, { query: { node, from, to } })).body,
  'issue-figures',
);

export const readCase = query(
  async (reference: string): Promise<CaseView> => (await read(issues.read, { params: { reference } })).body,
  'case-now',
);

export const readHistory = query(
  async (reference: string): Promise<History> => (await read(issues.history, { params: { reference } })).body,
  'case-history',
);

export const readStaff = query(
  async (node: string, cursor: string | undefined) =>
    (await read(access.staff, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'staff-list',
);

export const readStaffMember = query(
  async (staffId: string) => (await read(access.staffMember, { params: { staffId } })).body,
  'staff-member',
);

export const readCalendar = query(
  async (year: string): Promise<CalendarYearView> =>
    (await read(calendarContract.routes.read, { params: { year } })).body,
  'calendar-year',
);

/** What a command may have moved beside the case itself. */
export const renewLedgers = (): Promise<void> => revalidate([readIssues.key, readFigures.key]);
