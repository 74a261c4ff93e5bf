import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { organisationProjector } from '../../functions/access/access.projector.ts';
import { establishNode } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { idOfPath } from '../../functions/platform/contract/node-path.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import type { Run } from '../../functions/platform/runtime/schedule-function.ts';
import { createDynamoClient, createStore, type Store } from '../../functions/platform/runtime/store.ts';
import { type Metered, meter } from '../support/core.meter.ts';
import { type SettableClock, settableClock } from '../support/core.ts';
import { buildDistrict, type District, intentOf, projected } from '../support/district.ts';
import { scheduledJobs } from '../support/schedules.ts';
import { deskRows } from './checks.desk.ts';
import { type Matter, matters } from './checks.due.ts';
import { fillerOf, standsBeside } from './checks.filler.ts';
import { recorderOn, replay, writeAll } from './checks.replay.ts';
import { due, openTemplates, roomyTown, villageNo } from './checks.templates.ts';
import { median, timed } from './measure.ts';
import { type Options, type Report, type Row, rounded } from './report.ts';
import { seededAt } from './seeds.ts';
import { type OpenStore, openStore } from './stored.ts';

/** A table of a size, with its district. */
export interface Bed {
  readonly records: number;
  readonly tableName: string;
  readonly clock: SettableClock;
  readonly district: District;
  readonly core: Core;
  /** A core whose requests are metered. */
  readonly metered: Core;
  readonly run: ReturnType<typeof meter>;
  readonly bare: DynamoDBClient;
  readonly on: (store: Store) => Core;
  readonly plain: Store;
  readonly close: () => void;
}

const openBed = async (store: OpenStore, records: number): Promise<Bed> => {
  const tableName = `records-${records}`;
  const [client, watched, bare] = [0, 1, 2].map(() => createDynamoClient(store.endpoint));
  if (!client || !watched || !bare) throw new Error('no clients');
  const clock = settableClock(seededAt);
  const log = createLog((line) => {
    if (line.includes('error')) process.stderr.write(`${line}\n`);
  });
  const on = (other: Store): Core => coreOn(other, fileKeyWrapper(store.keyFile), clock, log);
  const plain = createStore(client, tableName);
  const core = on(plain);
  await standsBeside(plain);
  const district = await buildDistrict(core);
  const { principal } = district.administrator;
  const parent = roomyTown.slice(0, roomyTown.lastIndexOf('/'));
  for (const path of [roomyTown, ...Array.from({ length: due }, (_, n) => villageNo(n))]) {
    const name = { zh: `第${idOfPath(path)}村`, en: `Village ${idOfPath(path)}` };
    const under = path === roomyTown ? parent : roomyTown;
    await establishNode(core, intentOf(principal, core), { parent: under, id: idOfPath(path), name });
    await projected(core, organisationProjector, idOfPath(path));
  }
  await loadPublishedYears(createCalendars(core), clock.now());
  return {
    ...{ records, tableName, clock, district, core, bare, on, plain },
    metered: on(createStore(watched, tableName)),
    run: meter(watched),
    close: () => {
      for (const each of [client, watched, bare]) each.destroy();
    },
  };
};

interface Figures {
  readonly said: Run;
  readonly units: number;
  readonly calls: number;
  /** Milliseconds of each round. */
  readonly ours: number[];
  readonly floor: number[];
}

const unitsOf = (calls: readonly Metered[]): number => calls.reduce((sum, { units }) => sum + units, 0);

const sameAs = (matter: Matter, said: Run): void => {
  const { schedule, examined = said.examined, found = said.found } = matter;
  if (said.examined !== examined || said.found !== found || said.failed > 0)
    throw new Error(`${schedule}: ${JSON.stringify(said)}`);
};

