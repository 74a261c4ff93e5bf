import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { targetPace } from '../../functions/checks/target-pace.check.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { setFundOf } from '../../functions/renovation/funds.usecases.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { servicesRoutes } from '../../functions/services/services.routes.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { targetsRoutes } from '../../functions/targets/targets.routes.ts';
import { type Answered, type Call, callRow, newKey } from '../support/call.ts';
import { places } from '../support/district.ts';
import { fieldIn, outcome, textIn } from '../support/issues.ts';
import { openProgramme, type ProgrammeBed } from '../support/programme.ts';
import { childOf, newEvent, newHelp } from '../support/services.ts';

type Route = keyof typeof targetsContract.routes;

let bed: ProgrammeBed;
let api: ApiFunction;
let services: ApiFunction;
const people = new Map<string, Principal>();
const deps = () => ({ ...bed.core, nodes: createOrganisationNodes(bed.core) });
beforeAll(async () => {
  bed = await openProgramme();
  const { core, district } = bed;
  for (const role of roles) people.set(role, district.accounts[role].principal);
  const stranger = await district.staff({
    ...{ loginName: 'targets-stranger', name: '外镇文化站', roles: ['culture'], scope: places.otherTown },
  });
  people.set('stranger', stranger.principal);
  people.set('administrator', district.administrator.principal);
  const signedIn = { ...core, authenticate: async ([name = '']: readonly string[]) => people.get(name) };
  api = apiFunction(targetsContract, targetsRoutes({ ...core, done: doneOf(deps()) }), signedIn);
  services = apiFunction(servicesContract, servicesRoutes(core, createCursors(core.keyring)), signedIn);
  const held = await bed.published(undefined, {}, { villages: [places.village] });
  bed.platform.clock.set('2026-12-04T09:00:00+08:00');
  await bed.change('attendance', held, { people: 31 }, 1);
  await bed.change('attendance', held, { people: 40 }, 2);
});
afterAll(() => bed[Symbol.asyncDispose]());

const call = (route: Route, what: Call = {}, as = 'culture'): Promise<Answered> =>
  callRow(api, targetsContract.routes[route], { ...what, cookie: as });
const ofYear = (node: string, year = '2026') => ({ query: { node, year } });
const target = (change: object = {}) => ({
  ...{ node: places.town, year: 2026, subject: 'course', unit: 'sessions', figure: 4 },
  ...change,
});
const shown = async (node: string, as = 'administrator', year?: string): Promise<unknown> => {
  await bed.project();
  return (await call('targets', ofYear(node, year), as)).body;
};

