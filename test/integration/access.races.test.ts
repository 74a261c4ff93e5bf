import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffType } from '../../functions/access/staff.store.ts';
import type { ItemKey, Store } from '../../functions/platform/runtime/store.ts';
import type { Answered } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { type Account, buildDistrict, type District, places } from '../support/district.ts';
import { type AccessApi, accessApi, cookieOf } from './access.support.ts';

let bed: Platform;
let district: District;
let api: AccessApi;
let numbers = 0;

beforeAll(async () => {
  bed = await openPlatform();
  district = await buildDistrict(bed.core);
  api = accessApi(district.parts);
});
afterAll(() => bed[Symbol.asyncDispose]());

const somebody = (): Promise<Account> => {
  numbers += 1;
  const loginName = `racer.${numbers}`;
  return district.staff({ loginName, name: '李明', roles: ['supervisor'], scope: places.town });
};

const signIn = (through: AccessApi, { loginName, password }: Account): Promise<Answered> => {
  numbers += 1;
  return through.open('signIn', { body: { loginName, password }, sourceIp: `203.0.113.${numbers}` });
};

const whoAmI = (cookie: string) => api.staff('whoAmI', { cookie });

type Half = 'STATE' | 'CREDENTIAL';
const halves: readonly Half[] = ['STATE', 'CREDENTIAL'];

/**
 * A store whose first read of an account and its credential is torn: `change` happens after one of them was read
 * and before the other was. A batch is no snapshot, so the cloud may answer like this.
 */
const torn = (store: Store, earlier: Half, change: () => Promise<unknown>): Store => {
  let happened = false;
  return {
    ...store,
    getMany: async (keys: readonly ItemKey[]) => {
      const isEarlier = ({ SK }: { readonly SK?: unknown }): boolean => SK === earlier;
      if (happened || !keys.some(isEarlier)) return store.getMany(keys);
      happened = true;
      const before = await store.getMany(keys.filter(isEarlier));
      await change();
      return [...before, ...(await store.getMany(keys.filter((key) => !isEarlier(key))))];
    },
  };
};

const tornApi = (earlier: Half, change: () => Promise<unknown>): AccessApi =>
  accessApi({
    ...bed.on((store) => torn(store, earlier, change)),
    passwords: district.parts.passwords,
  });

const byAdministrator = async (
  through: AccessApi,
  name: 'assignment' | 'suspension' | 'password-reset',
  { principal: { staffId } }: Account,
  body: unknown = {},
): Promise<Answered> => {
  const stored = await bed.core.ledger.read(staffType, staffId);
  return through.staff(name, {
    cookie: district.administrator.cookie,
    params: { staffId },
    ifMatch: stored?.version ?? 0,
    body,
  });
};

describe.each(halves)('when an account changes after its %s was read and before the rest was', (earlier) => {
  test('a sign-in opens a session with the new rights, never with the old ones', async () => {
    const person = await somebody();
    const to = { roles: ['visitor'], scope: places.village };
    const session = await signIn(
      tornApi(earlier, () => byAdministrator(api, 'assignment', person, to)),
      person,
    );
    expect(session.status).toBe(200);
    expect((await whoAmI(cookieOf(session))).body).toMatchObject(to);
  });

  test('a sign-in of somebody who was suspended opens nothing', async () => {
    const person = await somebody();
    const session = await signIn(
      tornApi(earlier, () => byAdministrator(api, 'suspension', person)),
      person,
    );
    expect(session.status).toBe(401);
    expect(session.cookies).toEqual([]);
  });

  test('a sign-in with a password that was replaced opens nothing', async () => {
    const person = await somebody();
    const session = await signIn(
      tornApi(earlier, () => byAdministrator(api, 'password-reset', person)),
      person,
    );
    expect(session.status).toBe(401);
  });

  test('whatever ends the sessions of an account also ends one that was opened in between', async () => {
    const changes = [
      ['assignment', { roles: ['visitor'], scope: places.village }],
      ['suspension', {}],
      ['password-reset', {}],
    ] as const;
    for (const [name, body] of changes) {
      const person = await somebody();
      let opened = '';
      const through = tornApi(earlier, async () => {
        opened = cookieOf(await signIn(api, person));
      });
      expect((await byAdministrator(through, name, person, body)).status).toBe(200);
      expect(opened).not.toBe('');
      expect((await whoAmI(opened)).status).toBe(401);
    }
  });

  test('changing one’s own password also ends a session that was opened with the old one in between', async () => {
    const person = await somebody();
    let opened = '';
    const through = tornApi(earlier, async () => {
      opened = cookieOf(await signIn(api, person));
    });
    const body = { oldPassword: person.password, newPassword: 'three villages by bus' };
    expect((await through.staff('changePassword', { cookie: person.cookie, body })).status).toBe(204);
    expect((await whoAmI(opened)).status).toBe(401);
    expect((await whoAmI(person.cookie)).status).toBe(200);
  });
});
