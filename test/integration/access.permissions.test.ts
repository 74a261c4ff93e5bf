import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { organisationProjector } from '../../functions/access/access.projector.ts';
import { establishNode } from '../../functions/access/organisations.usecases.ts';
import { openAccount } from '../../functions/access/staff.usecases.ts';
import { type Role, roles } from '../../functions/platform/contract/roles.ts';
import type { Call } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import {
  type Account,
  buildDistrict,
  type District,
  intentOf,
  places,
  projected,
} from '../support/district.ts';
import { type AccessApi, accessApi } from './access.support.ts';

type Route = keyof typeof accessContract.routes;
type Where = 'inside' | 'outside';

/** Who may do what, as the district decided it; whoever is not listed may not. */
const mayCall: Readonly<Record<Route, readonly Role[]>> = {
  whoAmI: roles,
  sessions: roles,
  revokeSession: roles,
  changePassword: roles,
  staff: ['admin', 'auditor'],
  staffMember: ['admin', 'auditor'],
  openAccount: ['admin'],
  assignment: ['admin'],
  suspension: ['admin'],
  reinstatement: ['admin'],
  'password-reset': ['admin'],
  establish: ['admin'],
  name: ['admin'],
  closing: ['admin'],
  reopening: ['admin'],
};

/** What is about the caller alone has no outside. */
const aboutOneself: readonly Route[] = ['whoAmI', 'sessions', 'revokeSession', 'changePassword'];
/** What somebody who has to choose a password first can reach. */
const beforePassword: readonly Route[] = ['whoAmI', 'changePassword'];

const routes = Object.keys(mayCall).filter((name): name is Route => name in accessContract.routes);

let testCore: Platform;
let district: District;
let api: AccessApi;
let numbers = 0;

beforeAll(async () => {
  testCore = await openPlatform();
  district = await buildDistrict(testCore.core);
  api = accessApi(district.parts);
});
afterAll(() => testCore[Symbol.asyncDispose]());

const next = (): number => {
  numbers += 1;
  return numbers;
};

const villageOf: Readonly<Record<Where, string>> = { inside: places.village, outside: places.otherVillage };
const townOf: Readonly<Record<Where, string>> = { inside: places.town, outside: places.otherTown };

const anAccount = async (where: Where): Promise<{ staffId: string; version: number }> => {
  const { staff } = await openAccount(
    district.parts,
    intentOf(district.administrator.principal, testCore.core),
    {
      loginName: `subject.${next()}`,
      name: '李明',
      roles: ['visitor'],
      scope: villageOf[where],
    },
  );
  return { staffId: staff.id, version: staff.version };
};

const newVillage = (where: Where) => {
  const parent = townOf[where];
  const id = `${parent.slice(-9)}${300 + next()}`;
  return { parent, id, name: { zh: '新村', en: 'New Village' } };
};

const aNode = async (where: Where): Promise<string> => {
  const village = newVillage(where);
  await establishNode(testCore.core, intentOf(district.administrator.principal, testCore.core), village);
  await projected(testCore.core, organisationProjector, village.id);
  return village.id;
};

const onStaff = async (where: Where, body: unknown = {}): Promise<Call> => {
  const { staffId, version } = await anAccount(where);
  return { params: { staffId }, ifMatch: version, body };
};

const onNode = async (where: Where, body: unknown = {}): Promise<Call> => ({
  params: { nodeId: await aNode(where) },
  ifMatch: 1,
  body,
});

/** A request of each route that nothing but the caller's role or area can stand in the way of. */
const requests: Readonly<Record<Route, (where: Where, caller: Account) => Promise<Call>>> = {
  whoAmI: async () => ({}),
  sessions: async () => ({}),
  revokeSession: async () => ({ params: { sessionId: 'A'.repeat(43) } }),
  changePassword: async (_, { password }) => ({
    body: { oldPassword: password, newPassword: `a new secret of number ${next()}` },
  }),
  staff: async (where) => ({ query: { node: villageOf[where] } }),
  staffMember: async (where) => ({ params: { staffId: (await anAccount(where)).staffId } }),
  openAccount: async (where) => ({
    body: { loginName: `opened.${next()}`, name: '李明', roles: ['lead'], scope: villageOf[where] },
  }),
  assignment: (where) => onStaff(where, { roles: ['lead'], scope: places.secondVillage }),
  suspension: (where) => onStaff(where),
  reinstatement: async (where) => {
    const { staffId } = await anAccount(where);
    const suspended = await api.staff('suspension', {
      cookie: district.administrator.cookie,
      params: { staffId },
      ifMatch: 1,
      body: {},
    });
    expect(suspended.status).toBe(200);
    return { params: { staffId }, ifMatch: 2, body: {} };
  },
  'password-reset': (where) => onStaff(where),
  establish: async (where) => ({ body: newVillage(where) }),
  name: (where) => onNode(where, { name: { zh: '改名村', en: 'Renamed Village' } }),
  closing: (where) => onNode(where),
  reopening: async (where) => {
    const nodeId = await aNode(where);
    const { cookie } = district.administrator;
    await api.staff('closing', { cookie, params: { nodeId }, ifMatch: 1, body: {} });
    return { params: { nodeId }, ifMatch: 2, body: {} };
  },
};

