import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { watchPlans } from '../../functions/campaigns/campaigns-watch.usecases.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import type { Store, TransactWrite } from '../../functions/platform/runtime/store.ts';
import { callRow } from '../support/call.ts';
import { type CampaignBed, openCampaigns, outcome, places } from '../support/campaigns.ts';
import { makeFaulty } from '../support/faults.ts';

let bed: CampaignBed;
beforeEach(async () => {
  bed = await openCampaigns('2026-11-23T08:00:00+08:00');
});
afterEach(async () => bed[Symbol.asyncDispose]());

const chosen = (...names: string[]) => names.map((name) => ({ staffId: bed.staffId(name) }));
const planning = (campaign: string, ...names: string[]) => ({
  params: { campaign },
  body: { village: places.village, people: chosen(...names) },
});
const handing = (campaign: string, from: string, ...to: string[]) => ({
  params: { campaign },
  body: { village: places.village, from: bed.staffId(from), to: to.map((name) => bed.staffId(name)) },
});

/** Every household has exactly one person and day, and the history of each says how it came to it. */
const expectWhole = async (campaign: string, ids: readonly string[]) => {
  const all = await bed.assignments(campaign);
  expect(all.map(({ state }) => state.household).sort()).toEqual([...ids].sort());
  for (const stored of all) {
    const links = await bed.deps.ledger.history('ASSIGNMENT', stored.id);
    expect(verifyChain('ASSIGNMENT', stored.id, links, stored)).toMatchObject({ whole: true });
  }
  return all;
};

/** Does something once, just before the nth transaction is sent. */
const justBefore = (nth: number, act: () => Promise<unknown>) => {
  let sent = 0;
  return bed.platform.on((store: Store) => ({
    ...store,
    transact: async (items: readonly TransactWrite[], token: string) => {
      sent += 1;
      if (sent === nth) await act();
      return store.transact(items, token);
    },
  }));
};

