import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organisationProjector } from '../../functions/access/access.projector.ts';
import { treeSchema } from '../../functions/access/access.views.ts';
import { foundWithAdministrator } from '../../functions/access/first-administrator.usecases.ts';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { type Answered, newKey } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict, type District, places, projected } from '../support/district.ts';
import { type AccessApi, accessApi } from './access.support.ts';

let testCore: Platform;
let district: District;
let api: AccessApi;

beforeAll(async () => {
  testCore = await openPlatform();
  district = await buildDistrict(testCore.core);
  api = accessApi(district.parts);
});
afterAll(() => testCore[Symbol.asyncDispose]());

const name = { zh: '新村', en: 'New Village' };

const establish = (parent: string, id: string, key = newKey()): Promise<Answered> =>
  api.staff('establish', { cookie: district.administrator.cookie, key, body: { parent, id, name } });

const change = (
  route: 'name' | 'closing' | 'reopening',
  nodeId: string,
  ifMatch: number,
  body: unknown = {},
) => api.staff(route, { cookie: district.administrator.cookie, params: { nodeId }, ifMatch, body });

const codeOf = ({ body }: Answered): unknown =>
  typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;

const tree = async (): Promise<{ answer: Answered; content: v.InferOutput<typeof treeSchema> }> => {
  // A function of its own each time: another process, which has kept nothing yet.
  const answer = await accessApi(district.parts).open('organisations');
  return { answer, content: v.parse(treeSchema, answer.body) };
};

describe('the tree', () => {
  test('is there for everybody in one query, each organisation before those under it', async () => {
    const { answer, content } = await tree();
    const paths = content.nodes.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(Object.values(places)));
    for (const [index, path] of paths.entries()) {
      const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
      if (parent) expect(paths.slice(0, index)).toContain(parent);
    }
    expect(answer.headers['etag']).toBe(`"${content.version}"`);
  });

  test('has another version after any change, so that a kept one is known to be old', async () => {
    const before = await tree();
    expect((await establish(places.town, '370402101210')).status).toBe(201);
    await projected(testCore.core, organisationProjector, '370402101210');
    const added = await tree();
    await change('name', '370402101210', 1, { name: { zh: '改名村', en: 'Renamed Village' } });
    await projected(testCore.core, organisationProjector, '370402101210');
    const renamed = await tree();
    expect(added.content.version).toBeGreaterThan(before.content.version);
    expect(renamed.content.version).toBeGreaterThan(added.content.version);
    expect(renamed.content.nodes.find(({ id }) => id === '370402101210')?.name.zh).toBe('改名村');
  });

  test('a name is kept for a minute and no longer; a new organisation is found at once', async () => {
    const nodes = createOrganisationNodes(testCore.core);
    const path = `${places.town}/370402101211`;
    const { clock } = testCore;
    expect(await nodes.at(path, clock.now())).toBeUndefined();
    await establish(places.town, '370402101211');
    expect(await nodes.at(path, clock.now())).toMatchObject({ path, kind: 'village', name, active: true });
    await change('closing', '370402101211', 1);
    expect(await nodes.at(path, clock.now())).toMatchObject({ active: true });
    clock.advance(1);
    expect(await nodes.at(path, clock.now())).toMatchObject({ active: false });
  });

  test('a code is found under its own path only', async () => {
    const nodes = createOrganisationNodes(testCore.core);
    expect(await nodes.at('370402/370402102/370402101201', testCore.clock.now())).toBeUndefined();
  });
});

