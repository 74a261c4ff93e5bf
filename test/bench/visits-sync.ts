import { randomUUID } from 'node:crypto';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { visitsRoutes } from '../../functions/visits/visits.routes.ts';
import { limits } from '../../functions/visits/visits.words.ts';
import { startedCampaigns } from '../../functions/visits/visits-plan.usecases.ts';
import { callRow } from '../support/call.ts';
import { meter } from '../support/core.meter.ts';
import { openPlatform } from '../support/core.ts';
import { buildDistrict } from '../support/district.ts';
import { startPlan } from '../support/visits.plan.ts';
import { timed } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';

/** A phone that was away for days; one visit in twenty found an issue, as in the sub-district of the reports. */
const visits = 200;
const oneIssueIn = 20;

/** The whole function that takes a phone's visits, one batch after the other as the phone sends them. */
export default async (_: Options): Promise<Report> => {
  await using platform = await openPlatform();
  const { core, newClient, through } = platform;
  const { accounts, administrator } = await buildDistrict(core);
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, core.clock.now());
  const caller = accounts.visitor.principal;
  const nodes = createOrganisationNodes(core);
  const plan = await startPlan({ ...core, nodes }, administrator.principal);
  const issue = {
    category: 'roads',
    what: '路灯坏了，晚上看不见路。',
    reporter: { who: 'head' },
    consent: true,
  };
  const entries: object[] = [];
  for (let n = 0; n < visits; n++) {
    entries.push({
      ...{ entryId: randomUUID(), campaign: plan.campaign, household: await plan.planned(caller) },
      ...{ at: core.clock.now(), outcome: 'met', met: [{ relation: 'head' }], materials: ['明白纸'] },
      ...{ satisfaction: 5, views: '希望路灯早点修好。', issues: n % oneIssueIn === 0 ? [issue] : [] },
    });
  }
  const client = newClient();
  const run = meter(client);
  const measured = through(client);
  const deps = { ...measured, calendars, nodes, campaigns: startedCampaigns(measured) };
  const api = apiFunction(visitsContract, visitsRoutes(deps, createCursors(measured.keyring)), {
    ...measured,
    // The check of the session is measured with the routes.
    authenticate: async () => caller,
  });
  const row = visitsContract.routes.record;
  const sent = async (what: string, expected: string, most: number): Promise<Row> => {
    let milliseconds = 0;
    let requests = 0;
    const calls = await run(async () => {
      milliseconds = await timed(async () => {
        for (let from = 0; from < visits; from += limits.entries) {
          const body = { entries: entries.slice(from, from + limits.entries) };
          requests += 1;
          const answer = JSON.stringify((await callRow(api, row, { body })).body);
          if (answer.split(`"result":"${expected}"`).length - 1 !== body.entries.length)
            throw new Error(answer);
        }
      });
    });
    const units = calls.reduce((sum, call) => sum + call.units, 0);
    return {
      what,
      ...atMost(calls.length / visits, most),
      unit: 'calls/visit',
      beside: `${requests} requests, ${rounded(milliseconds / 1_000)} s, ${rounded(units / visits)} units a visit`,
    };
  };
  return {
    method: 'whole handler in this process, one batch of 25 after the other, session apart',
    rows: [
      // One read and one transaction each, and the data key once.
      await sent(`${visits} visits of a phone, ${visits / oneIssueIn} issues among them`, 'recorded', 2.01),
      await sent('the same sent again', 'already', 2.01),
    ],
  };
};
