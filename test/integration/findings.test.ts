import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsContract } from '../../functions/findings/findings.contract.ts';
import { findingsRoutes } from '../../functions/findings/findings.routes.ts';
import { findingProjector, findingType } from '../../functions/findings/findings.store.ts';
import { careForFindings, proveFindings } from '../../functions/findings/findings-watch.usecases.ts';
import { followCase } from '../../functions/findings/settling.usecases.ts';
import { judges } from '../../functions/insight/judges.ts';
import { watchAnswers, watchClaims, watchDeadlines } from '../../functions/issues/issues-watch.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import { type Call, callRow } from '../support/call.ts';
import { findSomething } from '../support/findings.ts';
import { type IssueBed, openIssues, type People, places } from '../support/issues.ts';
import { applyProjection, recount, said, statesOf } from '../support/projections.ts';

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues('2026-11-23T09:00:00+08:00');
});
afterAll(async () => bed[Symbol.asyncDispose]());

const at = (text: string) => bed.platform.clock.set(`${text}+08:00`);
const image = async (reference: string): Promise<Item> => {
  const item = await bed.deps.store.get({ PK: `ISSUE#${reference}`, SK: 'STATE' });
  if (!item) throw new Error(`no issue ${reference}`);
  return item;
};
const follow = async (item: Item) => followCase(bed.deps, judges, item);
const finding = (id: string) => bed.deps.ledger.read(findingType, id);
const deadlineOf = async (reference: string) => (await finding(`issue-deadline.${reference}`))?.state;
const sweep = () => watchDeadlines(bed.deps, bed.platform.clock.now());
const story = async (id: string) => (await bed.deps.ledger.history('FINDING', id)).map(({ type }) => type);

const call = (route: keyof typeof findingsContract.routes, as: keyof People, what: Call = {}) => {
  const api = apiFunction(findingsContract, findingsRoutes(bed.deps, createCursors(bed.deps.keyring)), {
    ...bed.platform.core,
    authenticate: async () => bed.people[as],
  });
  return callRow(api, findingsContract.routes[route], { cookie: as, ...what });
};
const project = async () => {
  for (const item of statesOf(await bed.platform.everything(), 'FINDING'))
    await applyProjection(bed.deps.store, findingProjector, item, 'stream');
};

describe('an issue whose deadline passes', () => {
  test('is found as it will be late, is late and is grave, and cleared when it is resolved; redelivery changes nothing', async () => {
    at('2026-11-23T09:00:00');
    const reference = await bed.issueIn('claimed');
    await follow(await image(reference));
    expect(await deadlineOf(reference)).toBeUndefined();

    at('2026-11-26T09:00:00');
    await sweep();
    await follow(await image(reference));
    expect(await deadlineOf(reference)).toMatchObject({
      ...{ state: 'open', severity: 'notice', node: places.village },
      answers: { node: places.bureau, officer: { id: bed.people.handler.staffId } },
    });

    at('2026-11-27T09:00:00');
    await sweep();
    const late = await image(reference);
    await Promise.all([follow(late), follow(late)]);
    await follow(late);
    expect(await deadlineOf(reference)).toMatchObject({
      severity: 'late',
      since: '2026-11-26T16:00:00.000Z',
    });

    await bed.done('resolution', reference);
    await follow(await image(reference));
    expect(await deadlineOf(reference)).toMatchObject({ state: 'cleared', times: 1 });
    // The image that said it was late comes once more, after it was resolved.
    await follow(late);
    expect(await deadlineOf(reference)).toMatchObject({ state: 'cleared', times: 1 });
    expect(await story(`issue-deadline.${reference}`)).toEqual(['found', 'changed', 'cleared']);
  });

  test('resolved before its late image arrives is never found at all', async () => {
    at('2026-11-30T09:00:00');
    const reference = await bed.issueIn('claimed');
    at('2026-12-04T09:00:00');
    await sweep();
    const late = await image(reference);
    await bed.done('resolution', reference);
    await follow(late);
    await follow(await image(reference));
    expect(await deadlineOf(reference)).toBeUndefined();
  });

  test('is cleared by the proof of the night when its image was lost, and the proof says how many it examined', async () => {
    at('2026-12-07T09:00:00');
    const reference = await bed.issueIn('claimed');
    at('2026-12-11T09:00:00');
    await sweep();
    await follow(await image(reference));
    await bed.done('resolution', reference);
    await project();
    expect(await deadlineOf(reference)).toMatchObject({ state: 'open' });
    expect(await proveFindings(bed.deps, judges)).toMatchObject({ examined: 1, found: 1, failed: 0 });
    expect(await deadlineOf(reference)).toMatchObject({ state: 'cleared' });
    await project();
    expect(await proveFindings(bed.deps, judges)).toMatchObject({ examined: 0, found: 0, failed: 0 });
  });
});

