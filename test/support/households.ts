import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { areaProjector, areaType } from '../../functions/households/areas.store.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdProjector } from '../../functions/households/households.projector.ts';
import { householdsRoutes } from '../../functions/households/households.routes.ts';
import type { Household } from '../../functions/households/households.states.ts';
import { householdType } from '../../functions/households/households.store.ts';
import type { HouseholdDependencies } from '../../functions/households/households.usecases.ts';
import { importProjector, importType } from '../../functions/households/imports.store.ts';
import { idNumberCheck } from '../../functions/platform/contract/id-number.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, places } from './district.ts';
import { fieldIn, outcome, textIn } from './issues.ts';
import { applyProjection } from './projections.ts';

export { fieldIn, outcome, places, textIn };

export type HouseholdRoute = keyof typeof householdsContract.routes;

/** An ID number nobody has: born 1 January 1990, by its number. */
export const idNumberOf = (n: number): string => {
  const digits = `37040219900101${String(n).padStart(3, '0')}`;
  return digits + idNumberCheck(digits);
};

/** A home of the given number, with one person in it. */
export const home = (n: number, change: object = {}) => ({
  kind: 'home',
  address: { text: '幸福小区', building: String(n), unit: '1', room: '101' },
  members: [{ name: `王小${n}`, relation: '户主', phone: `1380000${String(n).padStart(4, '0')}` }],
  ...change,
});

/** The same as it is registered one by one. */
export const registering = (n: number, change: object = {}) => {
  const { members, ...details } = home(n, change);
  return { village: places.village, details, members };
};

export const fileSaid = (rows: number, village: string = places.village) => ({
  village,
  fileName: '户情台账.xlsx',
  fileDigest: 'ab'.repeat(32),
  headers: ['户号', '姓名', '身份证号'],
  mapping: [
    { column: 0, field: 'key' },
    { column: 1, field: 'name' },
    { column: 2, field: 'idNumber' },
  ],
  rows,
});

export interface HouseholdBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly deps: HouseholdDependencies;
  readonly people: Readonly<Record<string, Principal>>;
  readonly apiOn: (core: Core) => ApiFunction;
  /** Calls a route as somebody named by role; `everybody` holds every role in the district, `stranger` another town. */
  readonly call: (route: HouseholdRoute, as: string, call?: Call) => Promise<Answered>;
  /** Registers a household; its id. */
  readonly register: (body?: object) => Promise<string>;
  readonly read: (household: string) => Promise<Stored<Household>>;
  /** Changes a household as it stands now. */
  readonly change: (
    route: 'details' | 'members' | 'departure' | 'return',
    household: string,
    body?: object,
    as?: string,
  ) => Promise<Answered>;
  readonly area: (name: string, village?: string) => Promise<string>;
  readonly startImport: (rows: number, village?: string) => Promise<string>;
  /** What the stream would do for everything in the table. */
  readonly project: () => Promise<void>;
}

const succeeded = (answer: Answered, field: string): string => {
  const id = textIn(answer.body, field);
  if (answer.status >= 300 || id === undefined) throw new Error(JSON.stringify(answer.body));
  return id;
};

const projectAll = async ({ core, everything }: Platform): Promise<void> => {
  for (const image of await everything()) {
    if (image['SK'] !== 'STATE') continue;
    if (image['kind'] === householdType.kind)
      await applyProjection(core.store, householdProjector, image, 'stream');
    if (image['kind'] === areaType.kind) await applyProjection(core.store, areaProjector, image, 'stream');
    if (image['kind'] === importType.kind)
      await applyProjection(core.store, importProjector, image, 'stream');
  }
};

/** A district with its people and an empty register; time stands at a Monday morning. */
export const openHouseholds = async (now?: string): Promise<HouseholdBed> => {
  const platform = await openPlatform(now);
  const { core } = platform;
  const { accounts, staff } = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, accounts[role].principal]),
  );
  const more = async (loginName: string, held: Principal['roles'], scope: string): Promise<void> => {
    const account = await staff({ loginName, name: `${loginName} 二`, roles: [...held], scope });
    people[loginName] = account.principal;
  };
  await more('stranger', ['lead', 'admin'], places.otherTown);
  await more('everybody', roles, places.district);
  await more('villager', ['visitor', 'lead'], places.secondVillage);
  // Sessions end with the day; who calls is named by the cookie itself.
  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const apiOn = (other: Core): ApiFunction =>
    apiFunction(
      householdsContract,
      householdsRoutes({ ...other, nodes: createOrganisationNodes(other) }, createCursors(other.keyring)),
      { ...other, authenticate },
    );
  const api = apiOn(core);
  const call: HouseholdBed['call'] = (route, as, what = {}) =>
    callRow(api, householdsContract.routes[route], { ...what, cookie: as });
  const read = async (household: string): Promise<Stored<Household>> => {
    const stored = await core.ledger.read(householdType, household);
    if (!stored) throw new Error(`there is no household ${household}`);
    return stored;
  };
  let made = 5_000;
  return {
    platform,
    deps: { ...core, nodes: createOrganisationNodes(core) },
    people,
    apiOn,
    call,
    read,
    register: async (body) => {
      made += 1;
      return succeeded(await call('register', 'lead', { body: body ?? registering(made) }), 'household');
    },
    change: async (route, household, body = {}, as = 'lead') =>
      call(route, as, { params: { household }, body, ifMatch: (await read(household)).version }),
    area: async (name, village = places.village) =>
      succeeded(await call('createArea', 'lead', { body: { village, name } }), 'area'),
    startImport: async (rows, village) =>
      succeeded(await call('startImport', 'admin', { body: fileSaid(rows, village) }), 'import'),
    project: () => projectAll(platform),
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
