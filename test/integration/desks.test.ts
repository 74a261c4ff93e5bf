import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { coverageOf } from '../../functions/campaigns/coverage.usecases.ts';
import { deskReaders, partsFor } from '../../functions/desks/desks.actions.ts';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { desksRoutes } from '../../functions/desks/desks.routes.ts';
import { readDesk } from '../../functions/desks/desks.usecases.ts';
import { deskParts } from '../../functions/desks/desks.words.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { issueCounts } from '../../functions/issues/issues.store.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { checkHours } from '../../functions/venues/venues-watch.usecases.ts';
import { callRow } from '../support/call.ts';
import { type CampaignBed, openCampaigns } from '../support/campaigns.ts';
import { meter } from '../support/core.meter.ts';
import { places } from '../support/district.ts';
import { findSomething } from '../support/findings.ts';
import { openIssues, outcome } from '../support/issues.ts';
import { openRenovation } from '../support/renovation.ts';
import { openVenues } from '../support/venues.ts';

const everything = { parts: deskParts };

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
    const api = apiFunction(desksContract, desksRoutes(bed.deps), {
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
