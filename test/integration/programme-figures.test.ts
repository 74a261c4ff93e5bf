import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { programmeFiguresRoutes } from '../../functions/programme/programme-figures.routes.ts';
import { type Answered, type Call, callRow } from '../support/call.ts';
import { places } from '../support/district.ts';
import { fieldIn, outcome, textIn } from '../support/issues.ts';
import { openProgramme, type ProgrammeBed } from '../support/programme.ts';

type Route = keyof typeof programmeFiguresContract.routes;

let bed: ProgrammeBed;
let api: ApiFunction;
const people = new Map<string, Principal>();
beforeAll(async () => {
  bed = await openProgramme();
  const { core, district } = bed;
  for (const role of roles) people.set(role, district.accounts[role].principal);
  const stranger = await district.staff({
    ...{ loginName: 'figures-stranger', name: '外镇文化站', roles: ['culture'], scope: places.otherTown },
  });
  people.set('stranger', stranger.principal);
  people.set('administrator', district.administrator.principal);
  const deps = { ...core, nodes: createOrganisationNodes(core) };
  api = apiFunction(programmeFiguresContract, programmeFiguresRoutes(deps, createCursors(core.keyring)), {
    ...core,
    authenticate: async ([name = '']) => people.get(name),
  });
  const held = await bed.published(undefined, {}, { villages: [places.village] });
  await bed.draft({ title: '草稿' });
  bed.platform.clock.set('2026-12-04T09:00:00+08:00');
  await bed.change('attendance', held, { people: 31 }, 1);
  await bed.change('attendance', held, { people: 40 }, 2);
  await bed.project();
});
afterAll(() => bed[Symbol.asyncDispose]());

const call = (route: Route, what: Call = {}, as = 'culture'): Promise<Answered> =>
  callRow(api, programmeFiguresContract.routes[route], { ...what, cookie: as });
const ofYear = (node: string, change: object = {}) => ({ query: { node, year: '2026', ...change } });

describe('the figures of a year', () => {
  test('count what took place by category, for the place and all above it; a draft counts nowhere', async () => {
    for (const [node, who] of [
      [places.village, 'culture'],
      [places.town, 'culture'],
      [places.district, 'administrator'],
    ] as const) {
      const { body } = await call('figures', ofYear(node), who);
      expect(fieldIn(body, 'categories')).toEqual(
        expect.arrayContaining([
          { category: 'course', activities: 1, sessions: 2, people: 71 },
          { category: 'film', activities: 0, sessions: 0, people: 0 },
        ]),
      );
    }
    const { body } = await call('figures', ofYear(places.town, { year: '2025' }));
    expect(JSON.stringify(fieldIn(body, 'categories'))).not.toMatch(/:[1-9]/);
  });

  test('are for those who may see the place; what is no year or place is named', async () => {
    expect(outcome(await call('figures', ofYear(places.town), 'stranger'))).toBe('403 access.scope');
    const wrong = await call('figures', { query: { node: 'x', year: '1' } });
    expect(wrong).toMatchObject({
      status: 400,
      body: {
        errors: [
          { path: 'node', code: 'id.invalid' },
          { path: 'year', code: 'year.invalid' },
        ],
      },
    });
  });

  test('name every village, covered or not: n of N', async () => {
    const { body } = await call('coverage', ofYear(places.district, { category: 'course' }), 'administrator');
    expect(body).toMatchObject({
      ...{ covered: 1, of: 3 },
      towns: [
        {
          ...{ town: places.town, covered: 1, of: 2, sessions: 2 },
          villages: [
            { village: places.secondVillage, sessions: 0 },
            { village: places.village, sessions: 2 },
          ],
        },
        { town: places.otherTown, covered: 0, of: 1 },
      ],
    });
    const village = await call('coverage', ofYear(places.village, { category: 'course' }));
    expect(village.body).toMatchObject({ covered: 1, of: 1 });
    const film = await call('coverage', ofYear(places.town, { category: 'film' }));
    expect(film.body).toMatchObject({ covered: 0, of: 2 });
  });
});

describe('publicity', () => {
  const entry = (change: object = {}) => ({
    ...{ node: places.village, day: '2026-12-01', channel: 'wechat', title: '公益培训开班', reach: 1200 },
    ...change,
  });
  const log = async () => {
    await bed.project();
    return (await call('publicity', ofYear(places.town))).body;
  };
  const total = async (channel: string) => {
    const totals = fieldIn(await log(), 'totals');
    return Array.isArray(totals) ? totals.find((one) => fieldIn(one, 'channel') === channel) : undefined;
  };

  test('is in the log of its place and those above, the latest first, and counted by channel', async () => {
    await call('recordPublicity', { body: entry() });
    await call('recordPublicity', {
      body: entry({ day: '2026-12-03', channel: 'leaflet', reach: undefined, copies: 500 }),
    });
    expect(await log()).toMatchObject({ rows: [{ day: '2026-12-03' }, { day: '2026-12-01' }] });
    expect(await total('wechat')).toEqual({ channel: 'wechat', entries: 1, reach: 1200, copies: 0 });
    expect(await total('leaflet')).toEqual({ channel: 'leaflet', entries: 1, reach: 0, copies: 500 });
    expect(await total('live')).toEqual({ channel: 'live', entries: 0, reach: 0, copies: 0 });
  });

  test('entered by mistake stays in the log with the reason and counts no more', async () => {
    const { body } = await call('recordPublicity', { body: entry({ channel: 'video', reach: 9 }) });
    const of = { params: { entry: textIn(body, 'entry') ?? '' }, body: { reason: '重复登记' } };
    expect((await call('withdrawPublicity', { ...of, ifMatch: 1 })).body).toMatchObject({
      ...{ state: 'withdrawn', withdrawn: { reason: '重复登记' } },
    });
    expect(outcome(await call('withdrawPublicity', { ...of, ifMatch: 2 }))).toBe('409 publicity.withdrawn');
    expect(await total('video')).toEqual({ channel: 'video', entries: 0, reach: 0, copies: 0 });
    expect(JSON.stringify(fieldIn(await log(), 'rows'))).toContain('重复登记');
  });

  test.each([
    [{ day: '2026-12-05' }, 'day', 'field.range'],
    [{ day: '2026-02-30' }, 'day', 'date.invalid'],
    [{ reach: -1 }, 'reach', 'field.range'],
    [{ copies: 1e9 }, 'copies', 'field.range'],
    [{ channel: 'fax' }, 'channel', 'field.choice'],
    [{ link: 'javascript:alert(1)' }, 'link', 'id.invalid'],
    [{ title: '' }, 'title', 'field.required'],
  ])('with %o is refused at %s', async (change, path, code) => {
    const { status, body } = await call('recordPublicity', { body: entry(change) });
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path, code }] } });
  });

  test('names an activity that is there, and a place of its own area', async () => {
    const unknown = entry({ activity: referenceFrom('no such activity') });
    expect(outcome(await call('recordPublicity', { body: unknown }))).toBe('422 publicity.activity_unknown');
    expect(outcome(await call('recordPublicity', { body: entry() }, 'stranger'))).toBe('403 access.scope');
    expect(outcome(await call('publicity', ofYear(places.town), 'stranger'))).toBe('403 access.scope');
  });
});
