import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { idNumberCheck } from '../../functions/platform/contract/id-number.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { servicesRoutes } from '../../functions/services/services.routes.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, type District, places } from './district.ts';
import { fieldIn, textIn } from './issues.ts';

export { fieldIn, outcome, textIn } from './issues.ts';
export { places };

export type ServicesRoute = keyof typeof servicesContract.routes;

/** An ID number nobody has, of somebody born that day, by its number. */
export const idNumberOf = (n: number, born = '19700101'): string => {
  const digits = `370402${born}${String(n).padStart(3, '0')}`;
  return digits + idNumberCheck(digits);
};

/** A certificate of limbs (4), the second grade, of the same people. */
export const certificateOf = (n: number, born?: string): string => `${idNumberOf(n, born)}42`;

export const consent = (change: object = {}) => ({
  ...{ personal: true, sensitive: true, version: '2026-11', how: 'paper', by: 'self' },
  ...change,
});

/** A grown person, and that they agree. */
export const personOf = (n: number, change: object = {}) => ({
  person: { name: '王小明', certificate: certificateOf(n), phone: '13800001234', ...change },
  consent: consent(),
});

export const guardian = { name: '李大山', relation: '父亲', phone: '13900005678' };

/** A child of eight with their guardian. */
export const childOf = (n: number, change: object = {}, born = '20180305') => ({
  person: { name: '李小童', idNumber: idNumberOf(n, born), guardian, ...change },
  consent: consent({ by: 'guardian' }),
});

export const newStock = (change: object = {}) => ({
  ...{ node: places.town, kind: 'wheelchair', quantity: 50, note: '省残联配发' },
  ...change,
});
export const newCentre = (change: object = {}) => ({
  ...{ node: places.village, name: '东村如康家园', address: '东村文化路 1 号', capacity: 15 },
  ...change,
});
export const newBatch = (change: object = {}) => ({
  ...{ node: places.town, donor: '爱心企业', goods: '空调扇', unit: 'piece', quantity: 370 },
  ...{ value: 11_100_000, day: '2026-07-01' },
  ...change,
});
export const newHelp = (n: number, change: object = {}) => ({
  ...{ node: places.village, ...childOf(n), kind: 'hearing', institution: '市康复中心' },
  ...{ from: '2026-09-01', until: '2027-01-31', amount: 1_200_000 },
  ...change,
});
export const newEvent = (change: object = {}) => ({
  ...{ kind: 'volunteer-day', node: places.town, day: '2026-05-17', title: '助残日', place: '人民广场' },
  ...{ served: 200, volunteers: 30, leaflets: 300 },
  ...change,
});

export interface ServicesBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly core: Core;
  readonly district: District;
  readonly people: Readonly<Record<string, Principal>>;
  /** Calls as one of the town's roles; `stranger` is of the federation of another town, `above` of the district's. */
  readonly call: (route: ServicesRoute, as: string, call?: Call, core?: Core) => Promise<Answered>;
  /** As the federation of the town. @throws when it is refused. */
  readonly done: (route: ServicesRoute, call?: Call) => Promise<unknown>;
  /** Its number. */
  readonly made: (route: ServicesRoute, field: string, call: Call) => Promise<string>;
  readonly stock: (change?: object) => Promise<string>;
  readonly centre: (change?: object) => Promise<string>;
  readonly batch: (change?: object) => Promise<string>;
  /** What the stream would do for everything in the table. */
  readonly project: () => Promise<void>;
}

/** A district with its federation; it is a Monday morning in November. */
export const openServices = async (): Promise<ServicesBed> => {
  const platform = await openPlatform();
  const { core } = platform;
  const district = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, district.accounts[role].principal]),
  );
  const more = async (loginName: string, scope: string): Promise<void> => {
    const account = await district.staff({
      loginName,
      name: `${loginName} 残联`,
      roles: ['disability'],
      scope,
    });
    people[loginName] = account.principal;
  };
  await more('stranger', places.otherTown);
  await more('above', places.district);
  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const apiOn = (other: Core) =>
    apiFunction(servicesContract, servicesRoutes(other, createCursors(other.keyring)), {
      ...other,
      authenticate,
    });
  const api = apiOn(core);
  const call: ServicesBed['call'] = (route, as, what = {}, other = core) =>
    callRow(other === core ? api : apiOn(other), servicesContract.routes[route], { ...what, cookie: as });
  const done: ServicesBed['done'] = async (route, what) => {
    const { status, body } = await call(route, 'disability', what);
    if (status >= 300) throw new Error(`${route} was refused: ${JSON.stringify(body)}`);
    return body;
  };
  const made: ServicesBed['made'] = async (route, field, what) =>
    textIn(await done(route, what), field) ?? '';
  return {
    ...{ platform, core, district, people, call, done, made },
    stock: (change) => made('createStock', 'stock', { body: newStock(change) }),
    centre: (change) => made('createCentre', 'centre', { body: newCentre(change) }),
    batch: (change) => made('createBatch', 'batch', { body: newBatch(change) }),
    project: async () => {
      const images = (await platform.everything()).filter(({ SK }) => SK === 'STATE');
      const failed = await projectImages(core.store, projectors, images);
      if (failed[0]) throw failed[0].error;
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};

/** Names of the persons in a list. */
export const rowsIn = ({ body }: Pick<Answered, 'body'>): readonly unknown[] => {
  const rows = fieldIn(body, 'rows');
  return Array.isArray(rows) ? rows : [];
};
