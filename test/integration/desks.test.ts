import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { coverageOf } from '../../functions/campaigns/coverage.usecases.ts';
import { deskReaders, partsFor } from '../../functions/desks/desks.actions.ts';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { desksRoutes } from '../../functions/desks/desks.routes.ts';
import { readDesk } from '../../functions/desks/desks.usecases.ts';
import { deskParts } from '../../functions/desks/desks.words.ts';
import { reportId } from '../../functions/desks/reports.store.ts';
import { drawReports } from '../../functions/desks/reports.usecases.ts';
import { checkNames } from '../../functions/findings/findings.words.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { issueCounts } from '../../functions/issues/issues.store.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { checkHours } from '../../functions/venues/venues-watch.usecases.ts';
import { type Call, callRow } from '../support/call.ts';
import { type CampaignBed, openCampaigns } from '../support/campaigns.ts';
import { meter } from '../support/core.meter.ts';
import { places } from '../support/district.ts';
import { findSomething } from '../support/findings.ts';
import { openIssues, outcome } from '../support/issues.ts';
import { openRenovation } from '../support/renovation.ts';
import { openVenues } from '../support/venues.ts';

const everything = { parts: deskParts, checks: checkNames };

describe('the figures of a desk', () => {
  let bed: CampaignBed;
  let campaign: string;
  beforeAll(async () => {
    bed = await openCampaigns();
    await bed.register(4);
    await bed.register(3, { village: places.secondVillage });
    campaign = await bed.running();
    await bed.planned(campaign, ['v.one', 'v.two']);
    await bed.planned(campaign, ['second'], places.secondVillage);
    const first = (await bed.assignments(campaign)).find(({ state }) => state.village === places.village);
    await bed.tried(campaign, first?.state.household ?? '');
    await bed.project();
  });
  afterAll(() => bed[Symbol.asyncDispose]());
  const desk = (node: string) => readDesk(bed.deps, { node, ...everything }, bed.platform.clock.now());

  test('say of a campaign what its own page says, for the district, the town and the village; another town has no part in it', async () => {
    const { total } = await coverageOf(bed.deps.store, campaign, places.town, bed.platform.clock.now());
    expect(total).toMatchObject({ assigned: 7, visited: 1 });
    const named = { campaign, name: '冬季大走访', from: '2026-11-23', to: '2026-12-04' };
    for (const node of [places.district, places.town])
      expect((await desk(node)).coverage, node).toEqual([{ ...named, counts: total }]);
    expect((await desk(places.village)).coverage).toMatchObject([{ counts: { assigned: 4, visited: 1 } }]);
    expect((await desk(places.otherTown)).coverage).toEqual([]);
  });

  test('take three reads at most, the organisations with them, and one unit for each counter or less', async () => {
    const client = bed.platform.newClient();
    const measured = meter(client);
    const deps = bed.platform.through(client);
    const calls = await measured(() =>
      readDesk(
        { store: deps.store, nodes: bed.deps.nodes },
        { node: places.district, ...everything },
        bed.platform.clock.now(),
      ),
    );
    expect(calls.map(({ command }) => command)).toEqual(['QueryCommand', 'BatchGetItemCommand']);
    expect(calls[1]?.units).toBeLessThanOrEqual(20);
  });

  test('are of the caller’s own place, and of it what the caller has to do with', async () => {
    const api = apiFunction(desksContract, desksRoutes(bed.deps, createCursors(bed.deps.keyring)), {
      ...bed.deps,
      authenticate: async ([name = '']) => bed.people[name],
    });
    const ask = (as: string, node: string) =>
      callRow(api, desksContract.routes.desk, { cookie: as, query: { node } });
    for (const role of deskReaders) {
      const principal = bed.people[role];
      if (!principal) throw new Error(`nobody is ${role}`);
      const { status, body } = await ask(role, principal.scope);
      expect(status, role).toBe(200);
      const parts = Object.keys(Object(body)).filter((name) => name !== 'node' && name !== 'asOf');
      expect(parts.sort(), role).toEqual([...partsFor({ roles: [role] })].sort());
    }
    expect(outcome(await ask('lead', places.otherTown))).toBe('403 access.scope');
    expect(outcome(await ask('contractor', places.town))).toBe('403 access.role');
  });

  test('are drawn on Monday as the report of the week that is over, once whoever draws them; later visits change nothing of it', async () => {
    const { platform, deps, people } = bed;
    const draw = () =>
      drawReports(
        { ...platform.core, nodes: deps.nodes, done: doneOf({ ...platform.core, nodes: deps.nodes }) },
        platform.clock.now(),
      );
    const ofTown = reportId('2026-W47', places.town);
    const api = apiFunction(desksContract, desksRoutes(deps, createCursors(deps.keyring)), {
      ...deps,
      authenticate: async ([name = '']) => people[name],
    });
    const ask = (route: 'reports' | 'report', as: string, what: Call) =>
      callRow(api, desksContract.routes[route], { cookie: as, ...what });
    const read = async (report: string, as = 'lead') => ask('report', as, { params: { report } });

    const runs = await Promise.all([draw(), draw()]);
    const drawn = runs.reduce((sum, { found }) => sum + found, 0);
    // The district, two towns, a bureau and an office.
    expect([drawn, ...runs.map(({ failed }) => failed)]).toEqual([5, 0, 0]);
    expect(await draw()).toEqual({
      ...{ examined: 5, found: 0, failed: 0 },
      skipped: { settled: 0, 'counted-before': 5 },
    });
    const first = await read(ofTown);
    expect(first.body).toMatchObject({
      ...{ report: ofTown, week: '2026-W47', from: '2026-11-16', to: '2026-11-22', node: places.town },
      figures: { coverage: [{ counts: { assigned: 7, visited: 1 } }] },
    });
    expect(Object.keys(Object(first.body))).not.toContain('before');

    const second = (await bed.assignments(campaign)).find(({ state }) => state.status === 'planned');
    await bed.tried(campaign, second?.state.household ?? '', {
      by: second?.state.village === places.village ? 'v.one' : 'second',
    });
    await bed.project();
    expect((await read(ofTown)).body).toEqual(first.body);

    platform.clock.set('2026-11-30T07:00:00+08:00');
    await draw();
    expect((await read(reportId('2026-W48', places.town))).body).toMatchObject({
      figures: { coverage: [{ counts: { visited: 2 } }] },
      before: { week: '2026-W47', figures: { coverage: [{ counts: { visited: 1 } }] } },
    });
    await bed.project();
    expect((await ask('reports', 'lead', { query: { node: places.town } })).body).toMatchObject({
      rows: [{ week: '2026-W48' }, { week: '2026-W47', report: ofTown, from: '2026-11-16' }],
    });
    expect(outcome(await read(ofTown, 'elsewhere'))).toBe('404 report.not_found');
    expect(outcome(await read('2026-W54.370402101'))).toBe('404 report.not_found');
    expect(outcome(await ask('reports', 'lead', { query: { node: places.otherTown } }))).toBe(
      '403 access.scope',
    );
  });
});

