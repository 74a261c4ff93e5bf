import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Challenge } from 'altcha-lib/types';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { accessPublicRoutes } from '../../functions/access/access-public.routes.ts';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { functionRows } from '../../functions/functions.ts';
import { consentVersion } from '../../functions/issues/issues.words.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { issuesPublicRoutes } from '../../functions/issues/issues-public.routes.ts';
import { photosPublicRoutes } from '../../functions/photos/photos-public.routes.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { stages } from '../../infra/config.ts';
import { callRow, newKey } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict, type District, places } from '../support/district.ts';
import { jpeg } from '../support/pictures.ts';
import { guardedStore } from './guarded-store.ts';
import { type Synthesised, synthesise } from './synthesise.ts';

/**
 * The policies as synthesised, held against what the functions really ask of the table: a right too few would
 * only show in the cloud, a right too many never.
 */
let made: Synthesised;
let bed: Platform;
let district: District;

beforeAll(async () => {
  made = await synthesise('dev', stages.dev);
  bed = await openPlatform();
  district = await buildDistrict(bed.core);
});
afterAll(() => bed[Symbol.asyncDispose]());

/** A core that may do what the function's role may, and the rights that nothing it did has needed. */
const as = (name: string): { core: Core; unused: () => string[] } => {
  const statements = made.statements({ name });
  const did = new Set<string>();
  const row = functionRows.find((declared) => declared.name === name);
  if (row?.rights !== 'public') throw new Error(`${name} is not public`);
  const { read, list, write, remove } = row.partitions;
  const kindOf = (partition: string) => partition.slice(0, partition.indexOf('#') + 1);
  const rights = [
    ...read.map((partition) => [`GetItem ${kindOf(partition)}`, `BatchGetItem ${kindOf(partition)}`]),
    ...list.map((partition) => [`Query ${kindOf(partition)}`]),
    ...write.map((partition) => [`PutItem ${kindOf(partition)}`, `UpdateItem ${kindOf(partition)}`]),
    ...remove.map((partition) => [`DeleteItem ${kindOf(partition)}`]),
  ];
  return {
    core: bed.on((store) => guardedStore(store, statements, did)),
    // The data key is written by whichever function is the first there ever was; here the district was there first.
    unused: () =>
      rights
        .filter((ways) => !ways.some((way) => did.has(way)))
        .flat()
        .filter((way) => !way.endsWith('KEY#')),
  };
};

const nobody = async () => undefined;
const notForResidents = async (): Promise<never> => {
  throw new Error('residents only send photos');
};

test('a resident raises an issue, sends it twice and looks it up with no more rights than the function has', async () => {
  const { core, unused } = as('issues-public');
  const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };
  const api = apiFunction(issuesPublicContract, issuesPublicRoutes(deps, createProofOfWork(core.keyring)), {
    ...core,
    authenticate: nobody,
  });
  const { challenge: asked, raise, lookUp } = issuesPublicContract.routes;
  const challenge: Challenge = JSON.parse(JSON.stringify((await callRow(api, asked)).body));
  const solution = await solveChallenge({ challenge, deriveKey });
  const body = {
    category: 'roads',
    what: '村口的路灯不亮',
    place: { path: places.village, text: '村口' },
    photos: [],
    reporter: { name: '王红', phone: '13800000000' },
    consent: consentVersion,
    proof: JSON.stringify({ challenge, solution }),
  };
  const key = newKey();
  const raised = await callRow(api, raise, { body, key });
  expect(raised.status).toBe(201);
  const repeated = await callRow(api, raise, { body, key });
  expect(repeated.body).toEqual(raised.body);
  const { reference, code } = v.parse(v.object({ reference: v.string(), code: v.string() }), raised.body);
  expect((await callRow(api, lookUp, { body: { reference, code } })).status).toBe(200);
  expect(
    (await callRow(api, lookUp, { body: { reference, code: '22222222' } })).status,
  ).toBeGreaterThanOrEqual(400);
  expect(unused()).toEqual([]);
});

test('an officer signs in, mistypes, signs in too often and signs out with no more rights than the function has', async () => {
  const { core, unused } = as('access-public');
  const parts = { ...core, passwords: district.parts.passwords };
  const api = apiFunction(
    accessPublicContract,
    accessPublicRoutes(parts, createOrganisationNodes(core), { cookieOverHttp: false }),
    { ...core, authenticate: nobody },
  );
  const { signIn, signOut, organisations } = accessPublicContract.routes;
  const { loginName, password } = district.accounts.handler;
  expect((await callRow(api, signIn, { body: { loginName, password: 'mistyped' } })).status).toBe(401);
  expect((await callRow(api, signIn, { body: { loginName: 'nobody', password } })).status).toBe(401);
  let cookie = '';
  // One more than an account may have open: the oldest is removed.
  for (let session = 1; session <= 11; session++) {
    const { status, cookies } = await callRow(api, signIn, { body: { loginName, password } });
    expect(status).toBe(200);
    cookie = cookies[0]?.split(';')[0] ?? '';
  }
  expect((await callRow(api, signOut, { cookie })).status).toBe(204);
  expect((await callRow(api, organisations)).status).toBe(200);
  expect(unused()).toEqual([]);
});

test('a resident sends a photo, twice, with no more rights than the function has', async () => {
  const { core, unused } = as('photos-public');
  const put: string[] = [];
  const photos: PhotoStore = {
    put: async (id) => {
      put.push(id);
    },
    keep: notForResidents,
    get: notForResidents,
    remove: notForResidents,
  };
  const { upload } = photosPublicRoutes({ ...core, photos });
  const request = {
    params: undefined,
    query: undefined,
    body: new Uint8Array(jpeg(8, 8)),
    caller: undefined,
    key: newKey(),
    digest: 'digest',
    ifMatch: undefined,
    now: core.clock.now(),
    sourceIp: '203.0.113.7',
    userAgent: '',
    cookies: [],
  };
  expect(await upload(request)).toEqual(await upload(request));
  expect(new Set(put).size).toBe(1);
  expect(unused()).toEqual([]);
});
