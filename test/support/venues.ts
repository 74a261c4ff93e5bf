import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { type Calendars, createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import type { CaseType, Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import type { NewVenueInput } from '../../functions/venues/venues.fields.ts';
import { venuesRoutes } from '../../functions/venues/venues.routes.ts';
import type { WatchDependencies } from '../../functions/venues/venues-watch.usecases.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, places } from './district.ts';
import { fieldIn, outcome, textIn } from './issues.ts';

export { fieldIn, outcome, places, textIn };

export type VenueRoute = keyof typeof venuesContract.routes;

type Spans = readonly { readonly from: string; readonly to: string }[];

export const hours = (...texts: string[]): { from: string; to: string }[] =>
  texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));

/** The same hours on seven days, as a form sends them. */
export const timetable = (spans: Spans = hours('09:00-12:00', '17:00-20:00'), change: object = {}) => ({
  ...{ name: '平时', from: '2026-01-01', holidays: { rule: 'as-week' as const } },
  week: [1, 2, 3, 4, 5, 6, 7].map(() => [...spans]),
  ...change,
});

/** A culture centre of the village, open for the 42 hours it promises. */
export const newVenue = (change: Partial<NewVenueInput> = {}): NewVenueInput => ({
  ...{ kind: 'culture-centre', name: '东村文化服务中心', node: places.village, address: '永安镇东村1号' },
  ...{ position: { lat: 34.8101, lng: 117.3201 }, capacity: 200, facilities: ['library'], access: ['ramp'] },
  ...{ open: true, timetables: [timetable()] },
  ...change,
});

export const details = () => {
  const { node: _, open: __, timetables: ___, rooms: ____, ...rest } = newVenue();
  return rest;
};

export interface VenueBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly deps: WatchDependencies & { readonly calendars: Calendars };
  readonly depsOn: (core: Core) => WatchDependencies;
  /** By role; `stranger` keeps venues of the other town. */
  readonly people: Readonly<Record<string, Principal>>;
  readonly call: (route: VenueRoute, as: string, call?: Call, core?: Core) => Promise<Answered>;
  /** Calls as the town's culture station; what is answered. @throws when it is refused. */
  readonly done: (route: VenueRoute, call?: Call) => Promise<unknown>;
  /** A venue that is there; its id. */
  readonly venue: (change?: Partial<NewVenueInput>) => Promise<string>;
  /** One tap, at a time of Asia/Shanghai such as `2026-11-23T09:00`. */
  readonly tap: (venue: string, what: 'open' | 'close', at: string) => Promise<Answered>;
  readonly all: <S>(type: CaseType<S>) => Promise<Stored<S>[]>;
  /** What the stream would do for everything in the table. */
  readonly project: () => Promise<void>;
}

/** A district with its calendar and no venues; time stands at a Monday morning. */
export const openVenues = async (now?: string): Promise<VenueBed> => {
  const platform = await openPlatform(now);
  const { core, clock } = platform;
  const { accounts, staff } = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, accounts[role].principal]),
  );
  const stranger = await staff({
    ...{ loginName: 'stranger', name: '外镇文化站', roles: ['culture'], scope: places.otherTown },
  });
  people['stranger'] = stranger.principal;
  const depsOn = (other: Core) => ({
    ...other,
    calendars: createCalendars(other),
    nodes: createOrganisationNodes(other),
  });
  const deps = depsOn(core);
  await loadPublishedYears(deps.calendars, clock.now());
  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const apiOn = (other: Core): ApiFunction =>
    apiFunction(venuesContract, venuesRoutes(other === core ? deps : depsOn(other)), {
      ...other,
      authenticate,
    });
  const api = apiOn(core);
  const call: VenueBed['call'] = (route, as, what = {}, other = core) =>
    callRow(other === core ? api : apiOn(other), venuesContract.routes[route], { ...what, cookie: as });
  const done: VenueBed['done'] = async (route, what = {}) => {
    const { status, body } = await call(route, 'culture', what);
    if (status >= 300) throw new Error(`${route} was refused: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    ...{ platform, deps, depsOn, people, call, done },
    venue: async (change = {}) => textIn(await done('create', { body: newVenue(change) }), 'venue') ?? '',
    tap: (venue, what, at) => {
      clock.set(`${at}:00+08:00`);
      return call('opening', 'culture', { params: { venue }, body: { what } });
    },
    all: async (type) =>
      (await platform.everything())
        .filter(({ SK, kind }) => SK === 'STATE' && kind === type.kind)
        .map((item) => parseStored(type, item)),
    project: async () => {
      const images = (await platform.everything()).filter(({ SK }) => SK === 'STATE');
      const failed = await projectImages(core.store, projectors, images);
      if (failed[0]) throw failed[0].error;
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
