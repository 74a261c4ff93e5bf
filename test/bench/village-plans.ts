import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import type { Staff } from '../../functions/access/staff.states.ts';
import { staffType } from '../../functions/access/staff.store.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { campaignsRoutes } from '../../functions/campaigns/campaigns.routes.ts';
import { watchPlans } from '../../functions/campaigns/campaigns-watch.usecases.ts';
import { householdList } from '../../functions/households/households.store.ts';
import type { HouseholdRow } from '../../functions/households/households.views.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { listKey } from '../../functions/platform/ledger/projections.ts';
import { stepOf } from '../../functions/platform/ledger/steps.ts';
import { longIdFrom, referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { callRow } from '../support/call.ts';
import { details } from '../support/campaigns.ts';
import { meter } from '../support/core.meter.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict, places } from '../support/district.ts';
import { timed } from './measure.ts';
import type { Options, Report } from './report.ts';
import { rounded } from './report.ts';
import { openStore } from './stored.ts';

/** The sub-district of the reports: seven communities and 210 staff; its households rounded up to 50,000. */
const communities = 7;
const staff = 210;

const villageOf = (n: number): string => `${places.town}/370402101${String(300 + n)}`;

/** The register as the plan reads it: its list, in the order of the doors. */
const fillRegister = async ({ core }: Platform, village: string, count: number): Promise<void> => {
  const row = (n: number): HouseholdRow => ({
    ...{ household: longIdFrom(`${village} ${n}`), version: 1, status: 'active', kind: 'home', village },
    ...{ address: { text: `幸福里${n}号` }, head: '王**', members: 3, categories: [], hasPhone: true },
  });
  for (let at = 0; at < count; at += 100) {
    const rows = Array.from({ length: Math.min(100, count - at) }, (_, n) => row(at + n));
    const puts = rows.map((one, n) => ({
      Put: {
        Item: {
          PK: listKey(householdList(village)),
          SK: `-#${String(at + n).padStart(6, '0')}#${one.household}`,
          ...{ id: one.household, version: 1, row: one },
        },
      },
    }));
    await core.store.transact(puts, randomUUID());
  }
};

const openAccounts = async ({ core, clock }: Platform, village: string, count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, (_, n) => referenceFrom(`${village} ${n}`));
  for (const [n, id] of ids.entries()) {
    const next: Staff = {
      ...{ loginName: `v${id.toLowerCase()}`, name: `走访员${n}`, roles: ['visitor'], scope: village },
      ...{ status: 'active', mustChangePassword: false, createdAt: clock.now() },
    };
    const actor = { kind: 'schedule', name: 'bench' } as const;
    const command = { key: randomUUID(), request: '', actor, now: clock.now() };
    const events = [{ type: 'account-opened', data: {} }] as const;
    await core.ledger.commit([
      stepOf<Staff>(command, { type: staffType, id, before: undefined, next, events }),
    ]);
  }
  return ids;
};

/** Every village of a campaign planned: begun by a page each, made to its end by one run of the schedule. */
export default async ({ small }: Options): Promise<Report> => {
  const households = small ? 5_000 : 50_000;
  // An engine whose stream records are tended, as on a machine: without that each write walks all there are.
  await using store = await openStore({ unused: [] });
  process.env['DYNAMODB_ENDPOINT'] = store.endpoint;
  await using platform = await openPlatform();
  const { core, clock, newClient, through } = platform;
  const { administrator } = await buildDistrict(core);
  const villages = Array.from({ length: communities }, (_, n) => ({
    village: villageOf(n),
    count: Math.floor(((n + 1) * households) / communities) - Math.floor((n * households) / communities),
  }));
  const people = new Map<string, string[]>();
  for (const { village, count } of villages) {
    await fillRegister(platform, village, count);
    people.set(village, await openAccounts(platform, village, staff / communities));
  }
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, clock.now());
  const client = newClient();
  const run = meter(client);
  const measured = through(client);
  const deps = { ...measured, calendars, nodes: createOrganisationNodes(measured) };
  const api = apiFunction(campaignsContract, campaignsRoutes(deps, createCursors(measured.keyring)), {
    ...measured,
    // The check of the session is measured with the routes.
    authenticate: async () => administrator.principal,
  });
  const { create, start, plan } = campaignsContract.routes;
  const body = { ...details, to: '2026-12-25', perDay: 20 };
  const made = (await callRow(api, create, { body })).body;
  const { campaign } = v.parse(v.object({ campaign: v.string() }), made);
  await callRow(api, start, { params: { campaign }, body: {}, ifMatch: 1 });
  let milliseconds = 0;
  let given = 0;
  const calls = await run(async () => {
    milliseconds = await timed(async () => {
      for (const { village } of villages) {
        const chosen = (people.get(village) ?? []).map((staffId) => ({ staffId }));
        const answer = await callRow(api, plan, { params: { campaign }, body: { village, people: chosen } });
        given += v.parse(v.object({ planned: v.number() }), answer.body).planned;
      }
      clock.advance(6);
      const { found, failed } = await watchPlans(deps, clock.now());
      given += found;
      if (given !== households || failed > 0) throw new Error(`${given} given out, ${failed} plans failed`);
    });
  });
  const units = calls.reduce((sum, call) => sum + call.units, 0);
  const transactions = calls.filter(({ command }) => /^Transact/.test(command)).length;
  return {
    method:
      'whole handler and schedule in this process, lists not followed meanwhile, one village after the other',
    rows: [
      {
        what: `a plan for ${households.toLocaleString('en')} households over ${staff} staff of ${communities} villages`,
        figure: rounded(milliseconds / 1_000),
        unit: 's',
        beside: `${transactions} transactions, ${calls.length - transactions} reads, ${rounded(units / households)} units a household`,
      },
    ],
  };
};