describe('a target', () => {
  test('is shown with what is done, the even line, what the year comes to and what is missing', async () => {
    expect((await call('setTarget', { body: target() })).status).toBe(201);
    await call('setTarget', { body: target({ unit: 'people', figure: 50 }) });
    await call('setTarget', { body: target({ unit: 'villages', figure: 2 }) });
    await call('setTarget', { body: target({ subject: 'equipment', unit: 'projects', figure: 1 }) });
    expect(fieldIn(await shown(places.town, 'culture'), 'rows')).toMatchObject([
      { subject: 'course', unit: 'people', figure: 50, done: 71, line: 46, gap: 0, stands: 'reached' },
      { subject: 'course', unit: 'sessions', done: 2, line: 3, forecast: 2, gap: 2, stands: 'behind' },
      { subject: 'course', unit: 'villages', figure: 2, done: 1, line: 1, stands: 'on-track' },
      { subject: 'equipment', unit: 'projects', figure: 1, done: 0, line: 0, stands: 'on-track' },
    ]);
  });

  test('of the services, of shares and of homes is held against what those who keep them counted', async () => {
    const { routes } = servicesContract;
    const does = (row: RouteRow, body: object) => callRow(services, row, { cookie: 'disability', body });
    expect((await does(routes.recordEvent, newEvent({ served: 180 }))).status).toBe(201);
    expect((await does(routes.help, newHelp(1, childOf(1)))).status).toBe(201);
    const aims: readonly (readonly [string, object])[] = [
      ['disability', { subject: 'assistance-events', unit: 'served', figure: 200 }],
      ['disability', { subject: 'rehabilitation', unit: 'children', figure: 1 }],
      ['disability', { subject: 'day-centres', unit: 'centres', figure: 2 }],
      ['supervisor', { subject: 'issues', unit: 'satisfied', figure: 95 }],
      ['supervisor', { subject: 'visits', unit: 'coverage', figure: 100 }],
      ['supervisor', { subject: 'day-ledgers', unit: 'ledgers-in-time', figure: 98 }],
      ['culture', { subject: 'venue-hours', unit: 'kept-weeks', figure: 90 }],
    ];
    for (const [as, change] of aims) {
      const set = await call('setTarget', { body: target({ node: places.town, ...change }) }, as);
      expect(`${as} ${set.status}`).toBe(`${as} 201`);
    }
    const rows = fieldIn(await shown(places.town), 'rows');
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ unit: 'served', done: 180, gap: 20, stands: 'behind' }),
        expect.objectContaining({ unit: 'children', done: 1, stands: 'reached' }),
        expect.objectContaining({ unit: 'centres', done: 0, stands: 'behind' }),
        expect.objectContaining({ unit: 'satisfied', rate: { n: 0, of: 0 }, stands: 'unknown' }),
        expect.objectContaining({ unit: 'coverage', stands: 'unknown' }),
        expect.objectContaining({ unit: 'kept-weeks', stands: 'unknown' }),
        expect.objectContaining({ unit: 'ledgers-in-time', rate: { n: 0, of: 0 }, stands: 'unknown' }),
      ]),
    );
  });

  test('is there once, sent twice or set again; its figure changes with a reason, on the version it was seen in', async () => {
    const [key, body] = [newKey(), target({ subject: 'film' })];
    const first = await call('setTarget', { key, body });
    expect((await call('setTarget', { key, body })).body).toEqual(first.body);
    expect(outcome(await call('setTarget', { body }))).toBe('409 target.exists');
    const of = { params: { target: textIn(first.body, 'target') ?? '' } };
    const changed = await call('targetFigure', { ...of, ifMatch: 1, body: { figure: 6, reason: '加场' } });
    expect(changed.body).toMatchObject({ figure: 6, version: 2, set: { reason: '加场' } });
    const stale = await call('targetFigure', { ...of, ifMatch: 1, body: { figure: 7, reason: '再加' } });
    expect(outcome(stale)).toBe('412 request.stale');
    const unsaid = await call('targetFigure', { ...of, ifMatch: 2, body: { figure: 7, reason: ' ' } });
    expect(unsaid).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
  });

  test.each([
    [{ figure: -1 }, 'figure', 'field.range'],
    [{ figure: 1.5 }, 'figure', 'field.range'],
    [{ figure: 10_000_001 }, 'figure', 'field.range'],
    [{ subject: 'issues', unit: 'answered', figure: 101 }, 'figure', 'field.range'],
    [{ year: 1999 }, 'year', 'year.invalid'],
    [{ unit: 'projects' }, 'unit', 'field.choice'],
    [{ subject: 'new-venue', unit: 'people' }, 'unit', 'field.choice'],
    [{ subject: 'renovation', unit: 'homes' }, 'unit', 'field.choice'],
    [{ subject: 'karaoke' }, 'subject', 'field.choice'],
    [{ extra: 1 }, 'extra', 'field.unknown'],
  ])('with %o is refused at %s', async (change, path, code) => {
    const { status, body } = await call('setTarget', { body: target(change) }, 'administrator');
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path, code }] } });
  });

  test('is set by whoever answers for it, within their area, for a place that is there', async () => {
    expect(outcome(await call('setTarget', { body: target() }, 'stranger'))).toBe('403 access.scope');
    const devices = target({ subject: 'devices', unit: 'pieces' });
    expect(outcome(await call('setTarget', { body: devices }))).toBe('403 target.not_yours');
    const nowhere = target({ node: `${places.town}/370402101999` });
    expect(outcome(await call('setTarget', { body: nowhere }))).toBe('422 target.node_unknown');
    const params = { target: referenceFrom('none') };
    const unknown = { params, ifMatch: 1, body: { figure: 1, reason: '无' } };
    expect(outcome(await call('targetFigure', unknown))).toBe('404 target.not_found');
    expect(outcome(await call('targets', ofYear(places.town), 'stranger'))).toBe('403 access.scope');
  });
});

describe("a year's money", () => {
  test('is shown town by town, and found when more than nine tenths of it is given away', async () => {
    const caller = { ...people.get('administrator'), roles: ['disability'] as const };
    expect(caller.scope).toBe(places.district);
    const { staffId = '', sessionId = '', name = '', scope = '' } = caller;
    const command = {
      ...{ caller: { staffId, sessionId, name, scope, roles: caller.roles }, key: newKey(), digest: '' },
      ...{ ifMatch: undefined, now: bed.platform.clock.now() },
    };
    await setFundOf({ ...deps(), calendars: createCalendars(bed.core) }, command, {
      ...{ year: 2026, node: places.town, fund: { kind: 'town', amount: 1_000_000, ceiling: 600_000 } },
    });
    expect(fieldIn(await shown(places.district), 'budgets')).toMatchObject([
      { node: places.town, total: 1_000_000, reserved: 0, spent: 0, left: 1_000_000, stands: 'within' },
    ]);
    const done = doneOf(deps());
    const nearly = async (...of: Parameters<typeof done.budgets>) =>
      (await done.budgets(...of)).map((budget) => ({ ...budget, reserved: 900_001, left: 99_999 }));
    const now = bed.platform.clock.now();
    const found = async (budgets: typeof done.budgets) =>
      (await targetPace.look({ ...deps(), done: { ...done, budgets } }, now)).filter(
        ({ record }) => record.kind === 'FUND',
      );
    expect(await found(done.budgets)).toMatchObject([{ verdict: undefined }]);
    expect(await found(nearly)).toMatchObject([
      { record: { id: '2026-370402101' }, verdict: { node: places.town, severity: 'notice' } },
    ]);
  });
});
