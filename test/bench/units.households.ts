import * as v from 'valibot';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdProjector } from '../../functions/households/households.projector.ts';
import { householdType } from '../../functions/households/households.store.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, places, projected } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { fileSaid, home, idNumberOf, registering } from '../support/households.ts';
import type { Play, Plays } from './units.plays.ts';

const { routes } = householdsContract;
const madeSchema = v.record(v.string(), v.unknown());

/** What has to be there before each route of the register; doors and persons are new every time. */
export const householdPlays = (
  district: District,
  { households }: Functions,
): Plays<typeof householdsContract> => {
  const { administrator, parts } = district;
  const { cookie } = administrator;
  let made = 0;
  const next = (): number => {
    made += 1;
    return made;
  };
  const done = async (row: RouteRow, call: Call, field: string): Promise<string> => {
    const { body } = await callRow(households, row, { cookie, ...call });
    return String(v.parse(madeSchema, body)[field]);
  };
  /** A home with one person, who has an ID number and a phone. */
  const person = (n: number) => ({
    members: [
      {
        name: '王小明',
        relation: '户主',
        idNumber: idNumberOf(n),
        phone: `1381111${String(n).padStart(4, '0')}`,
      },
    ],
  });
  const household = async (): Promise<string> => {
    const n = next();
    const id = await done(routes.register, { body: registering(n, person(n)) }, 'household');
    await projected(parts, householdProjector, id);
    return id;
  };
  const area = (): Promise<string> =>
    done(routes.createArea, { body: { village: places.village, name: `第${next()}片区` } }, 'area');
  const file = (rows: number): Promise<string> =>
    done(routes.startImport, { body: fileSaid(rows) }, 'import');
  const change = async (body: object): Promise<Call> => {
    const params = { household: await household() };
    const stored = await parts.ledger.read(householdType, params.household);
    return { cookie, params, body, ifMatch: stored?.version ?? 0 };
  };
  const ofHousehold: Play = async () => ({ cookie, params: { household: await household() } });
  const node = places.village;
  return {
    areas: async () => ({ cookie, query: { node } }),
    createArea: async () => ({ cookie, body: { village: node, name: `第${next()}片区` } }),
    areaName: async () => ({
      ...{ cookie, params: { area: await area() }, body: { name: `新${next()}片区` }, ifMatch: 1 },
    }),
    areaClosure: async () => ({ cookie, params: { area: await area() }, body: {}, ifMatch: 1 }),
    list: async () => ({ cookie, query: { node } }),
    figures: async () => ({ cookie, query: { node } }),
    register: async () => {
      const n = next();
      return { cookie, body: registering(n, person(n)) };
    },
    read: ofHousehold,
    details: async () => {
      const { members: _, ...details } = home(next());
      return change({ details });
    },
    members: async () => change({ members: [{ no: 1, relation: '户主', phone: '13900000000' }] }),
    departure: async () => change({ reason: 'moved' }),
    return: async () => {
      const { params, body, ifMatch } = await change({ reason: 'moved' });
      await callRow(households, routes.departure, {
        cookie,
        params: { ...params },
        body,
        ifMatch: ifMatch ?? 0,
      });
      return { cookie, params: { ...params }, body: {}, ifMatch: 2 };
    },
    contact: async () => ({ ...(await ofHousehold()), body: { reason: '预约上门' } }),
    timeline: ofHousehold,
    history: ofHousehold,
    lookUp: async () => {
      await household();
      return { cookie, body: { idNumber: idNumberOf(made) } };
    },
    imports: async () => ({ cookie, query: { node } }),
    startImport: async () => ({ cookie, body: fileSaid(10) }),
    readImport: async () => ({ cookie, params: { import: await file(1) } }),
    checkRows: async () => {
      const n = next();
      return { cookie, params: { import: await file(1) }, body: { from: 1, rows: [home(n, person(n))] } };
    },
    loadRows: async () => {
      const n = next();
      return { cookie, params: { import: await file(1) }, body: { from: 1, rows: [home(n, person(n))] } };
    },
    completeImport: async () => {
      const params = { import: await file(1) };
      await callRow(households, routes.loadRows, {
        ...{ cookie, params, body: { from: 1, rows: [home(next())] } },
      });
      return { cookie, params, body: {} };
    },
    exportPage: async () => {
      await household();
      return { cookie, body: { node, plain: true, reason: '年度核对' } };
    },
  };
};