/** A matter put into a table: run by the check and by the bare SDK, and put back every time. */
const placed = async (bed: Bed, matter: Matter) => {
  const { clock, on, plain, metered, run, bare, tableName } = bed;
  const { schedule, now, items } = matter;
  clock.set(now);
  await writeAll(
    plain,
    items.map((Item) => ({ Put: { Item } })),
  );
  const recorder = recorderOn(plain, plain);
  const said = await scheduledJobs(on(recorder.store))[schedule](now);
  sameAs(matter, said);
  await recorder.undo();
  const job = scheduledJobs(metered)[schedule];
  let calls: Metered[] = [];
  const figures = { ours: [] as number[], floor: [] as number[] };
  return {
    ours: async (): Promise<void> => {
      clock.set(now);
      let again = said;
      calls = await run(async () => {
        const milliseconds = await timed(async () => {
          again = await job(now);
        });
        figures.ours.push(milliseconds);
      });
      sameAs({ ...matter, examined: said.examined, found: said.found }, again);
      await recorder.undo();
    },
    floor: async (): Promise<void> => {
      figures.floor.push(await timed(() => replay(bare, tableName, recorder.requests)));
      await recorder.undo();
    },
    /** The first round fills what a process keeps for a minute. */
    forget: (): void => {
      figures.ours.length = 0;
      figures.floor.length = 0;
    },
    figures: (): Figures => ({ said, units: unitsOf(calls), calls: calls.length, ...figures }),
    remove: () =>
      writeAll(
        plain,
        items.map(({ PK, SK }) => ({ Delete: { Key: { PK: String(PK), SK: String(SK) } } })),
      ),
  };
};

/** Milliseconds may differ by as much: what is read is the same, but lies deeper in a file a thousand times as large. */
const slowerAtMost = 1.5;

const rowsOf = (
  { schedule, of }: Matter,
  few: Figures,
  many: Figures,
  [small, large]: readonly Bed[],
): Row[] => {
  const among = `${small?.records.toLocaleString('en')} / ${large?.records.toLocaleString('en')}`;
  const { examined, found } = many.said;
  const [a, b, bare] = [median(few.ours), median(many.ours), median(many.floor)];
  // Of rounds right after one another: a busy machine is busy for both.
  const slower = median(many.ours.map((time, round) => time / (few.ours[round] ?? Number.NaN)));
  return [
    {
      what: `${schedule}, among ${among} records`,
      ...{ figure: `${rounded(few.units)} / ${rounded(many.units)}`, unit: 'units', budget: 'the same' },
      isMet: few.units === many.units && few.calls === many.calls,
      beside: `${examined} examined, ${found} found: ${of}; ${many.calls} calls`,
    },
    {
      what: `${schedule}, time`,
      ...{ figure: `${rounded(a)} / ${rounded(b)}`, unit: 'ms', budget: `× ≤ ${slowerAtMost}` },
      isMet: slower <= slowerAtMost,
      beside: `× ${rounded(slower)}; the same queries and writes by the bare SDK ${rounded(bare)} ms: ${rounded(b / bare)} of it`,
    },
  ];
};

/** Milliseconds that are measured at least, and rounds at most: what is short meets every disturbance by itself. */
const longEnough = 1_500;
const mostRounds = 31;

const measured = async (beds: readonly [Bed, Bed], matter: Matter, atLeast: number): Promise<Row[]> => {
  const [few, many] = [await placed(beds[0], matter), await placed(beds[1], matter)];
  let rounds = atLeast;
  for (let round = 0; round <= rounds; round++) {
    if (round === 1) {
      rounds = Math.min(mostRounds, Math.max(atLeast, Math.ceil(longEnough / median(many.figures().ours))));
      for (const each of [few, many]) each.forget();
    }
    // Who goes first changes, so that neither always meets the other's leftovers.
    const turns = [few.ours, many.ours, many.floor];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  await few.remove();
  await many.remove();
  return rowsOf(matter, few.figures(), many.figures(), beds);
};

/** Every schedule a check rests on: what it takes to find a hundred among a thousand records and among a million. */
export default async ({ small }: Options): Promise<Report> => {
  const sizes = [1_000, small ? 20_000 : 1_000_000];
  const known = await openTemplates();
  let seconds = 0;
  let opened: OpenStore | undefined;
  seconds =
    (await timed(async () => {
      opened = await openStore(
        Object.fromEntries(sizes.map((records) => [`records-${records}`, fillerOf(records, known)])),
      );
    })) / 1000;
  if (!opened) throw new Error('no store');
  await using store = opened;
  const [few, many] = [await openBed(store, sizes[0] ?? 0), await openBed(store, sizes[1] ?? 0)];
  const rows: Row[] = [];
  for (const matter of matters(known)) rows.push(...(await measured([few, many], matter, small ? 3 : 5)));
  rows.push(...(await deskRows([few, many], small ? 20 : 100)));
  for (const bed of [few, many]) bed.close();
  return {
    method: `the job of the schedule's function, warm; at least ${small ? 3 : 5} rounds over both tables and the bare SDK in turn, each put back before the next; medians; the records beside stand in the lists and the parts of the due index the checks look into, and were read in by the engine in ${seconds.toFixed(0)} s`,
    rows,
  };
};
