import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import { applyChange } from '../../functions/platform/ledger/chain.ts';
import { listKey } from '../../functions/platform/ledger/projections.ts';
import type { Stored } from '../../functions/platform/ledger/steps.ts';
import { createDynamoClient } from '../../functions/platform/runtime/store.ts';
import { renovationProjector } from '../../functions/renovation/renovation.projector.ts';
import { type Renovation, renovationSchema } from '../../functions/renovation/renovation.states.ts';
import { listName } from '../../functions/renovation/renovation.store.ts';
import { recount } from '../../functions/renovation/renovation-reserving.rules.ts';
import { type Answered, newKey } from '../support/call.ts';
import { meter } from '../support/core.meter.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict } from '../support/district.ts';
import { outcome } from '../support/issues.ts';
import { places, planned, type RenovationBed, renovationOn } from '../support/renovation.ts';
import { type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';

const year = 2026;
const money = 10_000_000;
const homes = 20;

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

const exactly = (figure: number, wanted: number): Pick<Row, 'figure' | 'budget' | 'isMet'> => ({
  figure,
  budget: `= ${wanted.toLocaleString('en')}`,
  isMet: figure === wanted,
});

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await task();
  return performance.now() - started;
};

/** A few at a time: this is not what is measured. */
const agreedHomes = async (bed: RenovationBed, count: number): Promise<string[]> => {
  const made: string[] = [];
  for (let at = 0; at < count; at += 10)
    made.push(...(await Promise.all(upTo(Math.min(10, count - at)).map((n) => bed.agreedAtOnce(at + n)))));
  return made;
};

