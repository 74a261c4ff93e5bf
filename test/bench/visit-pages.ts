import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore, type Store } from '../../functions/platform/runtime/store.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { type Call, callRow } from '../support/call.ts';
import { type Metered, meter } from '../support/core.meter.ts';
import { buildDistrict, places } from '../support/district.ts';
import { type Functions, functionsOn } from '../support/functions.ts';
import { campaignId, startPlan } from '../support/visits.plan.ts';
import { median, percentile, timed } from './measure.ts';
import type { Options, Report, Row } from './report.ts';
import { rounded } from './report.ts';
import { seededAt } from './seeds.ts';
import { roundLines, villages, visitLists } from './seeds.visits.ts';
import { type OpenStore, openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

interface Page {
  readonly what: string;
  readonly api: (functions: Functions) => ApiFunction;
  readonly row: RouteRow;
  readonly call: Call;
  /** The rows it has to answer with, so that an empty list is not called fast. */
  readonly holds: (body: unknown) => boolean;
  /** Calls of the table: one query, and with a round one read of the campaigns it belongs to. */
  readonly reads: number;
}

/** Rows of three days, at twenty a day. */
const roundSchema = v.object({
  rows: v.pipe(v.array(v.unknown()), v.length(20)),
  later: v.pipe(v.array(v.unknown()), v.length(40)),
  campaigns: v.pipe(v.array(v.unknown()), v.length(1)),
});
const redListSchema = v.object({ rows: v.pipe(v.array(v.unknown()), v.length(50)), next: v.string() });
const coverageSchema = v.object({ children: v.pipe(v.array(v.unknown()), v.length(villages)) });

const pagesFor = (visitor: string, lead: string): readonly Page[] => {
  const params = { campaign: campaignId };
  const query = { node: places.town };
  const { coverage, unvisited } = campaignsContract.routes;
  return [
    {
      ...{ what: "a visitor's round", row: visitsContract.routes.round, call: { cookie: visitor } },
      ...{ api: ({ visits }) => visits, holds: (body) => v.is(roundSchema, body), reads: 2 },
    },
    {
      ...{ what: `coverage of a town of ${villages} villages`, row: coverage },
      call: { cookie: lead, params, query },
      ...{ api: ({ campaigns }) => campaigns, holds: (body) => v.is(coverageSchema, body), reads: 1 },
    },
    {
      ...{ what: 'a page of the red list of a town', row: unvisited, call: { cookie: lead, params, query } },
      ...{ api: ({ campaigns }) => campaigns, holds: (body) => v.is(redListSchema, body), reads: 1 },
    },
  ];
};

interface Measured {
  readonly page: Page;
  readonly calls: readonly Metered[];
  readonly ask: () => Promise<void>;
  readonly taken: number[];
}

interface Town {
  readonly households: number;
  readonly measured: readonly Measured[];
  readonly close: () => void;
}

const tableFor = (households: number): string => `households-${households}`;

const putAll = async (store: Store, staffId: string): Promise<void> => {
  const puts = roundLines(staffId).map((Item) => ({ Put: { Item } }));
  for (let at = 0; at < puts.length; at += 100) await store.transact(puts.slice(at, at + 100), randomUUID());
};

const asking =
  (functions: Functions, { api, row, call, holds, what }: Page) =>
  async (): Promise<void> => {
    const { status, body } = await callRow(api(functions), row, call);
    if (status !== 200 || !holds(body)) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  };

/** A town of so many households in the first days of a campaign, and who is signed in there. */
const openTown = async (store: OpenStore, households: number): Promise<Town> => {
  const client = createDynamoClient(store.endpoint);
  const metered = createDynamoClient(store.endpoint);
  const clock = { now: () => seededAt };
  const core: Core = coreOn(
    createStore(client, tableFor(households)),
    fileKeyWrapper(store.keyFile),
    clock,
    createLog(() => undefined),
  );
  const { accounts, administrator } = await buildDistrict(core);
  await startPlan({ ...core, nodes: createOrganisationNodes(core) }, administrator.principal);
  await putAll(core.store, accounts.visitor.principal.staffId);
  const photos = openPhotoStore(`folder:${temporaryFolder()}`);
  const functions = functionsOn(core, core, photos);
  // The session is looked up apart: it is measured with the routes.
  const watched = functionsOn({ ...core, store: createStore(metered, tableFor(households)) }, core, photos);
  const run = meter(metered);
  const measured: Measured[] = [];
  for (const page of pagesFor(accounts.visitor.cookie, accounts.lead.cookie)) {
    const calls = await run(asking(watched, page));
    measured.push({ page, calls, ask: asking(functions, page), taken: [] });
  }
  return {
    ...{ households, measured },
    close: () => {
      for (const each of [client, metered]) each.destroy();
    },
  };
};

const unitsOf = (calls: readonly Metered[]): number => calls.reduce((sum, { units }) => sum + units, 0);

const rowsOf = ({ households, measured }: Town, smallest: Town | undefined): Row[] =>
  measured.flatMap(({ page, calls, taken }, index): Row[] => {
    const what = `${page.what}, ${households.toLocaleString('en')} households`;
    const first = smallest?.measured[index];
    const isSame = first === undefined || unitsOf(first.calls) === unitsOf(calls);
    const queries = calls.filter(({ command }) => command.startsWith('Query')).length;
    return [
      {
        ...{ what, figure: unitsOf(calls), unit: 'units' },
        budget: `${page.reads === 1 ? '1 query' : '1 query + 1 read'}${first === undefined ? '' : ', the same'}`,
        isMet: isSame && queries === 1 && calls.length === page.reads,
        beside: calls.map(({ command, units }) => `${command} ${rounded(units)}`).join(' + '),
      },
      {
        ...{ what, figure: median(taken), unit: 'ms p50' },
        beside: `p95 ${rounded(percentile(taken, 0.95))}${
          first === undefined
            ? ''
            : `; × ${rounded(median(taken) / median(first.taken))} that of the smallest`
        }`,
      },
    ];
  });

/** What visitors and those who answer for them look at all day, in a small town and in one a hundred times as large. */
export default async ({ small }: Options): Promise<Report> => {
  const sizes = small ? [5_000, 50_000] : [5_000, 500_000];
  await using store = await openStore(
    Object.fromEntries(sizes.map((households) => [tableFor(households), visitLists(households)])),
  );
  const towns: Town[] = [];
  for (const households of sizes) towns.push(await openTown(store, households));
  const rounds = small ? 60 : 200;
  const warmUp = 20;
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const { ask, taken } of towns.flatMap(({ measured }) => measured)) {
      const milliseconds = await timed(ask);
      if (round >= warmUp) taken.push(milliseconds);
    }
  }
  const [smallest] = towns;
  const rows = towns.flatMap((town) => rowsOf(town, town === smallest ? undefined : smallest));
  for (const town of towns) town.close();
  return {
    method: `through the whole function, session checked and its units apart, one connection; ${rounds} rounds, each over both towns in turn; lists and counters as the projection writes them, filled by the engine's import`,
    rows,
  };
};