describe('an issue nobody takes up, or answers', () => {
  const now = () => bed.platform.clock.now();

  test('is found after one working day, once, and cleared when it is claimed', async () => {
    at('2026-12-11T15:00:00');
    const reference = await bed.issueIn('transferred');
    const claimed = async () => (await finding(`issue-unclaimed.${reference}`))?.state;
    at('2026-12-14T23:59:00');
    expect(await watchClaims(bed.deps, now())).toMatchObject({ found: 0 });
    at('2026-12-15T00:00:00');
    expect(await watchClaims(bed.deps, now())).toMatchObject({ found: 1, failed: 0 });
    expect(await watchClaims(bed.deps, now())).toMatchObject({ found: 0 });
    await follow(await image(reference));
    expect(await claimed()).toMatchObject({
      ...{ state: 'open', since: '2026-12-14T16:00:00.000Z', answers: { node: places.bureau } },
    });
    await bed.done('claim', reference);
    await follow(await image(reference));
    expect(await claimed()).toMatchObject({ state: 'cleared' });
  });

  test('is found when the resident waits for the answer, and cleared when they have it', async () => {
    at('2026-12-17T15:00:00');
    const reference = await bed.issueIn('resolved');
    const answered = async () => (await finding(`issue-unanswered.${reference}`))?.state;
    at('2026-12-19T08:30:00');
    const runs = await Promise.all([watchAnswers(bed.deps, now()), watchAnswers(bed.deps, now())]);
    expect(runs.reduce((sum, { found }) => sum + found, 0)).toBeGreaterThan(0);
    await follow(await image(reference));
    expect(await answered()).toMatchObject({ state: 'open', since: '2026-12-18T16:00:00.000Z' });
    expect((await bed.story(reference)).filter((type) => type === 'unanswered')).toHaveLength(1);
    await bed.done('answer', reference);
    await follow(await image(reference));
    expect(await answered()).toMatchObject({ state: 'cleared' });
  });
});

describe('what stands open', () => {
  test('goes up once, however often and late the schedule runs, and the proof leaves a chain that is whole', async () => {
    at('2026-12-21T12:00:00');
    const id = await findSomething(bed.deps, 1);
    at('2026-12-23T00:00:00');
    const runs = await Promise.all([
      careForFindings(bed.deps, bed.platform.clock.now()),
      careForFindings(bed.deps, bed.platform.clock.now()),
    ]);
    expect(runs.reduce((sum, { found }) => sum + found, 0)).toBeGreaterThan(0);
    expect(await careForFindings(bed.deps, bed.platform.clock.now())).toMatchObject({ found: 0, failed: 0 });
    expect(await story(id)).toEqual(['found', 'escalated']);
    const stored = await finding(id);
    if (!stored) throw new Error('it is gone');
    const links = await bed.deps.ledger.history('FINDING', id);
    expect(verifyChain('FINDING', id, links, stored).whole).toBe(true);
  });

  test('is listed for those who oversee its place, and for those it concerns; nobody else sees it', async () => {
    at('2026-12-24T12:00:00');
    const mine = {
      answers: { node: places.bureau, officer: { id: bed.people.handler.staffId, name: '李' } },
    };
    const id = await findSomething(bed.deps, 2, { ...mine, check: 'issue-deadline' });
    await project();
    const rows = async (as: keyof People, query: object, route: 'list' | 'mine' = 'list') => {
      const { status, body } = await call(route, as, { query: { ...query } });
      return status === 200
        ? JSON.stringify(body).includes(id)
        : JSON.stringify(body).match(/access\.\w+/)?.[0];
    };
    const open = { node: places.town, state: 'open' };
    expect(await rows('lead', open)).toBe(true);
    expect(await rows('handler', { ...open, node: places.bureau, check: 'issue-deadline' })).toBe(true);
    expect(await rows('handler', {}, 'mine')).toBe(true);
    expect(await rows('handler', { ...open, node: places.bureau })).toBe('access.role');
    expect(await rows('disability', { ...open, check: 'ledger-noon' })).toBe('access.role');
    expect(await rows('stranger', open)).toBe('access.scope');
    expect((await call('read', 'stranger', { params: { finding: id } })).status).toBe(403);
    expect((await call('read', 'handler', { params: { finding: id } })).status).toBe(200);
    expect((await call('read', 'lead', { params: { finding: 'issue-deadline.AAAA' } })).status).toBe(404);
  });

  test('rests by an exception a supervisor grants with a reason, counted apart; not from what they answer for', async () => {
    at('2026-12-28T12:00:00');
    const id = await findSomething(bed.deps, 3);
    const until = addDays(localDateOf(bed.platform.clock.now()), 3);
    const body = { reason: '负责人住院，由邻村代交', until };
    const asked = { params: { finding: id }, body, ifMatch: 1 };
    expect((await call('exception', 'lead', asked)).status).toBe(403);
    const key = 'one-intention-of-a-supervisor-01';
    expect(await call('exception', 'supervisor', { ...asked, key })).toMatchObject({
      ...{ status: 200, body: { state: 'excepted', until } },
    });
    expect((await call('exception', 'supervisor', { ...asked, key })).status).toBe(200);
    expect((await call('exception', 'otherSupervisor', asked)).status).toBe(412);
    await project();
    const { body: figures } = await call('figures', 'supervisor', {
      query: { node: places.village, month: '2026-12' },
    });
    expect(figures).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ check: 'ledger-noon', open: 1, excepted: 1 }),
      ]),
    });

    const own = {
      answers: { node: places.village, officer: { id: bed.people.supervisor.staffId, name: '张' } },
    };
    const theirs = await findSomething(bed.deps, 4, own);
    expect(await call('exception', 'supervisor', { ...asked, params: { finding: theirs } })).toMatchObject({
      body: { code: 'finding.own' },
    });
  });
});

test('figures of findings are those of the findings themselves', async () => {
  await project();
  const items = await bed.platform.everything();
  expect(said(items, ['findings']).counts).toEqual(
    recount(findingProjector, statesOf(items, 'FINDING')).counts,
  );
});
