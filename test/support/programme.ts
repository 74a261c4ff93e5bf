import * as v from 'valibot';
import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { bookingsRoutes } from '../../functions/bookings/bookings.routes.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { bookingsPublicRoutes } from '../../functions/bookings/bookings-public.routes.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { readWholeList } from '../../functions/platform/ledger/lists.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import type { NewActivityInput } from '../../functions/programme/programme.fields.ts';
import { whatsOnList } from '../../functions/programme/programme.lists.ts';
import { programmeRoutes } from '../../functions/programme/programme.routes.ts';
import { activityKey } from '../../functions/programme/programme.store.ts';
import {
  type ActivityView,
  activityViewSchema,
  type SessionRow,
  sessionRowSchema,
} from '../../functions/programme/programme.views.ts';
import { createVenue } from '../../functions/venues/venues.usecases.ts';
import { bookingDay, hall } from './bookings.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, type District, intentOf, places } from './district.ts';
import { fieldIn } from './issues.ts';
import { proofFor } from './proof.ts';

export type ProgrammeRoute = keyof typeof programmeContract.routes;

/** A course of the village, as its form sends it. */
export const newActivity = (change: Partial<NewActivityInput> = {}): NewActivityInput => ({
  ...{ category: 'course', level: 'village', title: '书法公益培训班', summary: '零基础，提供笔墨。' },
  ...{ audience: { who: 'everyone' }, organiser: { path: places.village, name: '东村文化服务中心' } },
  ...{ teacher: '李老师', node: places.village, villages: [] },
  ...change,
});

export const details = () => {
  const { node: _, ...rest } = newActivity();
  return rest;
};

/** Thursdays at half past seven, four weeks long, from the Thursday after the day the tests begin on. */
export const thursdays = (change: object = {}) => ({
  ...{ from: '2026-11-26', until: '2026-12-17', weekdays: [4] },
  times: [{ from: '19:30', to: '21:00' }],
  ...change,
});

/** Terms that have been open for an hour. */
export const terms = (change: object = {}) => ({
  ...{ per: 'whole', capacity: 20, opensAt: '2026-11-23T08:00:00+08:00' },
  ...change,
});

/** A problem's fields, each with its code. */
export const fieldsOf = ({ body }: Pick<Answered, 'body'>): string[] => {
  const errors = fieldIn(body, 'errors');
  return Array.isArray(errors) ? errors.map((one) => `${fieldIn(one, 'path')} ${fieldIn(one, 'code')}`) : [];
};

export interface ProgrammeBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly core: Core;
  readonly district: District;
  /** Calls as one of the district's roles; `stranger` keeps the programme of the other town. */
  readonly call: (route: ProgrammeRoute, as: string, call?: Call, core?: Core) => Promise<Answered>;
  /** Changes an activity as it stands now. @throws when it is refused. */
  readonly change: (
    route: ProgrammeRoute,
    activity: string,
    body?: object,
    no?: number,
  ) => Promise<ActivityView>;
  /** The same, and its answer whatever it is. */
  readonly tried: (route: ProgrammeRoute, activity: string, body?: object, no?: number) => Promise<Answered>;
  readonly read: (activity: string) => Promise<ActivityView>;
  /** A draft with the Thursdays of {@link thursdays}; its id. */
  readonly draft: (change?: Partial<NewActivityInput>, sessions?: object) => Promise<string>;
  /** The same, published, with places when there are terms. */
  readonly published: (
    enrolment?: object,
    sessions?: object,
    change?: Partial<NewActivityInput>,
  ) => Promise<string>;
  readonly venue: () => Promise<string>;
  /** What the streams would do for an activity and for all that follows from it. */
  readonly follow: (activity: string) => Promise<void>;
  readonly project: () => Promise<void>;
  /** {@link follow}, and the lists and figures with it. */
  readonly listed: (activity: string) => Promise<void>;
  /** What of an activity is on at a place. */
  readonly whatsOn: (node: string, activity: string) => Promise<SessionRow[]>;
  readonly desk: (route: keyof typeof bookingsContract.routes, as: string, call?: Call) => Promise<Answered>;
  readonly resident: (route: keyof typeof bookingsPublicContract.routes, call?: Call) => Promise<Answered>;
  readonly proof: () => Promise<string>;
}

