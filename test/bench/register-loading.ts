import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdsRoutes } from '../../functions/households/households.routes.ts';
import { householdType } from '../../functions/households/households.store.ts';
import { idNumberCheck } from '../../functions/platform/contract/id-number.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { monthKey } from '../../functions/platform/ledger/case-keys.ts';
import { caseIndex } from '../../functions/platform/ledger/table.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore, type Store } from '../../functions/platform/runtime/store.ts';
import { type Call, callRow } from '../support/call.ts';
import { type Metered, meter } from '../support/core.meter.ts';
import { buildDistrict } from '../support/district.ts';
import { fileSaid, textIn } from '../support/households.ts';
import { median, perSecond, timed } from './measure.ts';
import { atLeast, type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';

const tableName = 'bench';
const { routes } = householdsContract;

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

/** Three people in each, two with an ID number, one with a phone: as the offices' spreadsheets have them. */
const rowOf = (n: number): object => {
  const idNumber = (person: number): string => {
    const digits = `37040219${padded(40 + (n % 60), 2)}0${1 + (n % 9)}1${n % 9}${padded((n * 2 + person) % 1000, 3)}`;
    const unique = `${padded(110000 + Math.floor(n / 450), 6)}${digits.slice(6)}`;
    return unique + idNumberCheck(unique);
  };
  return {
    kind: 'home',
    address: {
      text: '幸福小区',
      building: String(1 + Math.floor(n / 60)),
      unit: String(1 + (n % 4)),
      room: String(100 + (n % 60)),
    },
    members: [
      {
        name: '王建国',
        relation: '户主',
        idNumber: idNumber(0),
        phone: `138${padded(n, 8)}`,
        categories: ['elderly'],
      },
      { name: '李秀英', relation: '妻', idNumber: idNumber(1) },
      { name: '王小明', relation: '子' },
    ],
  };
};

const perTransaction = 14;
/** Parts a load is measured in, the floor after each. */
const stages = 5;

/** Rows a second when somebody only writes their items, under other keys and with the same conditions. */
const bareRows = async (
  client: DynamoDBClient,
  store: Store,
  file: string,
  total: number,
): Promise<number> => {
  const documents = DynamoDBDocumentClient.from(client);
  const { items } = await store.query({
    IndexName: caseIndex.name,
    KeyConditionExpression: `${caseIndex.partition} = :month`,
    ExpressionAttributeValues: { ':month': monthKey(householdType.kind, systemClock.now().slice(0, 7)) },
    Limit: 1,
  });
  const { items: own } = await store.query({
    KeyConditionExpression: 'PK = :household',
    ExpressionAttributeValues: { ':household': String(items[0]?.['PK']) },
  });
  // Its door, two ID numbers and a phone.
  const claims = Array.from({ length: 4 }, () => ({ SK: 'CLAIM', household: file, name: file }));
  const rows = await perSecond(Math.ceil(total / perTransaction), 4, async () => {
    const puts = Array.from({ length: perTransaction }, () => {
      const PK = `HOUSEHOLD#${randomUUID()}`;
      return [
        ...own.map((item) => ({ ...item, PK })),
        ...claims.map((claim) => ({ ...claim, PK: `CLAIM#${randomUUID()}` })),
      ];
    }).flat();
    await documents.send(
      new TransactWriteCommand({
        ClientRequestToken: randomUUID(),
        TransactItems: puts.map((Item) => ({
          Put: { TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(PK)' },
        })),
      }),
    );
  });
  return rows * perTransaction;
};

/** The whole function that takes the rows, on a table of its own, as the page drives it: one part after the other. */
export default async ({ small }: Options): Promise<Report> => {
  const total = small ? 2_000 : 50_000;
  await using store = await openStore({ [tableName]: [] });
  const client = createDynamoClient(store.endpoint);
  const run = meter(client);
  const core = coreOn(
    createStore(client, tableName),
    fileKeyWrapper(store.keyFile),
    systemClock,
    createLog(() => undefined),
  );
  const { accounts } = await buildDistrict(core);
  const caller = accounts.admin.principal;
  const deps = { ...core, nodes: createOrganisationNodes(core) };
  const api = apiFunction(householdsContract, householdsRoutes(deps, createCursors(core.keyring)), {
    ...core,
    // The check of the session is measured with the routes.
    authenticate: async () => caller,
  });
  const called = async (row: RouteRow, call: Call): Promise<unknown> => {
    const { status, body } = await callRow(api, row, call);
    if (status !== row.status) throw new Error(JSON.stringify(body));
    return body;
  };
  const file = textIn(await called(routes.startImport, { body: fileSaid(total) }), 'import') ?? '';
  let peak = 0;
  const parts = async (row: RouteRow, most: number, first: number, until: number): Promise<void> => {
    for (let from = first; from <= until; from += most) {
      const count = Math.min(most, until - from + 1);
      const rows = Array.from({ length: count }, (_, n) => rowOf(from + n));
      await called(row, { params: { import: file }, body: { from, rows } });
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  };
  /** @param between what is measured beside it, so often that both meet the same machine. */
  const measured = async (
    what: string,
    row: RouteRow,
    { most, until, between }: { most: number; until: number; between?: () => Promise<void> },
  ): Promise<Row & { readonly figure: number }> => {
    let milliseconds = 0;
    const calls: Metered[] = [];
    const share = Math.ceil(until / stages / most) * most;
    for (let first = 1; first <= until; first += share) {
      const last = Math.min(until, first + share - 1);
      calls.push(
        ...(await run(async () => {
          milliseconds += await timed(() => parts(row, most, first, last));
        })),
      );
      await between?.();
    }
    const units = calls.reduce((sum, call) => sum + call.units, 0);
    const transactions = calls.filter(({ command }) => command.startsWith('Transact')).length;
    return {
      what,
      figure: (until / milliseconds) * 1_000,
      unit: 'rows/s',
      beside: `${(units / until).toFixed(1)} units and ${(calls.length / until).toFixed(2)} calls a row, ${transactions} transactions, ${(milliseconds / 1_000).toFixed(0)} s`,
    };
  };
  const checked = await measured(`a dry run of ${total} households`, routes.checkRows, {
    ...{ most: 200, until: total },
  });
  const bareClient = createDynamoClient(store.endpoint);
  const bare: number[] = [];
  const loaded = await measured(`loading ${total} households`, routes.loadRows, {
    ...{ most: 100, until: total },
    between: async () => {
      bare.push(await bareRows(bareClient, core.store, file, total / 20));
    },
  });
  const floor = median(bare);
  bareClient.destroy();
  const repeated = Math.min(total, 5_000);
  const again = await measured(`${repeated} of them sent again`, routes.loadRows, {
    ...{ most: 100, until: repeated },
  });
  const state = JSON.stringify(await called(routes.readImport, { params: { import: file } }));
  if (!state.includes(`"loaded":${total}`)) throw new Error(state);
  client.destroy();
  return {
    method: 'three people a household; whole handler, one part after the other, session apart',
    rows: [
      checked,
      {
        ...loaded,
        ...atLeast(loaded.figure, 0.75 * floor),
        beside: `bare transactions of the same items: ${rounded(floor)} rows/s; ${loaded.beside}`,
      },
      again,
      {
        what: 'peak memory of the process',
        figure: peak / 1_048_576,
        unit: 'MB',
        beside: 'the one that makes the rows and the one that takes them',
      },
    ],
  };
};
