import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEngine } from '../../functions/local/engine.ts';
import { neverLoad } from '../../functions/local/later-load.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { buildDistrict, places } from '../support/district.ts';
import { report } from '../support/issues.ts';
import { type Host, type Memory, startHost } from './host.ts';
import { median, perSecond } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { storedIssues, transferredIssue } from './seeds.ts';
import { makeStore, newKeyFile } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

const settleMilliseconds = 8_000;

const memoryRow = (what: string, memory: Memory | undefined, budget: number): Row =>
  memory
    ? {
        what,
        ...atMost(memory.together, budget),
        unit: 'MB',
        beside: `host ${rounded(memory.host)}, store ${rounded(memory.store)}`,
      }
    : { what, figure: '–', unit: 'MB', beside: 'this platform has no /proc to read it from' };

/** A data folder with so many issues in it and a clerk who is signed in. */
const prepare = async (data: string, issues: number): Promise<{ readonly cookie: string }> => {
  mkdirSync(data, { recursive: true });
  const dbPath = join(data, 'huimin.sqlite');
  await makeStore(dbPath, { huimin: storedIssues(await transferredIssue(), issues, 'stored') });
  const engine = await startEngine({ dbPath });
  const client = createDynamoClient(engine.endpoint);
  const core = coreOn(
    createStore(client, 'huimin'),
    fileKeyWrapper(newKeyFile(data)),
    systemClock,
    createLog(() => undefined),
  );
  const { accounts } = await buildDistrict(core);
  client.destroy();
  await engine.stop();
  return { cookie: accounts.lead.cookie };
};

/** A morning's work over HTTP: issues raised and the ledger looked at, sixteen at a time. */
const work = async ({ address }: Host, cookie: string, times: number): Promise<void> => {
  const sent = async (path: string, init: RequestInit, expected: number): Promise<void> => {
    const answer = await fetch(`${address}${path}`, init);
    if (answer.status !== expected) throw new Error(`${path}: ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  await perSecond(times, 16, async () => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    await sent('/api/issues', { method: 'POST', headers, body: JSON.stringify(report) }, 201);
    await sent(`/api/issues?node=${encodeURIComponent(places.town)}&list=all`, { headers: { cookie } }, 200);
  });
};

const firstStart = async (data: string): Promise<Row[]> => {
  await using host = await startHost(data);
  const memory = host.memory();
  return [
    {
      what: 'first start: demo district loaded and first answer',
      ...atMost(host.seconds, 30),
      unit: 's',
      beside: memory ? `host ${rounded(memory.host)} MB, store ${rounded(memory.store)} MB right after` : '',
    },
  ];
};

const laterStarts = async (data: string, starts: number): Promise<Row[]> => {
  // The demo would go on loading its other parts beside everything that is measured.
  neverLoad(data);
  const seconds: number[] = [];
  for (let n = 1; n < starts; n++) {
    await using host = await startHost(data);
    seconds.push(host.seconds);
  }
  await using host = await startHost(data);
  seconds.push(host.seconds);
  await pause(settleMilliseconds);
  return [
    {
      what: 'start with an existing store, to the first answer',
      ...atMost(median(seconds), 3),
      unit: 's',
      beside: `median of ${seconds.map(rounded).join(', ')}`,
    },
    memoryRow('memory of host and store, idle', host.memory(), 150),
  ];
};

const fullStore = async (data: string, issues: number, times: number): Promise<Row[]> => {
  const { cookie } = await prepare(data, issues);
  await using host = await startHost(data);
  await work(host, cookie, times);
  const busy = host.memory();
  await pause(settleMilliseconds);
  const stored = `${issues.toLocaleString('en')} issues stored`;
  return [
    { what: `start with ${stored}`, ...atMost(host.seconds, 3), unit: 's' },
    memoryRow(`memory with ${stored}, right after ${times.toLocaleString('en')} more were raised`, busy, 300),
    memoryRow(`memory with ${stored}, the same host left alone`, host.memory(), 300),
  ];
};

export default async ({ small }: Options): Promise<Report> => {
  const folder = temporaryFolder();
  const demo = join(folder, 'demo');
  return {
    method:
      'the program of `npm start`, site not built, its store on a file; resident memory from /proc, 8 s after the last request unless said otherwise',
    rows: [
      ...(await firstStart(demo)),
      ...(await laterStarts(demo, small ? 1 : 5)),
      ...(await fullStore(join(folder, 'full'), small ? 10_000 : 100_000, small ? 200 : 2_000)),
    ],
  };
};
