import { randomUUID } from 'node:crypto';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { suspendStaff } from '../../functions/access/staff.usecases.ts';
import { type Calendars, createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import type { Assignment } from '../../functions/campaigns/assignments.states.ts';
import { assignmentType } from '../../functions/campaigns/assignments.store.ts';
import { assignedAmong, assignedKeys, tryStep } from '../../functions/campaigns/assignments.usecases.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { campaignsRoutes } from '../../functions/campaigns/campaigns.routes.ts';
import type { CampaignDependencies } from '../../functions/campaigns/campaigns.usecases.ts';
import type { TryOutcome } from '../../functions/campaigns/campaigns.words.ts';
import { isOffPeak } from '../../functions/campaigns/off-peak.rules.ts';
import { registerHousehold } from '../../functions/households/households-registering.usecases.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { type Principal, type Role, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import type { Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { type Answered, type Call, callRow, newKey } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, intentOf, places } from './district.ts';
import { fieldIn, outcome, textIn } from './issues.ts';

export { fieldIn, outcome, places, textIn };

export type CampaignRoute = keyof typeof campaignsContract.routes;

/** Two working weeks of the town, as an administrator writes them down. */
export const details = {
  ...{ name: '冬季大走访', objective: '户户见面，人人知晓。', steps: ['入户'], materials: ['明白纸'] },
  ...{ scope: places.town as string, from: '2026-11-23', to: '2026-12-04', perDay: 10 },
};

export interface CampaignBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly deps: CampaignDependencies & { readonly calendars: Calendars };
  readonly people: Readonly<Record<string, Principal>>;
  readonly staffId: (name: string) => string;
  readonly apiOn: (core: Core) => ApiFunction;
  /** Calls a route as somebody named by role; `one` to `four` visit the village, `elsewhere` another town. */
  readonly call: (route: CampaignRoute, as: string, call?: Call) => Promise<Answered>;
  /** Registers that many more homes of a village; their ids, in the order of the register. */
  readonly register: (count: number, where?: { village?: string; area?: string }) => Promise<string[]>;
  /** A campaign that runs; its id. */
  readonly running: (change?: object) => Promise<string>;
  /** Asks for a plan of the village and goes on with it until it is done. */
  readonly planned: (campaign: string, people: readonly string[], village?: string) => Promise<void>;
  /** Somebody comes to the door of a household, and that is all that is known of it. */
  readonly tried: (
    campaign: string,
    household: string,
    what?: { by?: string; at?: string; outcome?: TryOutcome },
  ) => Promise<'committed' | string>;
  readonly suspend: (name: string) => Promise<void>;
  readonly assignments: (campaign: string) => Promise<Stored<Assignment>[]>;
  /** What the stream would do for everything in the table. */
  readonly project: () => Promise<void>;
}