describe('an organisation', () => {
  test('is there once, however often and by how many it is added', async () => {
    const key = newKey();
    const same = await Promise.all([
      establish(places.town, '370402101220', key),
      establish(places.town, '370402101220', key),
    ]);
    expect(same.map(({ status }) => status)).toEqual([201, 201]);
    expect(same[1]).toEqual(same[0]);
    expect(codeOf(await establish(places.town, '370402101220'))).toBe('access.node_exists');
  });

  test('under one that is not there, or in the wrong place, is refused', async () => {
    expect(codeOf(await establish('370402/370402109', '370402109201'))).toBe('access.node_unknown');
    expect(codeOf(await establish(places.town, '370402102299'))).toBe('access.node_code_wrong');
    expect(codeOf(await establish(places.town, 'not-a-code'))).toBe('request.invalid');
  });

  test('closed, takes no organisation and no account until it is opened again', async () => {
    const path = '370402/370402103';
    await establish(places.district, '370402103');
    await establish(path, '370402103201');
    const account = { loginName: 'new.town', name: '李明', roles: ['lead'], scope: path };
    const openAccount = () =>
      api.staff('openAccount', { cookie: district.administrator.cookie, body: account });
    expect((await change('closing', '370402103', 1)).status).toBe(200);
    expect(codeOf(await establish(path, '370402103202'))).toBe('access.node_unknown');
    expect(codeOf(await openAccount())).toBe('access.node_unknown');
    expect(codeOf(await change('closing', '370402103', 2))).toBe('access.node_closed');
    await change('closing', '370402103201', 1);
    expect(codeOf(await change('reopening', '370402103201', 2))).toBe('access.node_unknown');
    expect((await change('reopening', '370402103', 2)).status).toBe(200);
    expect((await change('reopening', '370402103201', 2)).status).toBe(200);
    expect((await openAccount()).status).toBe(201);
  });

  test('of a closing and an addition under it at once, nothing is added to a closed one', async () => {
    for (let round = 0; round < 8; round++) {
      const town = `37040220${round}`;
      await establish(places.district, town);
      const [closed, added] = await Promise.all([
        change('closing', town, 1),
        establish(`370402/${town}`, `${town}201`),
      ]);
      expect(closed.status).toBe(200);
      expect([undefined, 'access.node_unknown']).toContain(codeOf(added));
      expect(codeOf(await establish(`370402/${town}`, `${town}202`))).toBe('access.node_unknown');
    }
  });

  test('the district itself is never closed', async () => {
    expect(codeOf(await change('closing', '370402', 1))).toBe('access.own_node');
  });
});

describe('the first administrator', () => {
  const command = (core: Platform, ...more: string[]) =>
    promisify(execFile)(process.execPath, ['functions/access/first-administrator.command.ts', ...more], {
      env: {
        TABLE_NAME: core.tableName,
        MASTER_KEY: `file:${core.keyFile}`,
        DYNAMODB_ENDPOINT: core.endpoint,
      },
    });

  const options = [
    ...['--district', '370402', '--name-zh', '市中区', '--name-en', 'Shizhong District'],
    ...['--login', 'wang.hong', '--name', '王红'],
  ];

  test('comes from a command on an empty table, and only there', async () => {
    const empty = await openPlatform();
    try {
      const { stdout } = await command(empty, ...options);
      const password = /Password: +(\S+)/.exec(stdout)?.[1] ?? '';
      const parts = { ...empty.core, passwords: district.parts.passwords };
      const signedIn = await accessApi(parts).open('signIn', {
        body: { loginName: 'wang.hong', password },
      });
      expect(signedIn).toMatchObject({ status: 200, body: { mustChangePassword: true } });
      await expect(command(empty, ...options)).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'This table serves a district already.\n',
      });
    } finally {
      await empty[Symbol.asyncDispose]();
    }
  });

  test('is one, also when two commands run at once', async () => {
    const empty = await openPlatform();
    try {
      const founding = (loginName: string) =>
        foundWithAdministrator(
          { ...empty.core, passwords: district.parts.passwords },
          { district: { id: '370402', name }, loginName, name: '王红', now: empty.clock.now() },
        );
      const results = await Promise.allSettled([founding('one.admin'), founding('two.admin')]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    } finally {
      await empty[Symbol.asyncDispose]();
    }
  });

  test('a command that lacks something says what, and does nothing', async () => {
    await expect(command(testCore, '--district', '37')).rejects.toMatchObject({
      code: 1,
      stderr: 'missing or not valid: --district, --name-zh, --name-en, --login, --name\n',
    });
  });
});
