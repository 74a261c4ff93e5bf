import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { staffProjector } from '../../functions/access/access.projector.ts';
import { handedOutSchema } from '../../functions/access/access.views.ts';
import { staffType } from '../../functions/access/staff.store.ts';
import { suspendStaff } from '../../functions/access/staff.usecases.ts';
import type { Role } from '../../functions/platform/contract/roles.ts';
import { digestOf, verifyChain } from '../../functions/platform/ledger/chain.ts';
import { type Answered, newKey } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { type Account, buildDistrict, type District, places, projected } from '../support/district.ts';
import { type AccessApi, accessApi, cookieOf } from './access.support.ts';

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

const aName = (): string => {
  numbers += 1;
  return `member.${numbers}`;
};

const somebody = (roles: readonly Role[] = ['visitor'], scope: string = places.village): Promise<Account> =>
  district.staff({ loginName: aName(), name: '李明', roles, scope });

const whoAmI = (cookie: string) => api.staff('whoAmI', { cookie });

const versionOf = async (account: Account): Promise<number> =>
  (await testCore.core.ledger.read(staffType, account.principal.staffId))?.version ?? 0;

type Command = 'assignment' | 'suspension' | 'reinstatement' | 'password-reset';

const command = async (by: Account, name: Command, on: Account, body: unknown = {}): Promise<Answered> =>
  api.staff(name, {
    cookie: by.cookie,
    params: { staffId: on.principal.staffId },
    ifMatch: await versionOf(on),
    body,
  });

const signIn = (loginName: string, password: string) => {
  numbers += 1;
  return api.open('signIn', { body: { loginName, password }, sourceIp: `198.51.100.${numbers}` });
};

const codeOf = ({ body }: Answered): unknown =>
  typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;

const handedOut = ({ body }: Answered) => v.parse(handedOutSchema, body);
const initialPasswordOf = (answer: Answered): string => handedOut(answer).initialPassword;

const account = (loginName: string, scope: string = places.village) => ({
  loginName,
  name: '李明',
  roles: ['visitor'],
  scope,
});

describe('opening an account', () => {
  test('of two who want one login name at the same moment one gets it', async () => {
    const loginName = aName();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api.staff('openAccount', { cookie: district.administrator.cookie, body: account(loginName) }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'access.login_name_taken')).toHaveLength(7);
  });

  test('sent twice it is one account and the same answer, password and all', async () => {
    const call = { cookie: district.accounts.admin.cookie, key: newKey(), body: account(aName()) };
    const [first, second] = await Promise.all([
      api.staff('openAccount', call),
      api.staff('openAccount', call),
    ]);
    const third = await api.staff('openAccount', call);
    expect(first.status).toBe(201);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect((await signIn(call.body.loginName, initialPasswordOf(third))).status).toBe(200);
  });

  test('the same key for another account is refused', async () => {
    const call = { cookie: district.accounts.admin.cookie, key: newKey() };
    await api.staff('openAccount', { ...call, body: account(aName()) });
    const again = await api.staff('openAccount', { ...call, body: account(aName()) });
    expect(codeOf(again)).toBe('request.key_reused');
  });

  test('the first password is kept nowhere, and another key or caller makes another', async () => {
    const key = newKey();
    const one = await api.staff('openAccount', {
      cookie: district.accounts.admin.cookie,
      key,
      body: account(aName()),
    });
    const other = await api.staff('openAccount', {
      cookie: district.administrator.cookie,
      key,
      body: account(aName()),
    });
    const password = initialPasswordOf(one);
    expect(password).toMatch(/^[2-9A-Z]{8}-[2-9A-Z]{8}$/);
    expect(initialPasswordOf(other)).not.toBe(password);
    const { items } = await testCore.core.store.query({
      KeyConditionExpression: 'PK = :account',
      ExpressionAttributeValues: { ':account': `STAFF#${handedOut(one).staff.staffId}` },
    });
    expect(items.length).toBeGreaterThan(2);
    expect(JSON.stringify(items)).not.toContain(password);
  });

  test('with it nothing is open but choosing a password of one’s own', async () => {
    const loginName = aName();
    const opened = await api.staff('openAccount', {
      cookie: district.administrator.cookie,
      body: { ...account(loginName), roles: ['admin'] },
    });
    const oldPassword = initialPasswordOf(opened);
    const session = await signIn(loginName, oldPassword);
    const cookie = cookieOf(session);
    expect(session.body).toMatchObject({ mustChangePassword: true });
    expect((await whoAmI(cookie)).body).toMatchObject({ mustChangePassword: true });
    const tried = await api.staff('staff', { cookie, query: { node: places.village } });
    expect(tried).toMatchObject({ status: 403, body: { code: 'access.password_change_required' } });
    const newPassword = 'three villages by bus';
    expect((await api.staff('changePassword', { cookie, body: { oldPassword, newPassword } })).status).toBe(
      204,
    );
    expect((await api.staff('staff', { cookie, query: { node: places.village } })).status).toBe(200);
  });

  test.each([
    ['a scope that does not exist', { scope: '370402/370402109' }, 'access.node_unknown'],
    ['no role', { roles: [] }, 'request.invalid'],
    ['a role nobody has heard of', { roles: ['root'] }, 'request.invalid'],
    ['a field that is not known', { status: 'active' }, 'request.invalid'],
    ['a login name that turns text around', { loginName: 'abc\u202Edef' }, 'request.invalid'],
  ])('%s is refused', async (_, wrong, code) => {
    const body = { ...account(aName()), ...wrong };
    const answer = await api.staff('openAccount', { cookie: district.administrator.cookie, body });
    expect(codeOf(answer)).toBe(code);
  });

  test('the list of an organisation has everybody under it, page by page', async () => {
    const opened = await Promise.all(
      Array.from({ length: 55 }, () => somebody(['visitor'], places.otherVillage)),
    );
    await Promise.all(
      opened.map(({ principal }) => projected(testCore.core, staffProjector, principal.staffId)),
    );
    const { cookie } = district.administrator;
    const page = async (query: Readonly<Record<string, string>>) =>
      v.parse(accessContract.routes.staff.response, (await api.staff('staff', { cookie, query })).body);
    const first = await page({ node: places.otherTown });
    const cursor = first.next ?? '';
    const second = await page({ node: places.otherTown, cursor });
    expect(first.rows).toHaveLength(50);
    expect(second.next).toBeUndefined();
    expect([...first.rows, ...second.rows].map(({ loginName }) => loginName)).toEqual(
      opened.map(({ loginName }) => loginName).sort(),
    );
    const elsewhere = await api.staff('staff', { cookie, query: { node: places.district, cursor } });
    expect(codeOf(elsewhere)).toBe('request.cursor_invalid');
  });
});

