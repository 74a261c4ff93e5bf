import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { accessPublicRoutes } from '../../functions/access/access-public.routes.ts';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { consentVersion as bookingsConsent } from '../../functions/bookings/bookings.words.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { bookingsPublicRoutes } from '../../functions/bookings/bookings-public.routes.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { functionRows } from '../../functions/functions.ts';
import { consentVersion } from '../../functions/issues/issues.words.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { issuesPublicRoutes } from '../../functions/issues/issues-public.routes.ts';
import { photosPublicRoutes } from '../../functions/photos/photos-public.routes.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { addDays, addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { culturePublicRoutes } from '../../functions/programme/culture-public.routes.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { newActivitySchema, newSessionsSchema } from '../../functions/programme/programme.fields.ts';
import { activityKey } from '../../functions/programme/programme.store.ts';
import { createActivity, publishActivity } from '../../functions/programme/programme.usecases.ts';
import { addSessions } from '../../functions/programme/sessions.usecases.ts';
import { codeOf } from '../../functions/renovation/renovation.store.ts';
import { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { renovationPublicRoutes } from '../../functions/renovation/renovation-public.routes.ts';
import { createVenue } from '../../functions/venues/venues.usecases.ts';
import { course, hall, offerShelf } from '../support/bookings.ts';
import { type Call, callRow, newKey } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict, type District, intentOf, places } from '../support/district.ts';
import { unseen } from '../support/functions.ts';
import { jpeg } from '../support/pictures.ts';
import { newActivity, thursdays } from '../support/programme.ts';
import { proofFor } from '../support/proof.ts';
import { application, consent, renovationOn } from '../support/renovation.ts';
import { guardedStore } from './guarded-store.ts';
import { type Synthesised, synthesisedStage } from './synthesise.ts';

/**
 * The policies as synthesised, held against what the functions really ask of the table: a right too few would
 * only show in the cloud, a right too many never.
 */
let made: Synthesised;
let bed: Platform;
let district: District;