/** A district with its calendar, and the programme and the bookings as one system; it is a Monday morning. */
export const openProgramme = async (): Promise<ProgrammeBed> => {
  const platform = await openPlatform(bookingDay);
  const { core } = platform;
  const district = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, district.accounts[role].principal]),
  );
  const stranger = await district.staff({
    ...{ loginName: 'stranger', name: '外镇文化站', roles: ['culture'], scope: places.otherTown },
  });
  people['stranger'] = stranger.principal;
  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, core.clock.now());
  const cursors = createCursors(core.keyring);
  const proofs = createProofOfWork(core.keyring);
  const programmeOn = (other: Core) =>
    apiFunction(programmeContract, programmeRoutes({ ...other, calendars }, cursors), {
      ...other,
      authenticate,
    });
  const programme = programmeOn(core);
  const booking = { ...core, calendars, offers: programmeOffers };
  const desk = apiFunction(bookingsContract, bookingsRoutes(booking, cursors), { ...core, authenticate });
  const open = apiFunction(bookingsPublicContract, bookingsPublicRoutes(booking, proofs), {
    ...core,
    authenticate: async () => undefined,
  });
  const call: ProgrammeBed['call'] = (route, as, what = {}, other = core) =>
    callRow(other === core ? programme : programmeOn(other), programmeContract.routes[route], {
      ...what,
      cookie: as,
    });
  const viewOf = (route: string, { status, body }: Answered): ActivityView => {
    if (status >= 300) throw new Error(`${route} was refused: ${JSON.stringify(body)}`);
    return v.parse(activityViewSchema, body);
  };
  const read = async (activity: string) =>
    viewOf('read', await call('read', 'culture', { params: { activity } }));
  const tried: ProgrammeBed['tried'] = async (route, activity, body = {}, no) =>
    call(route, 'culture', {
      params: { activity, ...(no === undefined ? {} : { no: String(no) }) },
      body,
      ifMatch: (await read(activity)).version,
    });
  const change: ProgrammeBed['change'] = async (route, activity, body = {}, no) =>
    viewOf(route, await tried(route, activity, body, no));
  const draft: ProgrammeBed['draft'] = async (fields = {}, sessions = {}) => {
    const made = viewOf('create', await call('create', 'culture', { body: newActivity(fields) }));
    await change('sessions', made.activity, { rule: thursdays(), place: '二楼书画室', ...sessions });
    return made.activity;
  };
  const follow = async (activity: string): Promise<void> => {
    const image = await core.store.get(activityKey(activity));
    if (image) await followActivity(core, image);
  };
  const project = async (): Promise<void> => {
    const images = (await platform.everything()).filter(({ SK }) => SK === 'STATE');
    const failed = await projectImages(core.store, projectors, images);
    if (failed[0]) throw failed[0].error;
  };
  return {
    ...{ platform, core, district, call, change, tried, read, draft, follow, project },
    listed: async (activity) => {
      await follow(activity);
      await project();
    },
    whatsOn: async (node, activity) => {
      const rows = await readWholeList(core.store, sessionRowSchema, { list: whatsOnList(node) });
      return rows.filter((row) => row.activity === activity);
    },
    published: async (enrolment, sessions = {}, fields = {}) => {
      const activity = await draft(fields, sessions);
      if (enrolment) await change('enrolment', activity, enrolment);
      await change('publication', activity);
      return activity;
    },
    venue: async () =>
      (await createVenue(core, intentOf(district.accounts.culture.principal, core), hall)).id,
    desk: (route, as, what = {}) => callRow(desk, bookingsContract.routes[route], { ...what, cookie: as }),
    resident: (route, what = {}) => callRow(open, bookingsPublicContract.routes[route], what),
    proof: async () => proofFor(await proofs.challenge(core.clock.now())),
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
