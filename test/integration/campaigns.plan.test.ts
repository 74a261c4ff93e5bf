import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { watchPlans } from '../../functions/campaigns/campaigns-watch.usecases.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { TransactWrite } from '../../functions/platform/runtime/store.ts';
import { callRow } from '../support/call.ts';
import { type CampaignBed, fieldIn, openCampaigns, outcome, places } from '../support/campaigns.ts';

let bed: CampaignBed;
beforeEach(async () => {
  bed = await openCampaigns('2026-11-23T08:00:00+08:00');
});
afterEach(async () => bed[Symbol.asyncDispose]());

const chosen = (...names: string[]) => names.map((name) => ({ staffId: bed.staffId(name) }));
const plan = (campaign: string, names: string[], how: object = {}) =>
  bed.call('plan', 'lead', {
    params: { campaign },
    body: { village: places.village, people: chosen(...names) },
    ...how,
  });
const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};
const whole = async (campaign: string): Promise<boolean> => {
  const verdicts = await Promise.all(
    (await bed.assignments(campaign)).map(async (stored) =>
      verifyChain('ASSIGNMENT', stored.id, await bed.deps.ledger.history('ASSIGNMENT', stored.id), stored),
    ),
  );
  return verdicts.every((verdict) => verdict.whole);
};

