import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { figuresSubject } from '../../functions/issues/issues.store.ts';
import { readCounters } from '../../functions/platform/ledger/counters.ts';
import type { Store } from '../../functions/platform/runtime/store.ts';
import { places } from '../support/district.ts';
import { perSecond, timed } from './measure.ts';
import { type Row, rounded } from './report.ts';
import { temporaryFolder } from './temporary.ts';

interface Follower extends AsyncDisposable {
  /** Records of the stream it has worked off. */
  readonly done: () => number;
}

/** The projections in a process of their own, as their function is one. */
const startFollower = (endpoint: string, tableName: string): Follower => {
  const child = fork(join(import.meta.dirname, 'throughput.follower.child.ts'), [
    ...[endpoint, tableName, join(temporaryFolder(), 'stream.json')],
  ]);
  let done = 0;
  child.on('message', (count) => {
    done = Number(count);
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', end);
  return {
    done: () => done,
    [Symbol.asyncDispose]: async () => {
      process.removeListener('exit', end);
      end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
};

const counted = async (store: Store, node: string): Promise<number> => {
  const periods = await readCounters(store, figuresSubject(node));
  return [...periods.values()].reduce((sum, { raised = 0 }) => sum + raised, 0);
};

const pollMilliseconds = 10;
const patienceMilliseconds = 300_000;

/** Seconds until the counters of every place say what was written, neither less nor more. */
const untilRight = async (store: Store, raised: number): Promise<number> => {
  const milliseconds = await timed(async () => {
    const end = performance.now() + patienceMilliseconds;
    for (const node of [places.district, places.town, places.village]) {
      for (;;) {
        const now = await counted(store, node);
        if (now === raised) break;
        if (now > raised || performance.now() > end) throw new Error(`${node}: ${now} counted of ${raised}`);
        await pause(pollMilliseconds);
      }
    }
  });
  return milliseconds / 1_000;
};

/** A working day of a district in an hour: what comes steadily, not as fast as it can. */
const steadyPerSecond = 20;

interface Writing {
  readonly store: Store;
  readonly endpoint: string;
  readonly tableName: string;
  /** Issues there are already. */
  readonly raisedBefore: number;
  readonly connections: number;
  readonly raise: () => Promise<unknown>;
  /** The same items by the bare SDK, into a table nobody follows. */
  readonly bare: () => Promise<unknown>;
}

/** Commands as fast as they come, and how the projections keep up with them. */
export const streamRows = async (writing: Writing, small: boolean): Promise<Row[]> => {
  const { store, endpoint, tableName, raisedBefore, connections, raise, bare } = writing;
  await using follower = startFollower(endpoint, tableName);
  await untilRight(store, raisedBefore);
  const commands = small ? 400 : 3_000;
  const before = follower.done();
  const written = await perSecond(commands, connections, raise);
  const beside = ((follower.done() - before) * written) / commands;
  const behind = commands - (follower.done() - before);
  const lag = await untilRight(store, raisedBefore + commands);
  const floor = await perSecond(commands, connections, bare);
  const steady = steadyPerSecond * (small ? 3 : 10);
  for (let n = 0; n < steady; n++) {
    const taken = await timed(raise);
    await pause(Math.max(0, 1_000 / steadyPerSecond - taken));
  }
  const steadyLag = await untilRight(store, raisedBefore + commands + steady);
  return [
    {
      what: `commands while the projections follow, ${connections} writers`,
      ...{ figure: written, unit: '/s' },
      beside: `bare writer of the same items ${rounded(floor)}/s`,
    },
    {
      what: 'records the projections work off meanwhile',
      ...{ figure: beside, unit: '/s' },
      beside: `${rounded(beside / written)} of the write rate; ${rounded(behind)} of ${commands} behind when the writers end`,
    },
    {
      what: 'until every counter is right after the writers end',
      ...{ figure: lag, unit: 's' },
      beside: `${rounded(lag > 0 ? behind / lag : 0)} records/s with nobody writing`,
    },
    {
      what: `the same after ${steady} commands at ${steadyPerSecond}/s`,
      ...{ figure: steadyLag, unit: 's' },
      beside: 'the stream is asked ten times a second',
    },
  ];
};
