import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPasswords, hashCost } from '../../functions/access/password-hash.ts';
import { authenticate } from '../../functions/access/sessions.usecases.ts';
import { suspendStaff } from '../../functions/access/staff.usecases.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Store } from '../../functions/platform/runtime/store.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { type Account, buildDistrict, type District, intentOf, places } from '../support/district.ts';
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

const somebody = (): Promise<Account> => {
  numbers += 1;
  return district.staff({
    loginName: `person.${numbers}`,
    name: '李明',
    roles: ['visitor'],
    scope: places.village,
  });
};

/** Each test from an address of its own, as limits are counted by it. */
const anAddress = (): string => {
  numbers += 1;
  return `192.0.2.${numbers}`;
};

const attempt = (loginName: string, password: string, sourceIp = anAddress()) =>
  api.open('signIn', { body: { loginName, password }, sourceIp });

const whoAmI = (cookie: string) => api.staff('whoAmI', { cookie });

/** The store, and every operation on it by name, without keys and values. */
const watched = (store: Store, seen: string[]): Store => ({
  ...store,
  get: async (key, consistency) => {
    seen.push(`get ${key.PK.split('#')[0]} ${key.SK}`);
    return store.get(key, consistency);
  },
  getMany: async (keys) => {
    seen.push(...keys.map(({ PK, SK }) => `get together ${PK.split('#')[0]} ${SK}`));
    return store.getMany(keys);
  },
  update: async (input) => {
    seen.push(`update ${String(input.Key?.['PK']).split('#')[0]}`);
    return store.update(input);
  },
  query: async (input) => {
    seen.push('query');
    return store.query(input);
  },
  transact: async (items, token) => {
    seen.push(`transact ${items.length}`);
    return store.transact(items, token);
  },
});

/** How often Node.js itself was asked to derive a slow hash while the task ran. */
const slowHashes = async (task: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const hook = createHook({
    init: (_, type) => {
      if (type === 'SCRYPTREQUEST') count += 1;
    },
  }).enable();
  await task();
  hook.disable();
  return count;
};

describe('signing in', () => {
  test('the right password opens a session that says who is there, and what for', async () => {
    const account = await somebody();
    const answer = await attempt(account.loginName.toUpperCase(), account.password);
    expect(answer).toMatchObject({ status: 200, body: { name: '李明', mustChangePassword: false } });
    const me = await whoAmI(cookieOf(answer));
    expect(me).toMatchObject({
      status: 200,
      body: {
        staffId: account.principal.staffId,
        roles: ['visitor'],
        scope: places.village,
        trail: [{ name: { zh: '市中区' } }, { name: { zh: '永安镇' } }, { name: { zh: '东村' } }],
      },
    });
  });

  test('neither the answer, the log nor the table has the password or the token', async () => {
    const account = await somebody();
    const answer = await attempt(account.loginName, account.password);
    const token = cookieOf(answer).split('.')[1] ?? '';
    const { items } = await testCore.core.store.query({
      KeyConditionExpression: 'PK = :account',
      ExpressionAttributeValues: { ':account': `STAFF#${account.principal.staffId}` },
    });
    const kept = JSON.stringify([items, testCore.logged, answer.body]);
    expect(token).toHaveLength(43);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(account.password);
  });

  test('an unknown name, a wrong password and a suspended account get the same answer', async () => {
    const account = await somebody();
    const suspended = await somebody();
    const stored = await testCore.core.ledger.history('STAFF', suspended.principal.staffId);
    await suspendStaff(
      district.parts,
      { ...intentOf(district.administrator.principal, testCore.core), ifMatch: stored.length },
      suspended.principal.staffId,
    );
    const answers = [
      await attempt('nobody.of.that.name', 'whatever it may be'),
      await attempt(account.loginName, 'not the password'),
      await attempt(suspended.loginName, suspended.password),
    ];
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'access.credentials_wrong' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('an unknown name takes the same reads, writes and one slow hash as a wrong password', async () => {
    const account = await somebody();
    const steps = async (loginName: string): Promise<{ seen: string[]; hashes: number }> => {
      const seen: string[] = [];
      const core = testCore.on((store) => watched(store, seen));
      // The data key is read once per process; that is not part of any sign-in.
      await core.keyring.mac('warm', 'up');
      seen.length = 0;
      const watching = accessApi({ ...core, passwords: district.parts.passwords });
      const body = { loginName, password: 'wrong' };
      const hashes = await slowHashes(() => watching.open('signIn', { body, sourceIp: anAddress() }));
      return { seen, hashes };
    };
    const unknown = await steps('nobody.at.all');
    expect(unknown).toEqual(await steps(account.loginName));
    expect(unknown.hashes).toBe(1);
    expect(unknown.seen).toContain('get together STAFF CREDENTIAL');
  });

  test('the hash costs what it should, and every one has a salt of its own', async () => {
    const passwords = createPasswords();
    const [one, another] = await Promise.all([passwords.hash('the same'), passwords.hash('the same')]);
    expect(hashCost).toEqual({ N: 32_768, r: 8, p: 3 });
    expect(one).toMatchObject(hashCost);
    expect(Buffer.from(one.salt, 'base64url')).toHaveLength(32);
    expect(one.key).not.toBe(another.key);
    expect(await passwords.verify('the same', one)).toBe(true);
    expect(await passwords.verify('the Same', one)).toBe(false);
    expect(await passwords.verify('', undefined)).toBe(false);
  });
});

describe('after failures', () => {
  test('of fifty wrong passwords at once five are looked at, and then the name is locked', async () => {
    const account = await somebody();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => attempt(account.loginName, 'not the password')),
    );
    const codes = answers.map(({ body }) => JSON.stringify(body));
    expect(codes.filter((code) => code.includes('access.credentials_wrong'))).toHaveLength(5);
    expect(codes.filter((code) => code.includes('access.locked'))).toHaveLength(45);
    expect(await attempt(account.loginName, account.password)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '900' },
    });
  });

  test('a name nobody has locks like any other', async () => {
    const tries = Array.from({ length: 6 }, () => 'nobody.there');
    const statuses: number[] = [];
    for (const name of tries) statuses.push((await attempt(name, 'guess')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('the lock ends by itself after fifteen minutes', async () => {
    const account = await somebody();
    for (let i = 0; i < 5; i++) await attempt(account.loginName, 'wrong');
    testCore.clock.advance(14);
    expect((await attempt(account.loginName, account.password)).status).toBe(429);
    testCore.clock.advance(1);
    expect((await attempt(account.loginName, account.password)).status).toBe(200);
  });

  test('the right password gives the tries back', async () => {
    const account = await somebody();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await attempt(account.loginName, 'wrong');
      expect((await attempt(account.loginName, account.password)).status).toBe(200);
    }
  });

  test('an address that guesses at many names is stopped at twenty', async () => {
    const sourceIp = anAddress();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push((await attempt(`guess.${i}`, 'guess', sourceIp)).status);
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses[20]).toBe(429);
  });

  test('an office of thirty signs in from one address in the morning', async () => {
    const account = await somebody();
    const sourceIp = anAddress();
    for (let i = 0; i < 30; i++) {
      expect((await attempt(account.loginName, account.password, sourceIp)).status).toBe(200);
    }
  });
});

