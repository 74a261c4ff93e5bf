import type { Run } from '../../functions/platform/runtime/schedule-function.ts';
import type { Metered } from '../support/core.meter.ts';
import { scheduledJobs } from '../support/schedules.ts';
import { type Bed, openBed } from './checks.bed.ts';
import { deskRows } from './checks.desk.ts';
import { matters } from './checks.due.ts';
import { fillerOf } from './checks.filler.ts';
import { recorderOn, replay, writeAll } from './checks.replay.ts';
import { type Matter, openTemplates } from './checks.templates.ts';
import { median, timed } from './measure.ts';
import { type Options, type Report, type Row, rounded } from './report.ts';
import { type OpenStore, openStore } from './stored.ts';

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
