import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { type Bundle, bundleBareSdk, bundleFunctions } from '../../infra/bundle.ts';
import {
  coldEnvironment,
  coldTable,
  firstRequestOf,
  firstRequests,
  measuredFunctions,
} from './first-requests.ts';
import { median } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

const run = promisify(execFile);
const child = join(import.meta.dirname, 'cold-start.child.ts');
const saidSchema = v.object({ init: v.number(), first: v.number(), answer: v.string() });

interface Subject {
  readonly name: string;
  readonly bundle: Bundle;
  readonly event: unknown;
  readonly init: number[];
  readonly first: number[];
}

const start = async ({ bundle, event, init, first }: Subject, env: Record<string, string>): Promise<void> => {
  const { stdout } = await run(process.execPath, [child, bundle.file, JSON.stringify(event)], { env });
  const said = v.parse(saidSchema, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (/"statusCode":[45]/.test(said.answer)) throw new Error(`${bundle.file}: ${said.answer}`);
  init.push(said.init);
  first.push(said.first);
};

const together = ({ init, first }: Subject): number[] => init.map((time, n) => time + (first[n] ?? 0));

const rowsOf = (subject: Subject, bare: Subject): Row[] => {
  const { name, bundle, init, first } = subject;
  const size = `${rounded(bundle.bytes / 1000)} kB, ${rounded(bundle.gzip / 1000)} gzip, cold ${rounded(bundle.coldBytes / 1000)}`;
  const ratios = together(subject).map((time, round) => time / (together(bare)[round] ?? Number.NaN));
  return [
    {
      what: `${name}: bytes ÷ bare SDK`,
      ...atMost(bundle.bytes / bare.bundle.bytes, 1.2),
      unit: '×',
      beside: size,
    },
    {
      what: `${name}: init + first request ÷ bare SDK`,
      ...atMost(median(ratios), 1),
      unit: '×',
      beside: `init ${rounded(median(init))} + first ${rounded(median(first))} ms`,
    },
  ];
};

export default async ({ small }: Options): Promise<Report> => {
  await using store = await openStore({ [coldTable]: [] });
  const requests = await firstRequests(store);
  const folder = temporaryFolder();
  const bundles = await bundleFunctions(measuredFunctions, folder);
  const subject = (name: string, bundle: Bundle, event: unknown): Subject => ({
    ...{ name, bundle, event, init: [], first: [] },
  });
  const bare = subject('bare SDK', await bundleBareSdk(folder), { get: { PK: 'none', SK: 'none' } });
  const ours = [...bundles].map(([name, bundle]) => subject(name, bundle, firstRequestOf(requests, name)));
  const rounds = small ? 3 : 15;
  const env = coldEnvironment(store);
  for (const each of [bare, ...ours]) await start(each, env);
  for (const { init, first } of [bare, ...ours]) init.length = first.length = 0;
  for (let round = 0; round < rounds; round++) for (const each of [bare, ...ours]) await start(each, env);
  return {
    method: `medians of ${rounds} fresh processes each, one after another in turn; first request: bare SDK one read, ours whatever that function is asked first, session included`,
    rows: [
      {
        what: 'bare SDK: init + first request',
        figure: median(together(bare)),
        unit: 'ms',
        beside: `${rounded(bare.bundle.bytes / 1000)} kB, ${rounded(bare.bundle.gzip / 1000)} gzip; init ${rounded(median(bare.init))} + first ${rounded(median(bare.first))} ms`,
      },
      ...ours.flatMap((each) => rowsOf(each, bare)),
    ],
  };
};