describe('the plan of a village', () => {
  test('gives every household one person and one day, evenly, and says when it is done', async () => {
    const ids = await bed.register(47);
    const campaign = await bed.running();
    const answer = await plan(campaign, ['v.one', 'v.two', 'v.three']);
    expect(answer).toMatchObject({ status: 200, body: { status: 'done', planned: 47, left: 0 } });
    const all = await bed.assignments(campaign);
    expect(all.map(({ state }) => state.household).sort()).toEqual([...ids].sort());
    const each = Object.values(countBy(all, ({ state }) => state.assignee.name));
    expect(each.sort()).toEqual([15, 16, 16]);
    expect(new Set(all.map(({ state }) => state.day)).size).toBe(10);
    expect(await whole(campaign)).toBe(true);
  });

  test('is shown before anybody is told, and nothing is written by that', async () => {
    await bed.register(12);
    const campaign = await bed.running();
    const answer = await bed.call('planPreview', 'lead', {
      params: { campaign },
      body: { village: places.village, people: chosen('v.one', 'v.two') },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        ...{ households: 12, toAssign: 12, days: 10, perDay: 10, places: 200 },
        people: [
          { name: '走访员v.one', has: 0, gets: 6, perDay: 1, firstDay: '2026-11-23', lastDay: '2026-11-30' },
          { name: '走访员v.two', has: 0, gets: 6 },
        ],
      },
    });
    expect(await bed.assignments(campaign)).toEqual([]);
  });

  test('proposes everybody of the village and its town who visits', async () => {
    await bed.register(4);
    const campaign = await bed.running();
    const params = { campaign, village: places.village.slice(-12) };
    const { body } = await bed.call('people', 'lead', { params });
    const people = fieldIn(body, 'people');
    const names = Array.isArray(people) ? people.map((one) => fieldIn(one, 'name')) : [];
    expect(names).toEqual(expect.arrayContaining(['走访员v.one', '走访员v.four', 'visitor 一', 'lead 一']));
    expect(names).not.toEqual(expect.arrayContaining(['走访员second']));
    expect(names).not.toEqual(expect.arrayContaining(['auditor 一']));
  });

  test('is refused in numbers when the days do not hold the households', async () => {
    await bed.register(25);
    const campaign = await bed.running({ perDay: 2, to: '2026-11-27' });
    const answer = await plan(campaign, ['v.one', 'v.two']);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'campaign.not_enough_days',
        detail: expect.stringMatching(/^25 households, but 20 places: 2 people on 5 days, at most 2 a day/),
        errors: [{ code: 'campaign.not_enough_days', n: '5' }],
      },
    });
    expect(await bed.assignments(campaign)).toEqual([]);
  });

  test('counts what somebody who visits in two villages has on a day in the other', async () => {
    await bed.register(8);
    await bed.register(8, { village: places.secondVillage });
    const campaign = await bed.running({ perDay: 1, to: '2026-12-04' });
    await bed.planned(campaign, ['visitor']);
    const second = await bed.call('plan', 'lead', {
      params: { campaign },
      body: { village: places.secondVillage, people: chosen('visitor') },
    });
    expect(second.body).toMatchObject({
      code: 'campaign.not_enough_days',
      detail: expect.stringMatching(/8 households, but 2 places/),
    });
  });

  test.each([
    [
      'a campaign that was not started',
      async () => ({ campaign: await draft() }),
      '409 campaign.not_running',
    ],
    ['a campaign there is not', async () => ({ campaign: referenceFrom('none') }), '404 campaign.not_found'],
    ['a village of another town', async () => ({ village: places.otherVillage }), '403 access.scope'],
    [
      'somebody of another town',
      async () => ({ names: ['v.one', 'elsewhere'] }),
      '422 campaign.person_not_in_scope',
    ],
    ['somebody who visits nobody', async () => ({ names: ['auditor'] }), '422 campaign.person_not_in_scope'],
    [
      'somebody who was suspended',
      async () => ({ names: await suspended() }),
      '422 campaign.person_not_active',
    ],
    ['the same person twice', async () => ({ names: ['v.one', 'v.one'] }), '400 request.invalid'],
  ])('is refused for %s', async (_, change, refusal) => {
    await bed.register(2);
    const made: { campaign?: string; village?: string; names?: string[] } = await change();
    const campaign = made.campaign ?? (await bed.running());
    const answer = await bed.call('plan', 'lead', {
      params: { campaign },
      body: { village: made.village ?? places.village, people: chosen(...(made.names ?? ['v.one'])) },
    });
    expect(outcome(answer)).toBe(refusal);
    expect(await bed.platform.everything()).not.toContainEqual(
      expect.objectContaining({ kind: 'ASSIGNMENT' }),
    );
  });

  const draft = async (): Promise<string> => {
    const { body } = await bed.call('create', 'everybody', {
      body: {
        ...{ name: '草稿', objective: '以后', scope: places.town, from: '2026-11-23', to: '2026-12-04' },
      },
    });
    return String(fieldIn(body, 'campaign'));
  };
  const suspended = async (): Promise<string[]> => {
    await bed.suspend('v.four');
    return ['v.four'];
  };

  test('is refused once the last day has passed, or when the campaign has none of the village', async () => {
    await bed.register(2);
    const campaign = await bed.running();
    const other = await bed.running({ scope: places.secondVillage });
    expect(outcome(await plan(other, ['v.one']))).toBe('422 campaign.village_out_of_scope');
    bed.platform.clock.set('2026-12-05T09:00:00+08:00');
    expect(outcome(await plan(campaign, ['v.one']))).toBe('409 campaign.period_over');
  });

  test('of a village without households, or in which all have their person, has nothing to do', async () => {
    const campaign = await bed.running();
    expect(outcome(await plan(campaign, ['v.one']))).toBe('409 campaign.nothing_to_plan');
    await bed.register(3);
    await bed.planned(campaign, ['v.one']);
    expect(outcome(await plan(campaign, ['v.two']))).toBe('409 campaign.nothing_to_plan');
    const left = (await bed.assignments(campaign)).map(({ state }) => state.assignee.id);
    expect(new Set(left)).toEqual(new Set([bed.staffId('v.one')]));
  });

  test('made again takes in the doors that came since and leaves all others as they are', async () => {
    await bed.register(6);
    const campaign = await bed.running();
    await bed.planned(campaign, ['v.one']);
    const before = await bed.assignments(campaign);
    await bed.register(3);
    await bed.planned(campaign, ['v.one', 'v.two']);
    const after = await bed.assignments(campaign);
    for (const stored of before) expect(after).toContainEqual(stored);
    expect(countBy(after, ({ state }) => state.assignee.name)).toEqual({
      '走访员v.one': 6,
      '走访员v.two': 3,
    });
  });

  test('sent again with the same key has the same effect once', async () => {
    await bed.register(9);
    const campaign = await bed.running();
    const how = { key: 'a-key-of-a-page-that-lost-its-answer' };
    expect((await plan(campaign, ['v.one', 'v.two'], how)).status).toBe(200);
    const before = await bed.assignments(campaign);
    expect(await plan(campaign, ['v.one', 'v.two'], how)).toMatchObject({ status: 200, body: { left: 0 } });
    expect(await bed.assignments(campaign)).toEqual(before);
    expect(outcome(await plan(campaign, ['v.three'], how))).toBe('422 request.key_reused');
  });
});

