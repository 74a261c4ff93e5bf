import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore, type Item } from '../../functions/platform/runtime/store.ts';
import { callRow } from '../support/call.ts';
import { buildDistrict } from '../support/district.ts';
import { functionsOn } from '../support/functions.ts';
import { report } from '../support/issues.ts';
import { median, perSecond } from './measure.ts';
import { atLeast, type Options, type Report } from './report.ts';
import { type OpenStore, openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';
import { streamRows } from './throughput.stream.ts';

const connections = 16;
const tableName = 'bench';
/** Apart, so that the stream that is followed carries nothing but what is measured. */
const followedTable = 'followed';

/** The same three items as an issue's first commit, re-keyed, with the same conditions: the floor. */
const bareTransaction = (
  client: ReturnType<typeof createDynamoClient>,
  TableName: string,
  items: readonly Item[],
) => {
  const documents = DynamoDBDocumentClient.from(client);
  return async (): Promise<void> => {
    const PK = `ISSUE#${randomUUID()}`;
    await documents.send(
      new TransactWriteCommand({
        ClientRequestToken: randomUUID(),
        TransactItems: items.map((item) => ({
          Put: { TableName, Item: { ...item, PK }, ConditionExpression: 'attribute_not_exists(PK)' },
        })),
      }),
    );
  };
};

/** A district in a table, with one issue, and what writes more of them. */
const writersOn = async ({ endpoint, keyFile }: OpenStore, table: string) => {
  const client = createDynamoClient(endpoint);
  const bareClient = createDynamoClient(endpoint);
  const core = coreOn(
    createStore(client, table),
    fileKeyWrapper(keyFile),
    systemClock,
    createLog(() => undefined),
  );
  const { accounts } = await buildDistrict(core);
  const { issues } = functionsOn(core, core, openPhotoStore(`folder:${temporaryFolder()}`));
  const { cookie } = accounts.lead;
  const { register } = issuesContract.routes;
  const raise = async (): Promise<string> => {
    const { status, body } = await callRow(issues, register, { cookie, body: report });
    if (status !== register.status) throw new Error(`not registered: ${JSON.stringify(body)}`);
    return JSON.stringify(body);
  };
  const reference = /"reference":"(\w+)"/.exec(await raise())?.[1] ?? '';
  const { items } = await core.store.query({
    KeyConditionExpression: 'PK = :issue',
    ExpressionAttributeValues: { ':issue': `ISSUE#${reference}` },
  });
  return {
    ...{ store: core.store, raise, items: items.length },
    bare: bareTransaction(bareClient, table, items),
    close: () => {
      for (const each of [client, bareClient]) each.destroy();
    },
  };
};

export default async ({ small }: Options): Promise<Report> => {
  await using store = await openStore({ [tableName]: [], [followedTable]: [] });
  const { raise, bare, items, close } = await writersOn(store, tableName);

  const perRound = small ? 200 : 300;
  const rounds = small ? 3 : 15;
  // The first round warms both up and doesn't count.
  await perSecond(perRound, connections, raise);
  await perSecond(perRound, connections, bare);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes, so that neither always meets the other's leftovers.
    const turns = [
      async () => ours.push(await perSecond(perRound, connections, raise)),
      async () => floor.push(await perSecond(perRound, connections, bare)),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  const ratios = ours.map((figure, round) => figure / (floor[round] ?? Number.NaN));
  const followed = await writersOn(store, followedTable);
  const streamed = await streamRows(
    { ...followed, bare, endpoint: store.endpoint, tableName: followedTable, connections, raisedBefore: 1 },
    small,
  );
  for (const each of [close, followed.close]) each();
  return {
    method: `${rounds} rounds of ${perRound} issues and ${perRound} bare transactions of the same ${items} items, in turn, ${connections} connections, engine on a file; medians`,
    rows: [
      { what: 'issues raised through the whole function', figure: median(ours), unit: '/s' },
      { what: `bare SDK, transaction of ${items} items`, figure: median(floor), unit: '/s' },
      {
        what: 'raised ÷ bare, median of the rounds',
        ...atLeast(median(ratios), 0.75),
        unit: '×',
        beside: `rounds from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
      },
      ...streamed,
    ],
  };
};