describe('what ends sessions ends them with the same write', () => {
  test('suspended, an account is out with its next request and cannot sign in until reinstated', async () => {
    const person = await somebody();
    expect((await command(district.administrator, 'suspension', person)).status).toBe(200);
    expect((await whoAmI(person.cookie)).status).toBe(401);
    expect((await signIn(person.loginName, person.password)).status).toBe(401);
    expect((await command(district.administrator, 'reinstatement', person)).status).toBe(200);
    expect((await signIn(person.loginName, person.password)).status).toBe(200);
  });

  test('with other roles and another area it has to sign in again, and then has those', async () => {
    const person = await somebody();
    const to = { roles: ['lead'], scope: places.secondVillage };
    expect((await command(district.administrator, 'assignment', person, to)).status).toBe(200);
    expect((await whoAmI(person.cookie)).status).toBe(401);
    const again = await signIn(person.loginName, person.password);
    expect((await whoAmI(cookieOf(again))).body).toMatchObject(to);
  });

  test('a password reset ends them, voids the old password and lifts a lock', async () => {
    const person = await somebody();
    for (let i = 0; i < 5; i++) await signIn(person.loginName, 'wrong');
    expect((await signIn(person.loginName, person.password)).status).toBe(429);
    const reset = await command(district.administrator, 'password-reset', person);
    expect((await whoAmI(person.cookie)).status).toBe(401);
    expect((await signIn(person.loginName, person.password)).status).toBe(401);
    const session = await signIn(person.loginName, initialPasswordOf(reset));
    expect(session).toMatchObject({ status: 200, body: { mustChangePassword: true } });
  });

  test('whichever of a sign-in and a suspension comes first, no session is open afterwards', async () => {
    for (let round = 0; round < 12; round++) {
      const person = await somebody();
      const [suspended, session] = await Promise.all([
        command(district.administrator, 'suspension', person),
        signIn(person.loginName, person.password),
      ]);
      expect(suspended.status).toBe(200);
      expect([200, 401]).toContain(session.status);
      expect((await whoAmI(cookieOf(session))).status).toBe(401);
    }
  });

  test('whichever of a password change and a sign-in with the old one comes first, only the changer stays in', async () => {
    for (let round = 0; round < 12; round++) {
      const person = await somebody();
      const newPassword = `another secret of round ${round}`;
      const [changed, session] = await Promise.all([
        api.staff('changePassword', {
          cookie: person.cookie,
          body: { oldPassword: person.password, newPassword },
        }),
        signIn(person.loginName, person.password),
      ]);
      expect(changed.status).toBe(204);
      expect((await whoAmI(cookieOf(session))).status).toBe(401);
      expect((await whoAmI(person.cookie)).status).toBe(200);
      expect((await signIn(person.loginName, newPassword)).status).toBe(200);
    }
  });
});

