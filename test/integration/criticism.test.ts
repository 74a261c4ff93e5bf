import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import { criticismRoutes } from '../../functions/criticism/criticism.routes.ts';
import {
  criticismProjector,
  criticismType,
  exemplaryType,
  numbersType,
} from '../../functions/criticism/criticism.store.ts';
import { careForCriticism } from '../../functions/criticism/criticism-watch.usecases.ts';
import { readExemplaryPhotos } from '../../functions/criticism/exemplary-photos.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { type Call, callRow, newKey } from '../support/call.ts';
import { noticeAbout, somethingToCriticise } from '../support/criticism.ts';
import { projected } from '../support/district.ts';
import { findSomething } from '../support/findings.ts';
import { fieldIn, type IssueBed, openIssues, type People, places, textIn } from '../support/issues.ts';

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues('2026-11-23T09:00:00+08:00');
  await somethingToCriticise(bed.platform.core, 1);
  await somethingToCriticise(bed.platform.core, 2, { days: 20 });
});
afterAll(async () => bed[Symbol.asyncDispose]());

type Route = keyof typeof criticismContract.routes;

const call = (route: Route, as: keyof People, what: Call = {}) => {
  const api = apiFunction(criticismContract, criticismRoutes(bed.deps, createCursors(bed.deps.keyring)), {
    ...bed.platform.core,
    authenticate: async () => bed.people[as],
  });
  return callRow(api, criticismContract.routes[route], { cookie: as, ...what });
};
const at = (text: string) => bed.platform.clock.set(`${text}+08:00`);
const body = () => noticeAbout(bed.platform.core, places.village);
const drafted = async (): Promise<string> => {
  const answer = await call('draft', 'otherSupervisor', { body: body() });
  expect(answer.status).toBe(201);
  return textIn(answer.body, 'criticism') ?? '';
};
const act = (route: Route, as: keyof People, criticism: string, what: Call = {}) =>
  call(route, as, { params: { criticism }, body: {}, ...what });
const replied = async (): Promise<string> => {
  const criticism = await drafted();
  const text = { text: '已整改，今后专人负责。' };
  expect((await act('reply', 'lead', criticism, { ifMatch: 1, body: text })).status).toBe(200);
  return criticism;
};
const notice = async (id: string) => (await bed.deps.ledger.read(criticismType, id))?.state;