describe('a plan that was begun and left', () => {
  /** A core whose store fails after that many transactions, as a process that is stopped. */
  const stoppedAfter = (transactions: number) => {
    let left = transactions;
    return bed.platform.on((store) => ({
      ...store,
      transact: async (items: readonly TransactWrite[], token: string) => {
        if (left === 0) throw new Error('the process was stopped');
        left -= 1;
        return store.transact(items, token);
      },
    }));
  };

  const beginAndStop = async (campaign: string, names: string[]): Promise<void> => {
    // The plan itself, then one part of forty.
    const answer = await callRow(bed.apiOn(stoppedAfter(2)), campaignsContract.routes.plan, {
      params: { campaign },
      body: { village: places.village, people: chosen(...names) },
      cookie: 'lead',
    });
    expect(answer.status).toBe(500);
    expect(await bed.assignments(campaign)).toHaveLength(40);
  };

  test('is made to its end by the schedule, as it would have been', async () => {
    await bed.register(100);
    const other = await bed.running();
    await bed.planned(other, ['v.one', 'v.two', 'v.three']);
    const campaign = await bed.running();
    await beginAndStop(campaign, ['v.one', 'v.two', 'v.three']);
    const now = bed.platform.clock.now();
    expect(await watchPlans(bed.deps, now)).toEqual({ examined: 0, found: 0, failed: 0 });
    bed.platform.clock.advance(6);
    expect(await watchPlans(bed.deps, bed.platform.clock.now())).toEqual({
      examined: 1,
      found: 60,
      failed: 0,
    });
    const facts = async (of: string) =>
      (await bed.assignments(of)).map(({ state }) => [state.household, state.assignee.id, state.day]);
    expect(await facts(campaign)).toEqual(await facts(other));
    expect(await watchPlans(bed.deps, bed.platform.clock.now())).toEqual({
      examined: 0,
      found: 0,
      failed: 0,
    });
    expect(await whole(campaign)).toBe(true);
  });

  test('is gone on with by the page, with the same people, and refused with others', async () => {
    await bed.register(60);
    const campaign = await bed.running();
    await beginAndStop(campaign, ['v.one', 'v.two']);
    expect(outcome(await plan(campaign, ['v.three']))).toBe('409 campaign.plan_running');
    const params = { campaign, village: places.village.slice(-12) };
    const answer = await bed.call('continuePlan', 'lead', { params, body: {} });
    expect(answer.body).toMatchObject({ status: 'done', planned: 20, left: 0 });
    expect(await bed.assignments(campaign)).toHaveLength(60);
  });

  test('passes over somebody who was suspended meanwhile; what they had is still there', async () => {
    await bed.register(60);
    const campaign = await bed.running();
    await beginAndStop(campaign, ['v.one', 'v.two', 'v.three']);
    await bed.suspend('v.three');
    bed.platform.clock.advance(6);
    await watchPlans(bed.deps, bed.platform.clock.now());
    const all = await bed.assignments(campaign);
    expect(all).toHaveLength(60);
    expect(countBy(all, ({ state }) => state.assignee.name)).toEqual({
      '走访员v.one': 30,
      '走访员v.two': 30,
    });
  });

  test('stops when nobody is left, and is made anew with others', async () => {
    await bed.register(60);
    const campaign = await bed.running();
    await beginAndStop(campaign, ['v.one']);
    await bed.suspend('v.one');
    bed.platform.clock.advance(6);
    expect(await watchPlans(bed.deps, bed.platform.clock.now())).toMatchObject({ examined: 1, found: 0 });
    await bed.project();
    const { body } = await bed.call('plans', 'lead', { params: { campaign } });
    expect(body).toMatchObject({ rows: [{ status: 'stopped', stopped: 'nobody-left' }] });
    await bed.planned(campaign, ['v.two']);
    expect(await bed.assignments(campaign)).toHaveLength(60);
  });

  test('ends with its campaign', async () => {
    await bed.register(60);
    const campaign = await bed.running();
    await beginAndStop(campaign, ['v.one']);
    await bed.call('end', 'everybody', { params: { campaign }, body: {}, ifMatch: 2 });
    bed.platform.clock.advance(6);
    await bed.project();
    expect(await watchPlans(bed.deps, bed.platform.clock.now())).toMatchObject({ examined: 2, failed: 0 });
    const all = await bed.assignments(campaign);
    expect(countBy(all, ({ state }) => state.status)).toEqual({ missed: 40 });
    expect(await watchPlans(bed.deps, bed.platform.clock.now())).toMatchObject({ examined: 0 });
  });
});