beforeAll(async () => {
  made = await synthesisedStage('dev');
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
  const proof = await proofFor((await callRow(api, asked)).body);
  const body = {
    category: 'roads',
    what: '村口的路灯不亮',
    place: { path: places.village, text: '村口' },
    photos: [],
    reporter: { name: '王红', phone: '13800000000' },
    consent: consentVersion,
    proof,
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
  };
  const { upload } = photosPublicRoutes({
    ...{ ...core, photos },
    shown: { showOnly: notForResidents, get: async () => undefined },
  });
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

test('residents enrol, wait, give up and book a room with no more rights than the function has', async () => {
  const { core, unused } = as('bookings-public');
  const shelf = offerShelf();
  const now = core.clock.now();
  const from = addMinutes(now, 7 * 24 * 60);
  const offer = 'RRHHTT2345';
  await shelf.putUp(
    bed.core,
    course(offer, {
      ...{ capacity: 2, opensAt: now, from, closesAt: from, until: addMinutes(from, 60) },
      cutoffAt: addMinutes(from, -60),
    }),
  );
  const venue = (await createVenue(bed.core, intentOf(district.accounts.culture.principal, bed.core), hall))
    .id;
  const proofs = createProofOfWork(core.keyring);
  const deps = { ...core, calendars: createCalendars(core), offers: shelf.offers };
  const api = apiFunction(bookingsPublicContract, bookingsPublicRoutes(deps, proofs), {
    ...core,
    authenticate: nobody,
  });
  const { enrol, offer: look, progress, cancel, shrink, slots, requestRoom } = bookingsPublicContract.routes;
  const form = async (body: object): Promise<object> => {
    return { ...body, consent: bookingsConsent, proof: await proofFor(await proofs.challenge(now)) };
  };
  const answerSchema = v.object({ reference: v.string(), code: v.string() });
  const enrolled = async (name: string, phone: string): Promise<v.InferOutput<typeof answerSchema>> => {
    const body = await form({ offer, attendee: { who: 'party', name, phone, places: 2 } });
    const key = newKey();
    await callRow(api, enrol, { body, key });
    return v.parse(answerSchema, (await callRow(api, enrol, { body, key })).body);
  };
  const [first, second] = [await enrolled('王红', '13800000001'), await enrolled('李明', '13800000002')];
  const seen = await callRow(api, progress, { body: second });
  expect(seen.body).toMatchObject({ state: 'waiting', rank: { before: 0 } });
  const { reference, code } = first;
  expect((await callRow(api, shrink, { params: { reference }, body: { code, places: 1 } })).status).toBe(200);
  expect((await callRow(api, cancel, { params: { reference }, body: { code } })).status).toBe(200);
  expect((await callRow(api, progress, { body: second })).body).toMatchObject({ state: 'confirmed' });
  expect((await callRow(api, look, { params: { offer } })).body).toMatchObject({ capacity: 2, taken: 2 });
  const day = addDays(localDateOf(now), 7);
  const contact = { name: '王红', phone: '13800000001' };
  const body = await form({
    ...{ venue, room: '1', day, from: '09:00', to: '10:00', purpose: '排练', people: 5, contact },
  });
  const key = newKey();
  await callRow(api, requestRoom, { body, key });
  const booked = v.parse(answerSchema, (await callRow(api, requestRoom, { body, key })).body);
  expect((await callRow(api, slots, { params: { venue, room: '1' }, query: { day } })).status).toBe(200);
  const gone = await callRow(api, cancel, {
    params: { reference: booked.reference },
    body: { code: booked.code },
  });
  expect(gone.body).toMatchObject({ kind: 'room', state: 'cancelled' });
  expect(unused()).toEqual([]);
});

test('a resident sees venues, what is on and calendars with no more rights than the function has, and it writes nothing', async () => {
  const { core, unused } = as('culture-public');
  const calendars = createCalendars(core);
  const intent = () => intentOf(district.accounts.culture.principal, bed.core);
  const venue = (await createVenue(bed.core, intent(), hall)).id;
  const activity = (await createActivity(bed.core, intent(), v.parse(newActivitySchema, newActivity()))).id;
  const params = { activity };
  const dates = v.parse(newSessionsSchema, { rule: thursdays(), venue });
  const staff = { ...bed.core, calendars: createCalendars(bed.core) };
  await addSessions(staff, { ...intent(), params, ifMatch: 1 }, dates);
  await publishActivity(bed.core, { ...intent(), params, ifMatch: 2 });
  await followActivity(bed.core, (await bed.core.store.get(activityKey(activity))) ?? {});
  const cursors = createCursors(core.keyring);
  const api = apiFunction(culturePublicContract, culturePublicRoutes({ ...core, calendars, cursors }), {
    ...core,
    authenticate: nobody,
  });
  const query = { node: places.town };
  const calls = {
    ...{ venues: { query }, whatsOn: { query }, whatsOnFeed: { query }, activity: { params } },
    ...{
      venue: { params: { venue } },
      venueSessions: { params: { venue } },
      venueFeed: { params: { venue } },
    },
    activityFeed: { params },
  } satisfies Record<keyof typeof culturePublicContract.routes, Call>;
  for (const [name, row] of Object.entries(culturePublicContract.routes)) {
    const call = Object.entries(calls).find(([route]) => route === name)?.[1];
    expect([name, (await callRow(unseen(api), row, call)).status]).toEqual([name, 200]);
  }
  expect(unused()).toEqual([]);
});

test('a resident saves a form, applies, declines, withdraws from the queue and objects with no more rights than the function has', async () => {
  const { core, unused } = as('renovation-public');
  const bench = await renovationOn(bed, district);
  await bench.fund(2026, 1, 10_000_000);
  const taken = async (n: number) => {
    const reference = await bench.agreedAtOnce(n);
    await bench.approve(reference);
    const { state } = await bench.read(reference);
    const notice = state.state === 'noticed' ? state.notice.id : '';
    return { reference, code: await codeOf(bed.core.keyring, reference), notice };
  };
  const [noticed, queued] = [await taken(702), await taken(703)];
  const proofs = createProofOfWork(core.keyring);
  const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };
  const api = apiFunction(
    renovationPublicContract,
    renovationPublicRoutes(deps, proofs, createCursors(core.keyring)),
    { ...core, authenticate: nobody },
  );
  const { routes } = renovationPublicContract;
  const sum = async (): Promise<{ readonly proof: string }> => ({
    proof: await proofFor(await proofs.challenge(core.clock.now())),
  });
  const answerSchema = v.object({ reference: v.string(), code: v.string() });
  const ok = async (route: keyof typeof routes, call: Call): Promise<unknown> => {
    const answer = await callRow(api, routes[route], call);
    expect([route, answer.status < 400 ? 'fine' : answer.body]).toEqual([route, 'fine']);
    return answer.body;
  };
  const saved = v.parse(answerSchema, await ok('save', { body: { answers: '{}', ...(await sum()) } }));
  const { reference: draft, code } = saved;
  await ok('open', { body: { reference: draft, code } });
  await ok('saveAgain', { params: { reference: draft }, body: { code, version: 1, answers: '{"a":1}' } });
  const body = { ...application(701), consent, draft: { reference: draft, code }, ...(await sum()) };
  const key = newKey();
  await ok('apply', { body, key });
  const mine = v.parse(answerSchema, await ok('apply', { body: { ...body, ...(await sum()) }, key }));
  await ok('progress', { body: mine });
  const said = { text: '房子已出租', name: '李四', phone: '13900001111' };
  await ok('object', { params: { notice: noticed.notice }, body: { ...said, ...(await sum()) } });
  // Everything a case can hold when its applicant gives it up: a place in the queue; money, a home and its items.
  for (const { reference, code: own } of [queued, noticed]) {
    await ok('progress', { body: { reference, code: own } });
    await ok('withdraw', { params: { reference }, body: { code: own, reason: 'moved' } });
  }
  await ok('notices', { query: { node: places.town } });
  await ok('items', {});
  expect(unused()).toEqual([]);
});
