import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosRoutes } from '../../functions/photos/photos.routes.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { supervisionRoutes } from '../../functions/supervision/supervision.routes.ts';
import { supervisionProjector, supervisionType } from '../../functions/supervision/supervision.store.ts';
import { supervisionJudge } from '../../functions/supervision/supervision.verdicts.ts';
import { keepSupervisionPhotos } from '../../functions/supervision/supervision-photos.usecases.ts';
import { superviseDay } from '../../functions/supervision/supervision-watch.usecases.ts';
import { type Call, callRow } from '../support/call.ts';
import { projected } from '../support/district.ts';
import { type IssueBed, openIssues, type People } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { statesOf } from '../support/projections.ts';

let bed: IssueBed;
let closed = '';
let returned = '';
beforeAll(async () => {
  bed = await openIssues('2026-11-20T07:00:00+08:00');
  closed = await bed.issueIn('closed');
  returned = await bed.issueIn('arbitration');
  await bed.project(closed, returned);
});
afterAll(async () => bed[Symbol.asyncDispose]());

const at = (text: string) => bed.platform.clock.set(`${text}+08:00`);
const run = () => {
  const { core } = bed.platform;
  const deps = { ...core, calendars: bed.deps.calendars, nodes: createOrganisationNodes(core) };
  return superviseDay(deps, core.clock.now());
};
const listOfDay = (date: string) => bed.deps.ledger.read(supervisionType, date);
const call = (route: keyof typeof supervisionContract.routes, as: keyof People, what: Call) => {
  const api = apiFunction(supervisionContract, supervisionRoutes(bed.deps, createCursors(bed.deps.keyring)), {
    ...bed.platform.core,
    authenticate: async () => bed.people[as],
  });
  return callRow(api, supervisionContract.routes[route], { cookie: as, ...what });
};
const params = (issue: string) => ({ date: '2026-11-20', issue });
const photoId = 'ab12';
const found = (verdict: string) => ({ way: 'call', verdict, text: '路灯仍不亮。' });

test('a day has one list however often it is drawn, with what was returned twice and what was drawn by lot', async () => {
  at('2026-11-20T08:00:00');
  await Promise.all([run(), run()]);
  await run();
  const stored = await listOfDay('2026-11-20');
  expect(stored?.version).toBe(1);
  const reasons = new Map(stored?.state.items.map(({ issue, reasons }) => [issue, reasons]));
  expect(reasons.get(returned)).toContain('returned');
  expect(reasons.get(closed)).toEqual(['random']);
  await projected(bed.platform.core, supervisionProjector, '2026-11-20');
});

test('of two who take an issue at once one has it, and only that one says what was found', async () => {
  const answers = await Promise.all([
    call('taking', 'supervisor', { params: params(closed), body: {} }),
    call('taking', 'otherSupervisor', { params: params(closed), body: {} }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [first] = answers;
  const [holder, other] =
    first.status === 200
      ? (['supervisor', 'otherSupervisor'] as const)
      : (['otherSupervisor', 'supervisor'] as const);
  const refused = await call('entry', other, { params: params(closed), body: found('not-resolved') });
  expect(refused.status).toBe(409);
  const inspector = await call('entry', 'inspector', { params: params(closed), body: found('not-resolved') });
  expect(inspector.status).toBe(403);
  expect((await call('entry', holder, { params: params(closed), body: found('not-resolved') })).status).toBe(
    200,
  );
  expect((await bed.read(closed)).state.state).toBe('transferred');
  expect(await bed.story(closed)).toContain('reopened');
  const again = await call('entry', holder, { params: params(closed), body: found('resolved') });
  expect(again.status).toBe(409);
});

test('what is left at the end of the next working day is found, and cleared by looking at it', async () => {
  // Monday's run marks nothing, its time is not over; nobody ran on Tuesday.
  at('2026-11-23T08:00:00');
  await run();
  expect((await listOfDay('2026-11-20'))?.state.state).toBe('open');
  await projected(bed.platform.core, supervisionProjector, '2026-11-23');
  at('2026-11-25T08:00:00');
  await run();
  const late = await listOfDay('2026-11-20');
  expect(late && supervisionJudge.judge(late)[0]?.verdicts).toMatchObject([{ facts: { items: 1 } }]);
  expect((await listOfDay('2026-11-25'))?.state.missed).toEqual(['2026-11-24']);
  expect(await listOfDay('2026-11-24')).toBeUndefined();
  await call('taking', 'supervisor', { params: params(returned), body: {} });
  const onTheSpot = { ...found('partly'), way: 'site' };
  const without = await call('entry', 'supervisor', { params: params(returned), body: onTheSpot });
  expect(without).toMatchObject({ status: 422, body: { code: 'supervision.photos_needed' } });
  await call('entry', 'supervisor', { params: params(returned), body: { ...onTheSpot, photos: [photoId] } });
  expect(await bed.story(returned)).toContain('commented');
  const seen = await listOfDay('2026-11-20');
  expect(seen?.state.state).toBe('seen');
  expect(seen && supervisionJudge.judge(seen)[0]?.verdicts).toEqual([]);
});

test('what was photographed on the spot is kept, and shown to whoever reads that part of the list', async () => {
  const kept: string[] = [];
  const photos: PhotoStore = {
    put: async () => undefined,
    keep: async (id) => {
      kept.push(id);
      return 'kept';
    },
    get: async () => ({ bytes: jpeg(4, 4), type: 'image/jpeg' }),
  };
  const list = statesOf(await bed.platform.everything(), 'SUPERVISION').find(
    ({ PK }) => PK === 'SUPERVISION#2026-11-20',
  );
  if (!list) throw new Error('the list is there');
  await keepSupervisionPhotos(photos, list);
  expect(kept).toEqual([photoId]);
  const see = (as: keyof People, issue: string, id: string = photoId) =>
    callRow(
      apiFunction(photosContract, photosRoutes({ ...bed.deps, photos }), {
        ...bed.platform.core,
        authenticate: async () => bed.people[as],
      }),
      photosContract.routes.ofSupervision,
      { cookie: as, params: { ...params(issue), photoId: id } },
    );
  expect((await see('inspector', returned)).status).toBe(200);
  expect((await see('handler', returned)).status).toBe(403);
  expect(await see('supervisor', closed)).toMatchObject({ status: 404, body: { code: 'photo.not_found' } });
  expect(await see('supervisor', returned, 'ff')).toMatchObject({ status: 404 });
});

test('no list is drawn on a Saturday', async () => {
  at('2026-11-28T08:00:00');
  await run();
  expect(await listOfDay('2026-11-28')).toBeUndefined();
});