describe('changing one’s own password', () => {
  test('sent twice it is changed once, and both are told so', async () => {
    const person = await somebody();
    const call = {
      cookie: person.cookie,
      key: newKey(),
      body: { oldPassword: person.password, newPassword: 'the second time around' },
    };
    expect((await api.staff('changePassword', call)).status).toBe(204);
    const version = await versionOf(person);
    expect((await api.staff('changePassword', call)).status).toBe(204);
    expect(await versionOf(person)).toBe(version);
  });

  test('a stolen session cannot guess at the password for long', async () => {
    const person = await somebody();
    const codes: unknown[] = [];
    for (let i = 0; i < 6; i++) {
      const body = { oldPassword: `guess ${i}`, newPassword: 'the second time around' };
      codes.push(codeOf(await api.staff('changePassword', { cookie: person.cookie, body })));
    }
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'access.password_wrong'));
    expect(codes[5]).toBe('access.locked');
  });

  test('the history has that it was changed, and nothing the passwords could be guessed from', async () => {
    const person = await somebody();
    const key = newKey();
    const body = { oldPassword: person.password, newPassword: 'the second time around' };
    await api.staff('changePassword', { cookie: person.cookie, key, body });
    const links = await testCore.core.ledger.history('STAFF', person.principal.staffId);
    expect(links.at(-1)).toMatchObject({ type: 'password-changed', key, data: {} });
    const digest = digestOf({ route: 'access.changePassword', params: undefined, body });
    expect(links.at(-1)?.request).toBe(await testCore.core.keyring.mac('request', digest));
    expect(verifyChain('STAFF', person.principal.staffId, links)).toMatchObject({ whole: true });
  });

  test('a weak one is refused by its rule, and nothing changes', async () => {
    const person = await somebody();
    const answer = await api.staff('changePassword', {
      cookie: person.cookie,
      body: { oldPassword: person.password, newPassword: 'password2026' },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'access.password_common' } });
    expect((await signIn(person.loginName, person.password)).status).toBe(200);
  });
});

describe('administrators among themselves', () => {
  test('two who suspend each other at once do not leave the district without one', async () => {
    for (let round = 0; round < 8; round++) {
      const one = await somebody(['admin'], places.district);
      const other = await somebody(['admin'], places.district);
      const answers = await Promise.all([
        command(one, 'suspension', other),
        command(other, 'suspension', one),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const still = await Promise.all([whoAmI(one.cookie), whoAmI(other.cookie)]);
      expect(still.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });

  test('one who was suspended a moment ago does not get a last command through', async () => {
    const admin = await somebody(['admin'], places.district);
    const person = await somebody();
    await command(district.administrator, 'suspension', admin);
    // What the session said when the request came in; the account has changed since.
    const late = suspendStaff(
      district.parts,
      {
        caller: admin.principal,
        key: newKey(),
        digest: 'late',
        ifMatch: await versionOf(person),
        now: testCore.clock.now(),
      },
      person.principal.staffId,
    );
    await expect(late).rejects.toMatchObject({ code: 'access.authority_lost', status: 401 });
    expect((await whoAmI(person.cookie)).status).toBe(200);
  });

  test('what somebody else changed first is shown, and not overwritten', async () => {
    const person = await somebody();
    const version = await versionOf(person);
    await command(district.administrator, 'suspension', person);
    const stale = await api.staff('assignment', {
      cookie: district.administrator.cookie,
      params: { staffId: person.principal.staffId },
      ifMatch: version,
      body: { roles: ['lead'], scope: places.village },
    });
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'request.stale', current: { status: 'suspended', version: version + 1 } },
    });
  });

  test('sent twice, a suspension is one event and one answer', async () => {
    const person = await somebody();
    const call = {
      cookie: district.administrator.cookie,
      params: { staffId: person.principal.staffId },
      ifMatch: await versionOf(person),
      key: newKey(),
      body: {},
    };
    const first = await api.staff('suspension', call);
    expect(first.status).toBe(200);
    expect(await api.staff('suspension', call)).toEqual(first);
  });
});