/** A district with its people, its calendar and an empty register; time stands at a Monday morning. */
export const openCampaigns = async (now?: string): Promise<CampaignBed> => {
  const platform = await openPlatform(now);
  const { core, clock } = platform;
  const district = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, district.accounts[role].principal]),
  );
  const more = async (loginName: string, held: readonly Role[], scope: string): Promise<void> => {
    const account = await district.staff({ loginName, name: `走访员${loginName}`, roles: [...held], scope });
    people[loginName] = account.principal;
  };
  for (const name of ['one', 'two', 'three', 'four']) await more(`v.${name}`, ['visitor'], places.village);
  await more('second', ['visitor'], places.secondVillage);
  await more('elsewhere', ['visitor', 'lead'], places.otherTown);
  await more('everybody', roles, places.district);
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, clock.now());
  const deps = { ...core, calendars, nodes: createOrganisationNodes(core) };
  const who = (name: string): Principal => {
    const principal = people[name];
    if (!principal) throw new Error(`nobody is called ${name}`);
    return principal;
  };
  // Sessions end with the day; who calls is named by the cookie itself.
  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const apiOn = (other: Core): ApiFunction => {
    const parts = { ...other, calendars: createCalendars(other), nodes: createOrganisationNodes(other) };
    return apiFunction(campaignsContract, campaignsRoutes(parts, createCursors(other.keyring)), {
      ...other,
      authenticate,
    });
  };
  const api = apiOn(core);
  const call: CampaignBed['call'] = (route, as, what = {}) =>
    callRow(api, campaignsContract.routes[route], { ...what, cookie: as });
  const done = async (route: CampaignRoute, as: string, what: Call): Promise<unknown> => {
    const { status, body } = await call(route, as, what);
    if (status >= 300) throw new Error(`${route} was refused: ${JSON.stringify(body)}`);
    return body;
  };
  const projectedAt = new Map<unknown, unknown>();
  const project: CampaignBed['project'] = async () => {
    const images = (await platform.everything()).filter(
      ({ PK, SK, version }) => SK === 'STATE' && projectedAt.get(PK) !== version,
    );
    const failed = await projectImages(core.store, projectors, images);
    if (failed[0]) throw failed[0].error;
    for (const image of images) projectedAt.set(image['PK'], image['version']);
  };
  let doors = 0;
  return {
    platform,
    deps,
    people,
    staffId: (name) => who(name).staffId,
    apiOn,
    call,
    register: async (count, { village = places.village, area } = {}) => {
      const ids = await Promise.all(
        Array.from({ length: count }, async () => {
          doors += 1;
          const { id } = await registerHousehold(deps, intentOf(who('everybody'), core), {
            ...{ village, source: 'register' },
            details: {
              ...{ kind: 'home', address: { text: '幸福里', room: `${doors}号` } },
              ...(area ? { area } : {}),
            },
            members: [{ name: '王小明', relation: '户主', categories: [], phone: '13812345678' }],
          });
          return id;
        }),
      );
      await project();
      return ids;
    },
    running: async (change = {}) => {
      const body = await done('create', 'everybody', { body: { ...details, ...change } });
      const campaign = textIn(body, 'campaign') ?? '';
      await done('start', 'everybody', { params: { campaign }, body: {}, ifMatch: 1 });
      await project();
      return campaign;
    },
    planned: async (campaign, names, village = places.village) => {
      const chosen = names.map((name) => ({ staffId: who(name).staffId }));
      let body = await done('plan', 'lead', { params: { campaign }, body: { village, people: chosen } });
      while (fieldIn(body, 'status') === 'running') {
        const params = { campaign, village: village.slice(-12) };
        body = await done('continuePlan', 'lead', { params, body: {} });
      }
      await project();
    },
    tried: async (campaign, household, { by = 'v.one', at, outcome: came = 'met' } = {}) => {
      const keys = assignedKeys(campaign, household);
      const items = await core.store.getMany(keys);
      const among = (key: (typeof keys)[number]) => items.find(({ PK }) => PK === key.PK);
      const { assignment } = assignedAmong(among, campaign, household);
      if (!assignment) throw new Error(`nobody is to visit ${household}`);
      const moment = at === undefined ? clock.now() : parseInstant(at);
      const officer = { id: who(by).staffId, name: who(by).name };
      const calendar = await calendars.current(clock.now());
      const step = tryStep(
        { key: newKey(), request: '', actor: { kind: 'staff', ...officer }, now: clock.now() },
        assignment,
        { visit: randomUUID(), at: moment, by: officer, outcome: came, offPeak: isOffPeak(moment, calendar) },
        calendar,
      );
      return (await core.ledger.commit([step])).outcome;
    },
    suspend: async (name) => {
      const { staffId } = who(name);
      const stored = await core.store.get({ PK: `STAFF#${staffId}`, SK: 'STATE' });
      const command = { ...intentOf(who('everybody'), core), ifMatch: Number(stored?.['version']) };
      await suspendStaff(district.parts, command, staffId);
    },
    assignments: async (campaign) =>
      (await platform.everything())
        .filter(({ SK, kind }) => SK === 'STATE' && kind === assignmentType.kind)
        .map((item) => parseStored(assignmentType, item))
        .filter(({ state }) => state.campaign === campaign)
        .sort((a, b) => a.state.order - b.state.order),
    project,
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
