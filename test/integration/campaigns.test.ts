import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newKey } from '../support/call.ts';
import { type CampaignBed, details, fieldIn, openCampaigns, outcome, places } from '../support/campaigns.ts';

const monday = '2026-11-23T08:00:00+08:00';

describe('a campaign', () => {
  let bed: CampaignBed;
  beforeAll(async () => {
    bed = await openCampaigns(monday);
  });
  beforeEach(() => bed.platform.clock.set(monday));
  afterAll(async () => bed[Symbol.asyncDispose]());

  const create = (change: object = {}, as = 'admin', key = newKey()) =>
    bed.call('create', as, { body: { ...details, ...change }, key });
  const made = async (change: object = {}): Promise<string> =>
    String(fieldIn((await create(change)).body, 'campaign'));

  test('is written down, changed until it starts, started and ended, each by an administrator', async () => {
    const campaign = await made();
    const step = (route: 'details' | 'start' | 'end', ifMatch: number, body: object = {}) =>
      bed.call(route, 'admin', { params: { campaign }, body, ifMatch });
    const changed = await step('details', 1, { ...details, name: '春季大走访', perDay: 30 });
    expect(changed.body).toMatchObject({ state: 'draft', name: '春季大走访', perDay: 30, version: 2 });
    expect((await step('start', 2)).body).toMatchObject({
      state: 'running',
      startedBy: { name: 'admin 一' },
    });
    expect(outcome(await step('details', 3, details))).toBe('409 campaign.not_draft');
    expect(outcome(await step('start', 3))).toBe('409 campaign.not_draft');
    expect((await step('end', 3, { reason: '疫情防控' })).body).toMatchObject({
      ...{ state: 'ended', endReason: '疫情防控' },
    });
    expect(outcome(await step('end', 4))).toBe('409 campaign.not_running');
  });

  test('is not started after its last day', async () => {
    const campaign = await made();
    bed.platform.clock.set('2026-12-05T09:00:00+08:00');
    const answer = await bed.call('start', 'admin', { params: { campaign }, body: {}, ifMatch: 1 });
    expect(outcome(answer)).toBe('409 campaign.period_over');
  });

  test('of two who end it at once one does', async () => {
    const campaign = await bed.running();
    const end = () => bed.call('end', 'admin', { params: { campaign }, body: {}, ifMatch: 2 });
    const answers = await Promise.all([end(), end(), end()]);
    expect(answers.map(outcome).sort()).toEqual(['200', '412 request.stale', '412 request.stale']);
  });

  test('sent twice is there once', async () => {
    const key = newKey();
    const [first, again] = [await create({}, 'admin', key), await create({}, 'admin', key)];
    expect(first.status).toBe(201);
    expect(again).toEqual(first);
  });

  test.each([
    ['days in the wrong order', { from: '2026-12-04', to: '2026-11-23' }, '400 request.invalid', 'to'],
    ['more than a year', { to: '2027-11-24' }, '400 request.invalid', 'to'],
    ['a day that does not exist', { from: '2026-02-30' }, '400 request.invalid', 'from'],
    ['a year nothing can be counted from', { from: '9999-12-31' }, '400 request.invalid', 'from'],
    ['nobody for a day', { perDay: 0 }, '400 request.invalid', 'perDay'],
    ['too many for a day', { perDay: 61 }, '400 request.invalid', 'perDay'],
    ['no name', { name: ' ' }, '400 request.invalid', 'name'],
    ['a scope that is a department', { scope: places.townOffice }, '400 request.invalid', 'scope'],
    [
      'a place there is not',
      { scope: `${places.town}/370402101999` },
      '422 campaign.scope_unknown',
      undefined,
    ],
    ["another town's place", { scope: places.otherVillage }, '403 access.scope', undefined],
    ['a field nobody knows', { budget: 5 }, '400 request.invalid', 'budget'],
  ])('with %s is refused', async (_, change, refusal, path) => {
    const answer = await create(change);
    expect(outcome(answer)).toBe(refusal);
    if (path) expect(fieldIn(answer.body, 'errors')).toMatchObject([{ path }]);
  });

  test('is listed for whom it concerns: in it, below it and above it', async () => {
    const [ofTown, ofVillage, ofOther] = [
      await bed.running({ name: '全镇' }),
      await bed.running({ name: '东村', scope: places.village }),
      await bed.running({ name: '矿区', scope: places.otherTown }),
    ];
    const listed = async (node: string): Promise<unknown[]> => {
      const { body } = await bed.call('list', 'everybody', { query: { node } });
      const rows = fieldIn(body, 'rows');
      return Array.isArray(rows) ? rows.map((row) => fieldIn(row, 'campaign')) : [];
    };
    expect(await listed(places.secondVillage)).toContain(ofTown);
    expect(await listed(places.secondVillage)).not.toContain(ofVillage);
    expect(await listed(places.town)).toEqual(expect.arrayContaining([ofTown, ofVillage]));
    expect(await listed(places.town)).not.toContain(ofOther);
    expect(await listed(places.district)).toEqual(expect.arrayContaining([ofTown, ofVillage, ofOther]));
    const read = (as: string, campaign: string) => bed.call('read', as, { params: { campaign } });
    expect((await read('v.one', ofTown)).status).toBe(200);
    expect(outcome(await read('elsewhere', ofTown))).toBe('403 access.scope');
  });
});

