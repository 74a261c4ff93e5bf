import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { functionRows, schedules } from '../../functions/functions.ts';
import { type Bundle, bundleBareSdk, bundleFunctions } from '../../infra/bundle.ts';
import { coldEnvironment, coldTable, firstRequestOf, firstRequests } from './first-requests.ts';
import { median } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

const run = promisify(execFile);
const child = join(import.meta.dirname, 'cold-start.child.ts');
const saidSchema = v.object({
  init: v.number(),
  calls: v.array(v.number()),
  requests: v.number(),
  answers: v.string(),
});
type Said = v.InferOutput<typeof saidSchema>;

interface Subject {
  readonly name: string;
  readonly bundle: Bundle;
  /** What it is asked in a fresh process, one after another. */
  readonly events: readonly unknown[];
  /** How often that asks the store. */
  readonly requests: number;
  /** Whether it is held to an SDK that asks once; otherwise to one that asks as often. */
  readonly isHeldToOne: boolean;
  readonly starts: Said[];
  /** The bare SDK's start right before each of its own: a busy machine is busy for both. */
  readonly floors: Said[];
}

/** Nobody waits for a schedule; and this page asks every shard of every kind of record, once in a while. */
const asksByNature = (name: string): boolean =>
  name === 'retention' || schedules.some(({ functionName }) => functionName === name);

const start = async (
  { bundle, events }: Pick<Subject, 'bundle' | 'events'>,
  env: Record<string, string>,
): Promise<Said> => {
  const args = [child, bundle.file, ...events.map((event) => JSON.stringify(event))];
  const { stdout } = await run(process.execPath, args, { env });
  const said = v.parse(saidSchema, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (/"statusCode":[45]/.test(said.answers)) throw new Error(`${bundle.file}: ${said.answers}`);
  return said;
};

/** Milliseconds of every start until so many events were answered. */
const until = (starts: readonly Said[], answered: number): number[] =>
  starts.map(({ init, calls }) => calls.slice(0, answered).reduce((sum, time) => sum + time, init));

const medianRatio = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((time, round) => time / (theirs[round] ?? Number.NaN)));

const rowsOf = (subject: Subject, bare: Bundle): Row[] => {
  const { name, bundle, requests, isHeldToOne, starts, floors } = subject;
  const size = `${rounded(bundle.bytes / 1000)} kB, ${rounded(bundle.gzip / 1000)} gzip, cold ${rounded(bundle.coldBytes / 1000)}`;
  const init = median(starts.map((said) => said.init));
  const first = median(starts.map(({ calls }) => calls[0] ?? Number.NaN));
  const one = medianRatio(until(starts, 1), until(floors, 1));
  const asMany = medianRatio(until(starts, 1), until(floors, Math.max(requests, 1)));
  const parts = `init ${rounded(init)} + first ${rounded(first)} ms, which asks the store ${requests} ×`;
  return [
    {
      what: `${name}: bytes ÷ bare SDK`,
      ...atMost(bundle.bytes / bare.bytes, 1.2),
      unit: '×',
      beside: size,
    },
    isHeldToOne
      ? {
          what: `${name}: init + first request ÷ bare SDK`,
          ...atMost(one, 1),
          unit: '×',
          beside: `${parts}; ${rounded(asMany)} × a bare SDK that asks as often`,
        }
      : {
          what: `${name}: init + first run ÷ bare SDK that asks as often`,
          ...atMost(asMany, 1),
          unit: '×',
          beside: `${parts}; ${rounded(one)} × a bare SDK that asks once`,
        },
  ];
};

export default async ({ small }: Options): Promise<Report> => {
  await using store = await openStore({ [coldTable]: [] });
  const requests = await firstRequests(store);
  const folder = temporaryFolder();
  const bundles = await bundleFunctions(functionRows, folder);
  const rounds = small ? 3 : 11;
  const env = coldEnvironment(store);
  const ours: Subject[] = [];
  for (const [name, bundle] of bundles) {
    const events = [firstRequestOf(requests, name)];
    const { requests: asked } = await start({ bundle, events }, { ...env, COUNT: 'yes' });
    const isHeldToOne = !asksByNature(name);
    ours.push({ name, bundle, events, requests: asked, isHeldToOne, starts: [], floors: [] });
  }
  const most = Math.max(...ours.map(({ requests: asked }) => asked));
  const bare = await bundleBareSdk(folder);
  const floor = { bundle: bare, events: Array(most).fill({ get: { PK: 'none', SK: 'none' } }) };
  for (let round = 0; round < rounds; round++) {
    for (const each of ours) {
      each.floors.push(await start(floor, env));
      each.starts.push(await start(each, env));
    }
  }
  const floors = ours.flatMap((each) => each.floors);
  return {
    method: `medians of ${rounds} fresh processes each, the bare SDK right before each of ours; first request: bare SDK one read, ours whatever that function is asked first, session included`,
    rows: [
      {
        what: 'bare SDK: init + first request',
        figure: median(until(floors, 1)),
        unit: 'ms',
        beside: `${rounded(bare.bytes / 1000)} kB, ${rounded(bare.gzip / 1000)} gzip; init ${rounded(median(floors.map(({ init }) => init)))} ms`,
      },
      ...ours.flatMap((each) => rowsOf(each, bare)),
    ],
  };
};