/** As many transactions of seven items on two counters as there were approvals, and nothing else. */
const bareApprovals = async (endpoint: string, tableName: string, count: number): Promise<number> => {
  const client = createDynamoClient(endpoint);
  const documents = DynamoDBDocumentClient.from(client);
  const counter = (PK: string, by: number, most: number) => ({
    Update: {
      TableName: tableName,
      Key: { PK, SK: 'BARE' },
      UpdateExpression: 'ADD taken :by',
      ConditionExpression: 'attribute_not_exists(taken) OR taken <= :room',
      ExpressionAttributeValues: { ':by': by, ':room': most - by },
    },
  });
  const one = async (n: number): Promise<void> => {
    const items = upTo(5).map((k) => ({
      Put: { TableName: tableName, Item: { PK: `BARE#${n}`, SK: `${k}`, text: 'x'.repeat(800) } },
    }));
    await documents
      .send(
        new TransactWriteCommand({
          TransactItems: [counter('BAREMONEY', planned, money), counter('BAREHOMES', 1, homes), ...items],
          ClientRequestToken: randomUUID(),
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') throw error;
      });
  };
  const took = await timed(() => Promise.all(upTo(count).map(one)));
  client.destroy();
  return took;
};

const approvalRows = async (bed: RenovationBed, platform: Platform, count: number): Promise<Row[]> => {
  await bed.fund(year, homes, money);
  const references = await agreedHomes(bed, count);
  const versions = new Map((await bed.all()).map(({ id, version }) => [id, version]));
  const approve = async (reference: string): Promise<Answered> => {
    const ifMatch = versions.get(reference) ?? 0;
    const call = { params: { reference }, body: { year }, ifMatch, key: newKey() };
    let answer = await bed.staff('approval', 'district', call);
    while (answer.status === 503) answer = await bed.staff('approval', 'district', call);
    return answer;
  };
  const answers: Answered[] = [];
  const took = await timed(async () => answers.push(...(await Promise.all(references.map(approve)))));
  const bare = await bareApprovals(platform.endpoint, platform.tableName, count);
  const states = (await bed.all()).map(({ state }) => state.state);
  const left = await bed.left(bed.at('town', year));
  return [
    {
      what: `${count} approvals at once for the last ${homes} homes: approved`,
      ...exactly(states.filter((state) => state === 'noticed').length, homes),
      unit: 'homes',
      beside: `${rounded(took / 1000)} s for all; as many bare transactions of as many items ${rounded(bare / 1000)} s`,
    },
    {
      what: 'the others wait in the queue, told why',
      ...exactly(states.filter((state) => state === 'queued').length, count - homes),
      unit: 'homes',
    },
    {
      what: 'money reserved for them',
      ...exactly(left.reserved, homes * planned),
      unit: 'fen',
      beside: `${left.left.toLocaleString('en')} fen left of ${money.toLocaleString('en')}`,
    },
    {
      what: 'answers other than yes',
      ...exactly(answers.filter((answer) => outcome(answer) !== '200').length, 0),
      unit: 'answers',
    },
  ];
};

/** Fills the queue of the town with as many as are wanted, by the entries of one that really waits. */
const fillQueue = async (bed: RenovationBed, platform: Platform, from: number, to: number): Promise<void> => {
  const waiting = (await bed.all()).find(({ state }) => state.state === 'queued');
  if (!waiting) throw new Error('nobody waits');
  const list = listName(places.town, 'queued');
  const entry = renovationProjector.project(waiting).entries.find((each) => each.list === list);
  if (!entry) throw new Error('who waits is in no list');
  for (let at = from; at < to; at += 100) {
    await Promise.all(
      upTo(Math.min(100, to - at)).map((n) => {
        const id = `FILL${String(at + n).padStart(6, '0')}`;
        const row = { ...entry.row, reference: id };
        return platform.core.store.put({ PK: listKey(list), SK: `${entry.sort}#${id}`, id, version: 1, row });
      }),
    );
  }
};

interface Page {
  readonly units: number;
  readonly milliseconds: number;
}

const measurePage = async (staff: RenovationBed['staff'], run: ReturnType<typeof meter>): Promise<Page> => {
  const ask = () =>
    staff('list', 'district', { query: { node: places.town, list: 'queued' } }).then(() => undefined);
  await ask();
  let milliseconds = Number.POSITIVE_INFINITY;
  let units = 0;
  for (let round = 0; round < 9; round++) {
    const calls = await run(async () => {
      milliseconds = Math.min(milliseconds, await timed(ask));
    });
    units = calls.reduce((sum, call) => sum + call.units, 0);
  }
  return { units, milliseconds };
};

const stateOf = async (bed: RenovationBed, { id }: Stored<Renovation>): Promise<Renovation> => {
  const links = await bed.deps.ledger.history('RENOVATION', id);
  const fields = links.reduce<Readonly<Record<string, unknown>>>(
    (state, { change }) => applyChange(state, change),
    {},
  );
  return v.parse(renovationSchema, fields);
};

const rebuiltRow = async (bed: RenovationBed): Promise<Row> => {
  const all = await bed.all();
  let rebuilt: Renovation[] = [];
  const took = await timed(async () => {
    rebuilt = [];
    for (const stored of all) rebuilt.push(await stateOf(bed, stored));
  });
  const { towns, districts } = recount(rebuilt);
  const [fund, target] = [await bed.left(bed.at('town', year)), await bed.left(bed.at('district', year))];
  const isSame =
    (towns.get(bed.at('town', year))?.reserved ?? 0) === fund.reserved &&
    (districts.get(bed.at('district', year))?.reserved ?? 0) === target.reserved;
  return {
    what: 'the year rebuilt from the histories is what the counters say',
    figure: isSame ? 'the same' : 'ANOTHER',
    unit: '',
    budget: 'the same',
    isMet: isSame,
    beside: `${all.length} applications in ${rounded(took)} ms`,
  };
};

export default async ({ small }: Options): Promise<Report> => {
  const count = small ? 60 : 200;
  const many = small ? 1_000 : 5_000;
  await using store = await openStore({ unused: [] });
  process.env['DYNAMODB_ENDPOINT'] = store.endpoint;
  await using platform = await openPlatform();
  const bed = await renovationOn(platform, await buildDistrict(platform.core));
  const rows = await approvalRows(bed, platform, count);
  await bed.project();

  const client = platform.newClient();
  const run = meter(client);
  const staff = bed.staffOn(platform.through(client));
  const waiting = count - homes;
  const few = await measurePage(staff, run);
  await fillQueue(bed, platform, waiting, many);
  const full = await measurePage(staff, run);
  const [reference = ''] = (await bed.all())
    .filter(({ state }) => state.state === 'noticed')
    .map(({ id }) => id);
  const page = await run(() => staff('read', 'district', { params: { reference } }));
  client.destroy();
  return {
    method:
      'through the whole handler, engine on a file; agreed homes were made in two commits each beforehand',
    rows: [
      ...rows,
      {
        what: `a page of the queue with ${many.toLocaleString('en')} waiting`,
        figure: full.units,
        unit: 'units',
        budget: `= ${rounded(few.units)}`,
        isMet: full.units === few.units,
        beside: `${rounded(full.milliseconds)} ms; with ${waiting} waiting ${rounded(few.milliseconds)} ms`,
      },
      {
        what: 'the page of one application',
        figure: page.reduce((sum, { units }) => sum + units, 0),
        unit: 'units',
        beside: page.map(({ command }) => command.replace('Command', '')).join(', '),
      },
      await rebuiltRow(bed),
    ],
  };
};