describe('a notice of criticism', () => {
  test('freezes figures and cases; a case cleared later is shown beside them, not over them', async () => {
    const { node, period } = body();
    const preview = await call('figures', 'supervisor', { query: { node, ...period } });
    const criticism = await drafted();
    const before = await notice(criticism);
    expect(preview.body).toMatchObject({ figures: before?.figures });
    expect(before?.figures).toMatchObject({ checks: [{ check: 'ledger-noon', found: 2 }] });
    const [oldest] = before?.figures.cases ?? [];
    expect(oldest?.finding).toMatch(/\.2$/);
    await findSomething(bed.deps, 3, { since: bed.platform.clock.now() });
    const read = await act('read', 'supervisor', criticism);
    expect(read.body).toMatchObject({
      notice: { figures: before?.figures },
      later: [{ state: 'open' }, { state: 'open' }],
      actions: ['publication', 'withdrawal'],
    });
    expect((await act('read', 'visitor', criticism)).status).toBe(403);
  });

  test('stands in the list of those who oversee it before it is published, not of others in the area', async () => {
    const id = await drafted();
    await projected(bed.platform.core, criticismProjector, id);
    const inList = async (as: keyof People) => {
      const query = { node: bed.people[as].scope, state: 'drafted' };
      const rows = [fieldIn((await call('list', as, { query })).body, 'rows')].flat();
      return rows.some((row) => textIn(row, 'criticism') === id);
    };
    expect(await inList('supervisor')).toBe(true);
    // Replies for what its own scope is, which is not this village.
    expect(await inList('culture')).toBe(false);
  });

  test('of an organisation with nothing to criticise, of a period ahead, or of a place outside is refused', async () => {
    const elsewhere = { ...body(), node: places.secondVillage };
    expect((await call('draft', 'otherSupervisor', { body: elsewhere })).body).toMatchObject({
      code: 'criticism.nothing',
    });
    const ahead = { ...body(), period: { from: '2026-11', to: '2026-12' } };
    expect((await call('draft', 'otherSupervisor', { body: ahead })).body).toMatchObject({
      code: 'criticism.period',
    });
    expect((await call('draft', 'stranger', { body: body() })).status).toBe(403);
  });

  test('is drafted once, however often the request comes', async () => {
    const key = newKey();
    const [first, second] = await Promise.all([
      call('draft', 'otherSupervisor', { body: body(), key }),
      call('draft', 'otherSupervisor', { body: body(), key }),
    ]);
    expect(textIn(first?.body, 'criticism')).toBe(textIn(second?.body, 'criticism'));
  });

  test('is published by another than its drafter, after the reply, and a repeat keeps its number', async () => {
    const criticism = await drafted();
    const early = await act('publication', 'supervisor', criticism, { ifMatch: 1 });
    expect(early.body).toMatchObject({ code: 'criticism.not_heard' });
    await act('reply', 'lead', criticism, { ifMatch: 1, body: { text: '已整改。' } });
    const own = await act('publication', 'otherSupervisor', criticism, { ifMatch: 2 });
    expect(own.body).toMatchObject({ code: 'criticism.own' });
    const key = newKey();
    const published = await act('publication', 'supervisor', criticism, { ifMatch: 2, key });
    expect(published.body).toMatchObject({ notice: { published: { year: 2026, number: 1 } } });
    const again = await act('publication', 'supervisor', criticism, { ifMatch: 2, key });
    expect(again.body).toMatchObject({ notice: { published: { number: 1 } } });
    expect((await act('read', 'visitor', criticism)).status).toBe(200);
    await projected(bed.deps, criticismProjector, criticism);
    const list = await call('list', 'visitor', { query: { node: places.town, state: 'published' } });
    expect(list.body).toMatchObject({ rows: [{ criticism, year: 2026, number: 1, replied: true }] });
    const drafts = await call('list', 'visitor', { query: { node: places.town, state: 'drafted' } });
    expect(drafts.status).toBe(403);
  });

  test('takes one number each without gaps or doubles where three are published at once', async () => {
    const ids = [await replied(), await replied(), await replied()];
    await Promise.all(ids.map((id) => act('publication', 'supervisor', id, { ifMatch: 2 })));
    const numbers = await Promise.all(
      ids.map(async (id) => {
        const state = await notice(id);
        return state && 'published' in state ? state.published?.number : undefined;
      }),
    );
    expect(numbers.sort()).toEqual([2, 3, 4]);
    const counter = await bed.deps.ledger.read(numbersType, '2026');
    expect(counter?.state.last).toBe(4);
    if (!counter) throw new Error('no numbers');
    const links = await bed.deps.ledger.history(numbersType.kind, '2026');
    expect(verifyChain(numbersType.kind, '2026', links, counter)).toMatchObject({ whole: true });
  });
});

describe('an exemplary site', () => {
  test('is proposed by a lead with its figures and approved by a supervisor', async () => {
    const proposal = { ...body(), title: '台账观摩点', place: '村委会', photos: ['cd34'] };
    const answer = await call('propose', 'lead', { body: proposal });
    expect(answer).toMatchObject({
      status: 201,
      body: { exemplary: { state: 'proposed', photos: ['cd34'] } },
    });
    const params = { site: textIn(answer.body, 'site') ?? '' };
    expect((await call('approval', 'lead', { params, ifMatch: 1, body: {} })).status).toBe(403);
    const approved = await call('approval', 'supervisor', { params, ifMatch: 1, body: {} });
    expect(approved.body).toMatchObject({ exemplary: { state: 'approved' } });
    const photos = async (as: keyof People) => readExemplaryPhotos(bed.deps, params.site, bed.people[as]);
    expect(await photos('lead')).toEqual(['cd34']);
    await expect(photos('stranger')).rejects.toMatchObject({ code: 'access.scope' });
  });
});

describe('the night', () => {
  test('after months without one ends what has stood long enough and hears who said nothing, each once', async () => {
    const silent = await drafted();
    at('2027-08-02T00:10:00');
    const first = await careForCriticism(bed.deps, bed.platform.clock.now());
    expect(first.failed).toBe(0);
    expect(await notice(silent)).toMatchObject({ state: 'heard', heardAt: '2026-11-30T16:00:00.000Z' });
    const states = async () => {
      const kinds = (await bed.platform.everything()).filter(
        ({ kind, SK }) => SK === 'STATE' && (kind === criticismType.kind || kind === exemplaryType.kind),
      );
      return kinds.map(({ state }) => textIn(state, 'state')).sort();
    };
    const after = await states();
    expect(after.filter((state) => state === 'expired')).toHaveLength(5);
    expect(after).not.toContain('published');
    expect(after).not.toContain('drafted');
    expect(first.found).toBe(first.examined);
    expect(await careForCriticism(bed.deps, bed.platform.clock.now())).toMatchObject({ found: 0 });
    expect(await states()).toEqual(after);
  });
});