/** An account of the town with that role alone. */
const inTown = (role: Role): Promise<Account> =>
  district.staff({ loginName: `town.${role}.${next()}`, name: role, roles: [role], scope: places.town });

test('the table of this test has every route there is', () => {
  expect(routes.toSorted()).toEqual(Object.keys(accessContract.routes).toSorted());
});

describe.each(roles)('somebody whose only role is %s', (role) => {
  let caller: Account;
  beforeAll(async () => {
    caller = await inTown(role);
  });

  const call = async (route: Route, where: Where) =>
    api.staff(route, { ...(await requests[route](where, caller)), cookie: caller.cookie });

  const allowed = routes.filter((route) => mayCall[route].includes(role));
  const denied = routes.filter((route) => !mayCall[route].includes(role));

  test.each(allowed)('may call %s inside their area', async (route) => {
    const { status } = await call(route, 'inside');
    expect(status).toBe(accessContract.routes[route].status);
  });

  const scoped = allowed.filter((route) => !aboutOneself.includes(route));
  if (scoped.length > 0) {
    test.each(scoped)('may not call %s outside of it', async (route) => {
      expect(await call(route, 'outside')).toMatchObject({ status: 403, body: { code: 'access.scope' } });
    });
  }

  if (denied.length > 0) {
    test.each(denied)('may not call %s, inside or outside', async (route) => {
      const refusal = { status: 403, body: { code: 'access.role' } };
      expect(await call(route, 'inside')).toMatchObject(refusal);
      expect(await call(route, 'outside')).toMatchObject(refusal);
    });
  }
});

describe('who is not ready to act', () => {
  test.each(routes)('nobody signed in: %s asks to sign in first', async (route) => {
    const call = await requests[route]('inside', district.administrator);
    expect(await api.staff(route, call)).toMatchObject({ status: 401, body: { code: 'session.required' } });
  });

  test.each(routes)('a password still to be chosen: %s', async (route) => {
    const loginName = `fresh.${next()}`;
    const opened = await openAccount(
      district.parts,
      intentOf(district.administrator.principal, testCore.core),
      { loginName, name: '李明', roles: ['admin'], scope: places.town },
    );
    const signedIn = await api.open('signIn', {
      body: { loginName, password: opened.initialPassword },
      sourceIp: loginName,
    });
    const cookie = signedIn.cookies[0]?.split(';')[0] ?? '';
    const fresh = { ...district.administrator, password: opened.initialPassword };
    const answer = await api.staff(route, { ...(await requests[route]('inside', fresh)), cookie });
    if (beforePassword.includes(route)) {
      expect(answer.status).toBe(accessContract.routes[route].status);
    } else {
      expect(answer).toMatchObject({ status: 403, body: { code: 'access.password_change_required' } });
    }
  });
});

describe('an administrator of a town', () => {
  test('hands on no area beyond their own, to a new account or one they have', async () => {
    const { cookie } = district.accounts.admin;
    for (const scope of [places.district, places.otherTown, places.bureau]) {
      const body = { loginName: `beyond.${next()}`, name: '李明', roles: ['lead'], scope };
      expect(await api.staff('openAccount', { cookie, body })).toMatchObject({
        status: 403,
        body: { code: 'access.scope' },
      });
      const assignment = await onStaff('inside', { roles: ['lead'], scope });
      expect(await api.staff('assignment', { cookie, ...assignment })).toMatchObject({
        status: 403,
        body: { code: 'access.scope' },
      });
    }
  });

  test('does not reach a neighbour whose code begins like their own', async () => {
    const { cookie } = district.accounts.admin;
    for (const node of [`${places.town}-cgb`, places.otherTown, places.district]) {
      expect(await api.staff('staff', { cookie, query: { node } })).toMatchObject({
        status: 403,
        body: { code: 'access.scope' },
      });
    }
  });
});