describe('at the same moment', () => {
  test('two plans of a village with the same people give every household out once', async () => {
    const ids = await bed.register(90);
    const campaign = await bed.running();
    const asked = planning(campaign, 'v.one', 'v.two');
    const answers = await Promise.all([1, 2, 3].map(() => bed.call('plan', 'lead', asked)));
    expect(answers.map(outcome)).toEqual(['200', '200', '200']);
    await expectWhole(campaign, ids);
  });

  test('of two plans with different people one is made and the other refused', async () => {
    const ids = await bed.register(50);
    const campaign = await bed.running();
    const answers = await Promise.all([
      bed.call('plan', 'lead', planning(campaign, 'v.one')),
      bed.call('plan', 'admin', planning(campaign, 'v.two')),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [refused] = answers.filter(({ status }) => status !== 200).map(outcome);
    expect(['409 campaign.plan_running', '409 campaign.nothing_to_plan']).toContain(refused);
    const all = await expectWhole(campaign, ids);
    expect(new Set(all.map(({ state }) => state.assignee.id)).size).toBe(1);
  });

  test('a page and the schedule go on with the same plan, and nothing is given out twice', async () => {
    const ids = await bed.register(90);
    const campaign = await bed.running();
    const cut = justBefore(3, async () => {
      throw new Error('the process was stopped');
    });
    await callRow(bed.apiOn(cut), campaignsContract.routes.plan, {
      ...planning(campaign, 'v.one', 'v.two'),
      cookie: 'lead',
    });
    bed.platform.clock.advance(6);
    const params = { campaign, village: places.village.slice(-12) };
    await Promise.all([
      bed.call('continuePlan', 'lead', { params, body: {} }),
      watchPlans(bed.deps, bed.platform.clock.now()),
      watchPlans(bed.deps, bed.platform.clock.now()),
    ]);
    const all = await expectWhole(campaign, ids);
    expect(all.filter(({ state }) => state.assignee.id === bed.staffId('v.one'))).toHaveLength(45);
  });

  test('a plan and a hand-over: what was given out before is handed over, the rest is not lost', async () => {
    const ids = await bed.register(90);
    const campaign = await bed.running();
    const core = justBefore(3, async () => {
      await bed.project();
      const answer = await bed.call('reassignments', 'lead', handing(campaign, 'v.one', 'v.three'));
      expect(answer).toMatchObject({ status: 200, body: { moved: 40 } });
    });
    const answer = await callRow(bed.apiOn(core), campaignsContract.routes.plan, {
      ...planning(campaign, 'v.one', 'v.two'),
      cookie: 'lead',
    });
    expect(answer.body).toMatchObject({ status: 'done', left: 0 });
    const all = await expectWhole(campaign, ids);
    expect(all.filter(({ state }) => state.assignee.id === bed.staffId('v.three'))).toHaveLength(40);
  });

  test('a visit and a hand-over of the same household: the visit counts, and stays with whoever made it', async () => {
    const ids = await bed.register(10);
    const campaign = await bed.running();
    await bed.planned(campaign, ['v.one']);
    const [met = '', tried = ''] = ids;
    const core = justBefore(1, async () => {
      expect(await bed.tried(campaign, met)).toBe('committed');
      expect(await bed.tried(campaign, tried, { outcome: 'not-home' })).toBe('committed');
    });
    const answer = await callRow(bed.apiOn(core), campaignsContract.routes.reassignments, {
      ...handing(campaign, 'v.one', 'v.two'),
      cookie: 'lead',
    });
    expect(answer).toMatchObject({ status: 200, body: { moved: 9, left: 0 } });
    const all = await expectWhole(campaign, ids);
    const of = (household: string) => all.find(({ state }) => state.household === household)?.state;
    expect(of(met)).toMatchObject({ status: 'visited', assignee: { id: bed.staffId('v.one') } });
    expect(of(tried)).toMatchObject({ status: 'planned', tried: 1, assignee: { id: bed.staffId('v.two') } });
  });

  test('a visit while the village is planned again for new doors is kept', async () => {
    const ids = await bed.register(5);
    const campaign = await bed.running();
    await bed.planned(campaign, ['v.one']);
    const more = await bed.register(5);
    const [met = ''] = ids;
    const core = justBefore(2, async () => {
      expect(await bed.tried(campaign, met)).toBe('committed');
    });
    const answer = await callRow(bed.apiOn(core), campaignsContract.routes.plan, {
      ...planning(campaign, 'v.two'),
      cookie: 'lead',
    });
    expect(answer.body).toMatchObject({ status: 'done', planned: 5 });
    const all = await expectWhole(campaign, [...ids, ...more]);
    expect(all.filter(({ state }) => state.status === 'visited')).toHaveLength(1);
  });

  test('a person suspended while the plan is written is given nothing more', async () => {
    const ids = await bed.register(90);
    const campaign = await bed.running();
    const core = justBefore(3, () => bed.suspend('v.two'));
    const answer = await callRow(bed.apiOn(core), campaignsContract.routes.plan, {
      ...planning(campaign, 'v.one', 'v.two'),
      cookie: 'lead',
    });
    expect(answer.body).toMatchObject({ status: 'done', left: 0 });
    const all = await expectWhole(campaign, ids);
    expect(all.filter(({ state }) => state.assignee.id === bed.staffId('v.two'))).toEqual([]);
  });

  test('a person suspended while they take over is given nothing: the hand-over is refused and names them', async () => {
    await bed.register(10);
    const campaign = await bed.running();
    await bed.planned(campaign, ['v.one']);
    const core = justBefore(1, () => bed.suspend('v.two'));
    const answer = await callRow(bed.apiOn(core), campaignsContract.routes.reassignments, {
      ...handing(campaign, 'v.one', 'v.two'),
      cookie: 'lead',
    });
    expect(answer.body).toMatchObject({
      ...{ code: 'campaign.person_not_active', errors: [{ path: 'to.0', message: '走访员v.two' }] },
    });
    const all = await bed.assignments(campaign);
    expect(new Set(all.map(({ state }) => state.assignee.id))).toEqual(new Set([bed.staffId('v.one')]));
  });

  test('a campaign that ends while it is planned: what was given out is missed, the rest given to nobody', async () => {
    await bed.register(90);
    const campaign = await bed.running();
    const end = { params: { campaign }, body: {}, ifMatch: 2 };
    const core = justBefore(3, () => bed.call('end', 'everybody', end));
    const answer = await callRow(bed.apiOn(core), campaignsContract.routes.plan, {
      ...planning(campaign, 'v.one', 'v.two'),
      cookie: 'lead',
    });
    expect(answer.body).toMatchObject({
      status: 'stopped',
      stopped: 'campaign-ended',
      planned: 40,
      left: 50,
    });
    await bed.project();
    bed.platform.clock.advance(6);
    await watchPlans(bed.deps, bed.platform.clock.now());
    const all = await bed.assignments(campaign);
    expect(all.map(({ state }) => state.status)).toEqual(Array(40).fill('missed'));
  });
});

describe('over an unreliable store', () => {
  test.each([20261122, 20261123, 20261124, 20261125])(
    'plan and hand-over have their effect exactly once, however often they had to be sent (seed %i)',
    async (seed) => {
      const ids = await bed.register(60);
      const campaign = await bed.running();
      const client = bed.platform.newClient();
      makeFaulty(client, { seed, rate: 0.35 });
      const api = bed.apiOn(bed.platform.through(client));
      const patiently = async (
        route: 'plan' | 'continuePlan' | 'reassignments',
        call: object,
        key: string,
      ) => {
        for (let attempt = 1; attempt <= 40; attempt++) {
          const answer = await callRow(api, campaignsContract.routes[route], {
            ...call,
            key,
            cookie: 'lead',
          });
          if (answer.status !== 503) return answer;
          expect(outcome(answer)).toBe('503 service.busy');
        }
        throw new Error('forty times busy');
      };
      const planned = await patiently(
        'plan',
        planning(campaign, 'v.one', 'v.two'),
        `plan-key-of-${seed}-seed`,
      );
      expect(planned).toMatchObject({ status: 200, body: { status: 'done' } });
      await expectWhole(campaign, ids);
      await bed.project();
      const moved = await patiently(
        'reassignments',
        handing(campaign, 'v.one', 'v.three'),
        `hand-${seed}-over-key`,
      );
      expect(moved).toMatchObject({ status: 200, body: { left: 0 } });
      const all = await expectWhole(campaign, ids);
      const count = (name: string) =>
        all.filter(({ state }) => state.assignee.id === bed.staffId(name)).length;
      expect([count('v.one'), count('v.two'), count('v.three')]).toEqual([0, 30, 30]);
      for (const { state } of all.filter((one) => one.state.assignee.id === bed.staffId('v.three')))
        expect(state.formerly).toHaveLength(1);
    },
  );
});
