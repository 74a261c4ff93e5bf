import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { listName } from '../../functions/issues/issues.store.ts';
import { listKey } from '../../functions/platform/ledger/projections.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { callRow } from '../support/call.ts';
import { meter } from '../support/core.meter.ts';
import { buildDistrict, places } from '../support/district.ts';
import { functionsOn } from '../support/functions.ts';
import { median, percentile, timed } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { listEntries, transferredIssue } from './seeds.ts';
import { type OpenStore, openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

const list = listName(places.town, 'all');
const pageSize = 50;

interface Ledger {
  readonly entries: number;
  /** Request units of one page. */
  readonly units: number;
  readonly page: () => Promise<void>;
  /** The same page by the SDK alone. */
  readonly bare: () => Promise<void>;
  readonly close: () => void;
}

const tableFor = (entries: number): string => `entries-${entries}`;

/** A ledger of so many entries, and a clerk who is signed in. */
const openLedger = async (store: OpenStore, entries: number): Promise<Ledger> => {
  const client = createDynamoClient(store.endpoint);
  const log = createLog(() => undefined);
  const core = coreOn(
    createStore(client, tableFor(entries)),
    fileKeyWrapper(store.keyFile),
    systemClock,
    log,
  );
  const { accounts } = await buildDistrict(core);
  const { issues } = functionsOn(core, core, openPhotoStore(`folder:${temporaryFolder()}`));
  const call = { cookie: accounts.lead.cookie, query: { node: places.town, list: 'all' } };
  const page = async (): Promise<void> => {
    const { status } = await callRow(issues, issuesContract.routes.list, call);
    if (status !== 200) throw new Error(`the page was answered with ${status}`);
  };
  const metered = createDynamoClient(store.endpoint);
  const run = meter(metered);
  const measured = functionsOn(
    { ...core, store: createStore(metered, tableFor(entries)) },
    core,
    openPhotoStore(`folder:${temporaryFolder()}`),
  );
  const calls = await run(() => callRow(measured.issues, issuesContract.routes.list, call));
  const bareClient = createDynamoClient(store.endpoint);
  const documents = DynamoDBDocumentClient.from(bareClient);
  const bare = async (): Promise<void> => {
    await documents.send(
      new QueryCommand({
        TableName: tableFor(entries),
        KeyConditionExpression: 'PK = :list',
        ExpressionAttributeValues: { ':list': listKey(list) },
        ScanIndexForward: false,
        Limit: pageSize,
      }),
    );
  };
  return {
    ...{ entries, page, bare },
    units: calls.reduce((sum, { units }) => sum + units, 0),
    close: () => {
      for (const each of [client, metered, bareClient]) each.destroy();
    },
  };
};

interface Times {
  readonly page: number[];
  readonly bare: number[];
}

export default async ({ small }: Options): Promise<Report> => {
  const sizes = small ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];
  const issue = await transferredIssue();
  await using store = await openStore(
    Object.fromEntries(sizes.map((entries) => [tableFor(entries), listEntries(issue, list, entries)])),
  );
  const ledgers: Ledger[] = [];
  for (const entries of sizes) ledgers.push(await openLedger(store, entries));
  const times = new Map<Ledger, Times>(ledgers.map((ledger) => [ledger, { page: [], bare: [] }]));
  const rounds = small ? 60 : 300;
  const warmUp = 20;
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const [ledger, taken] of times) {
      const page = await timed(ledger.page);
      const bare = await timed(ledger.bare);
      if (round < warmUp) continue;
      taken.page.push(page);
      taken.bare.push(bare);
    }
  }
  const [smallest] = ledgers;
  const timesOf = (ledger: Ledger | undefined): Times =>
    (ledger && times.get(ledger)) ?? { page: [], bare: [] };
  const rows = ledgers.flatMap((ledger): Row[] => {
    const { page, bare } = timesOf(ledger);
    const what = `a page of ${pageSize} of ${ledger.entries.toLocaleString('en')} entries`;
    const isFirst = ledger === smallest;
    const ratio = median(page) / median(timesOf(smallest).page);
    return [
      {
        ...{ what, figure: ledger.units, unit: 'units' },
        ...(isFirst ? {} : { budget: 'the same', isMet: ledger.units === smallest?.units }),
      },
      {
        ...{ what, figure: median(page), unit: 'ms p50' },
        beside: `p95 ${rounded(percentile(page, 0.95))}; bare SDK query p50 ${rounded(median(bare))}, p95 ${rounded(percentile(bare, 0.95))}`,
      },
      ...(isFirst
        ? []
        : [{ what: `${what}, time ÷ that of the smallest`, ...atMost(ratio, 1.1), unit: '×' }]),
    ];
  });
  for (const ledger of ledgers) ledger.close();
  return {
    method: `through the whole function, session checked, one connection; ${rounds} rounds, each over all ledgers in turn; ${sizes.length} tables in one file, filled by the engine's import`,
    rows,
  };
};