describe('a session', () => {
  test('is over after twelve hours, whether or not the table has removed it', async () => {
    const account = await somebody();
    testCore.clock.advance(12 * 60 - 1);
    expect((await whoAmI(account.cookie)).status).toBe(200);
    testCore.clock.advance(1);
    expect((await whoAmI(account.cookie)).status).toBe(401);
  });

  test('signing out ends it with the next request and clears the cookie, and works without one', async () => {
    const account = await somebody();
    const answer = await api.open('signOut', { cookie: account.cookie });
    expect(answer).toMatchObject({ status: 204, body: undefined });
    expect(answer.cookies[0]).toContain('huimin-session=; Max-Age=0;');
    expect((await whoAmI(account.cookie)).status).toBe(401);
    expect((await api.open('signOut', { cookie: account.cookie })).status).toBe(204);
    expect((await api.open('signOut')).status).toBe(204);
  });

  test('forged and garbled cookies open nothing, and the garbled ones are not even looked up', async () => {
    const account = await somebody();
    const [ticket = '', token = ''] = account.cookie.split('.');
    const forged = [
      `${ticket}.${'A'.repeat(43)}`,
      `huimin-session=${referenceFrom('somebody else')}.${token}`,
      `${ticket}.${token.slice(0, 42)}${token.endsWith('A') ? 'B' : 'A'}`,
    ];
    const garbled = ['huimin-session', `${ticket}.${token}x`, `${ticket}.${token}.${token}`, 'a=b', ''];
    for (const cookie of [...forged, ...garbled]) {
      expect(await whoAmI(cookie)).toMatchObject({ status: 401, body: { code: 'session.required' } });
    }
    const seen: string[] = [];
    const find = authenticate(testCore.on((store) => watched(store, seen)));
    for (const cookie of garbled) expect(await find([cookie], testCore.clock.now())).toBeUndefined();
    expect(seen).toEqual([]);
    await find([account.cookie], testCore.clock.now());
    expect(seen).toEqual([expect.stringMatching(/^get STAFF SESSION#/)]);
  });

  test('the caller sees where they are signed in and ends any of it', async () => {
    const account = await somebody();
    const phone = await api.open('signIn', {
      body: { loginName: account.loginName, password: account.password },
      userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0',
      sourceIp: anAddress(),
    });
    const listed = await api.staff('sessions', { cookie: account.cookie });
    expect(listed.body).toMatchObject({
      sessions: expect.arrayContaining([
        expect.objectContaining({ sessionId: account.principal.sessionId, current: true }),
        expect.objectContaining({ browser: 'wechat', device: 'phone', current: false }),
      ]),
    });
    const other = await authenticate(district.parts)([cookieOf(phone)], testCore.clock.now());
    const params = { sessionId: other?.sessionId ?? '' };
    expect((await api.staff('revokeSession', { cookie: account.cookie, params })).status).toBe(204);
    expect((await api.staff('revokeSession', { cookie: account.cookie, params })).status).toBe(204);
    expect((await whoAmI(cookieOf(phone))).status).toBe(401);
    expect((await whoAmI(account.cookie)).status).toBe(200);
  });

  test("nobody ends somebody else's session", async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const params = { sessionId: theirs.principal.sessionId };
    await api.staff('revokeSession', { cookie: mine.cookie, params });
    expect((await whoAmI(theirs.cookie)).status).toBe(200);
  });

  test('the eleventh sign-in ends the oldest session, also when several come at once', async () => {
    const account = await somebody();
    const oldest = account.cookie;
    for (let i = 0; i < 8; i++) {
      testCore.clock.advance(1);
      await attempt(account.loginName, account.password);
    }
    expect((await whoAmI(oldest)).status).toBe(200);
    testCore.clock.advance(1);
    const [one, ...others] = await Promise.all([
      attempt(account.loginName, account.password),
      attempt(account.loginName, account.password),
      attempt(account.loginName, account.password),
    ]);
    expect([one, ...others].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await whoAmI(oldest)).status).toBe(401);
    const listed = await api.staff('sessions', { cookie: cookieOf(one) });
    expect(listed.body).toMatchObject({ sessions: { length: 10 } });
  });
});