test('issues and findings are counted as on their own pages, by the month they were raised in', async () => {
  await using bed = await openIssues('2026-11-23T09:00:00+08:00');
  await bed.issueIn('claimed');
  await bed.issueIn('answered');
  await findSomething(bed.deps, 1);
  const states = (await bed.platform.everything()).filter(({ SK }) => SK === 'STATE');
  expect(await projectImages(bed.deps.store, projectors, states)).toEqual([]);
  const now = bed.platform.clock.now();
  const deps = { store: bed.deps.store, nodes: createOrganisationNodes(bed.platform.core) };
  const { issues, findings } = await readDesk(deps, { node: places.town, ...everything }, now);
  const own = await issueCounts(bed.deps.store, places.town, '2026-01', '2026-11');
  expect(own.months).toMatchObject({ raised: 2, answered: 1 });
  expect(issues?.months['2026-11']).toEqual(own.months);
  expect(Object.keys(issues?.months ?? {})).toHaveLength(12);
  expect(issues?.now).toEqual(own.now);
  expect(findings?.checks).toContainEqual(
    expect.objectContaining({ check: 'ledger-noon', open: 1, late: 1, found: 1 }),
  );
  expect(findings?.unowned).toBe(1);
});

test('the hours are those of the week that is over', async () => {
  await using bed = await openVenues('2026-11-16T07:00:00+08:00');
  await bed.venue();
  bed.platform.clock.set('2026-11-23T06:00:00+08:00');
  await bed.project();
  await checkHours(bed.deps, bed.platform.clock.now());
  await bed.project();
  const now = bed.platform.clock.now();
  const { hours } = await readDesk(bed.deps, { node: places.district, ...everything }, now);
  expect(hours).toEqual({ week: '2026-W47', venues: 1, meeting: 0, planned: 2520, actual: 0 });
});

test('the budget is the homes of the district and the money of its towns; a town has its money alone', async () => {
  await using bed = await openRenovation();
  await bed.fund(2026, 3, 10_000_000);
  await bed.approve(await bed.agreedAtOnce(1));
  const now = bed.platform.clock.now();
  const deps = { store: bed.deps.store, nodes: createOrganisationNodes(bed.platform.core) };
  const desk = (node: string) => readDesk(deps, { node, ...everything }, now);
  const money = { total: 10_000_000, reserved: 298_000, spent: 0, left: 9_702_000 };
  expect((await desk(places.district)).budget).toEqual({
    year: 2026,
    homes: { total: 3, reserved: 1, spent: 0, left: 2 },
    money,
  });
  expect((await desk(places.town)).budget).toEqual({ year: 2026, homes: undefined, money });
  expect((await desk(places.otherTown)).budget).toEqual({ year: 2026, homes: undefined, money: undefined });
});