describe('the households of a campaign', () => {
  let bed: CampaignBed;
  let campaign: string;
  let ids: string[];
  beforeEach(async () => {
    bed = await openCampaigns(monday);
    ids = await bed.register(12);
    campaign = await bed.running();
    await bed.planned(campaign, ['v.one', 'v.two']);
  });
  afterEach(async () => bed[Symbol.asyncDispose]());

  const of = async (name: string) =>
    (await bed.assignments(campaign)).filter(({ state }) => state.assignee.id === bed.staffId(name));
  const handOver = (from: string, to: string[], change: object = {}, as = 'lead') =>
    bed.call('reassignments', as, {
      params: { campaign },
      body: {
        ...{ village: places.village, from: bed.staffId(from), to: to.map((name) => bed.staffId(name)) },
        ...change,
      },
    });
  const rows = async (route: 'unvisited' | 'assignments', query: Record<string, string>) => {
    const { body } = await bed.call(route, 'lead', { params: { campaign }, query });
    const found = fieldIn(body, 'rows');
    return Array.isArray(found) ? found : [];
  };
  const coverage = async (node: string): Promise<unknown> => {
    const { body } = await bed.call('coverage', 'lead', { params: { campaign }, query: { node } });
    return body;
  };

  test('are handed over evenly when a person leaves; what was visited stays theirs', async () => {
    const [first] = await of('v.one');
    await bed.tried(campaign, first?.state.household ?? '');
    await bed.suspend('v.one');
    const answer = await handOver('v.one', ['v.three', 'v.four']);
    expect(answer).toMatchObject({ status: 200, body: { moved: 5, left: 0 } });
    expect(await of('v.one')).toHaveLength(1);
    expect([(await of('v.three')).length, (await of('v.four')).length].sort()).toEqual([2, 3]);
    const [moved] = await of('v.three');
    expect(moved?.state.formerly).toMatchObject([{ id: bed.staffId('v.one'), name: '走访员v.one' }]);
    await bed.project();
    expect(await handOver('v.one', ['v.three'])).toMatchObject({ status: 200, body: { moved: 0, left: 0 } });
  });

  test('are handed over for the days that are named', async () => {
    const days = { from: '2026-12-01', to: '2026-12-02' };
    expect((await handOver('v.one', ['v.three'], { days })).status).toBe(200);
    const planned = (await of('v.three')).map(({ state }) => state.day);
    expect(planned).toEqual([...Array(3).fill('2026-12-01'), ...Array(3).fill('2026-12-02')]);
  });

  test.each([
    ['to themselves', ['v.two', 'v.one'], {}, '422 campaign.person_is_giver'],
    ['to somebody of another village', ['second'], {}, '422 campaign.person_not_in_scope'],
    [
      'on days without any',
      ['v.three'],
      { days: { from: '2026-11-28', to: '2026-11-29' } },
      '422 campaign.not_enough_days',
    ],
    ['in another town', ['v.three'], { village: places.otherVillage }, '403 access.scope'],
  ])('are not handed over %s', async (_, to, change, refusal) => {
    const before = await bed.assignments(campaign);
    expect(outcome(await handOver('v.one', to, change))).toBe(refusal);
    expect(await bed.assignments(campaign)).toEqual(before);
  });

  test('are counted for every level by one read, and the red list has exactly the others', async () => {
    const [a = '', b = '', c = '', d = ''] = ids;
    await bed.tried(campaign, a);
    await bed.tried(campaign, b, { outcome: 'refused' });
    await bed.tried(campaign, c, { outcome: 'vacant' });
    const change = { params: { campaign, household: d }, body: { reason: '重复登记' }, ifMatch: 1 };
    expect((await bed.call('exclusion', 'lead', change)).status).toBe(200);
    await bed.project();
    const counts = {
      ...{ assigned: 12, visited: 1, refused: 1, empty: 1, excluded: 1, planned: 8, tried: 3, missed: 0 },
    };
    expect(await coverage(places.town)).toMatchObject({
      total: counts,
      children: [{ node: places.village, counts }],
    });
    expect(await coverage(places.village)).toMatchObject({
      total: counts,
      children: [{ node: `${places.village}/-`, counts }],
    });
    for (const node of [places.town, places.village, `${places.village}/-`]) {
      const listed = (await rows('unvisited', { node })).map((row) => fieldIn(row, 'household'));
      expect(listed).toHaveLength(10);
      expect(listed).not.toContain(a);
      expect(listed).not.toContain(d);
    }
    expect(await rows('assignments', { village: places.village })).toHaveLength(12);
  });

  test('stay in the red list until somebody is met, the earliest planned first', async () => {
    const listed = await rows('unvisited', { node: places.village });
    const days = listed.map((row) => String(fieldIn(row, 'day')));
    expect(days).toEqual([...days].sort());
  });

  test('tried twice in office hours wait for an evening, and are then counted as waiting', async () => {
    const [household = ''] = ids;
    await bed.tried(campaign, household, { outcome: 'not-home', at: '2026-11-23T09:00:00+08:00' });
    bed.platform.clock.set('2026-11-24T15:00:00+08:00');
    await bed.tried(campaign, household, { outcome: 'not-home' });
    await bed.project();
    const { body } = await bed.call('assignment', 'lead', { params: { campaign, household } });
    expect(body).toMatchObject({
      ...{ status: 'planned', tried: 2 },
      next: { day: '2026-11-24', slot: 'evening', why: 'off-peak' },
    });
    expect(await coverage(places.village)).toMatchObject({ total: { waitingOffPeak: 1 } });
  });

  test('are excluded with a reason, and taken in again as their tries left them', async () => {
    const [household = ''] = ids;
    await bed.tried(campaign, household, { outcome: 'refused' });
    const change = (route: 'exclusion' | 'reinstatement', ifMatch: number) =>
      bed.call(route, 'lead', { params: { campaign, household }, body: { reason: '核实后' }, ifMatch });
    expect((await change('exclusion', 2)).body).toMatchObject({
      ...{ status: 'excluded', excluded: { reason: '核实后', by: { name: 'lead 一' } } },
    });
    expect(outcome(await change('exclusion', 3))).toBe('409 campaign.assignment_excluded');
    expect((await change('reinstatement', 3)).body).toMatchObject({ status: 'refused' });
    expect(outcome(await change('reinstatement', 4))).toBe('409 campaign.assignment_not_excluded');
  });

  test('that were visited are not excluded, nor planned for another day', async () => {
    const [household = ''] = ids;
    await bed.tried(campaign, household);
    const params = { campaign, household };
    const exclusion = await bed.call('exclusion', 'lead', { params, body: { reason: '误' }, ifMatch: 2 });
    expect(outcome(exclusion)).toBe('409 campaign.assignment_visited');
    const day = await bed.call('day', 'lead', { params, body: { day: '2026-11-30' }, ifMatch: 2 });
    expect(outcome(day)).toBe('409 campaign.assignment_not_planned');
  });

  test('are planned by hand for another day or somebody else', async () => {
    const [household = ''] = ids;
    const day = (body: object, ifMatch: number) =>
      bed.call('day', 'lead', { params: { campaign, household }, body, ifMatch });
    expect((await day({ day: '2026-11-28' }, 1)).body).toMatchObject({ day: '2026-11-28', formerly: [] });
    const given = await day({ day: '2026-11-30', assignee: bed.staffId('v.four') }, 2);
    expect(given.body).toMatchObject({ day: '2026-11-30', assignee: { name: '走访员v.four' } });
    expect(outcome(await day({ day: '2026-12-05' }, 3))).toBe('422 campaign.day_out_of_period');
    expect(outcome(await day({ day: '2026-11-22' }, 3))).toBe('422 campaign.day_out_of_period');
    const stranger = { day: '2026-11-30', assignee: bed.staffId('elsewhere') };
    expect(outcome(await day(stranger, 3))).toBe('422 campaign.person_not_in_scope');
    await bed.suspend('v.three');
    const gone = { day: '2026-11-30', assignee: bed.staffId('v.three') };
    expect(outcome(await day(gone, 3))).toBe('422 campaign.person_not_active');
    await bed.call('end', 'everybody', { params: { campaign }, body: {}, ifMatch: 2 });
    expect(outcome(await day({ day: '2026-11-30' }, 3))).toBe('409 campaign.not_running');
  });

  test('are not shown to whom their village does not concern', async () => {
    const [household = ''] = ids;
    const params = { campaign, household };
    expect(outcome(await bed.call('assignment', 'elsewhere', { params }))).toBe('403 access.scope');
    const node = { node: places.village };
    expect(outcome(await bed.call('unvisited', 'elsewhere', { params: { campaign }, query: node }))).toBe(
      '403 access.scope',
    );
    expect(outcome(await bed.call('coverage', 'second', { params: { campaign }, query: node }))).toBe(
      '403 access.scope',
    );
  });
});
