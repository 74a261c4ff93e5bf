import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { type IssueAction, issueActions } from '../../functions/issues/issues.actions.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { watchDeadlines } from '../../functions/issues/issues-watch.usecases.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { createLedger } from '../../functions/platform/ledger/ledger.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { type Answered, callRow, newKey } from '../support/call.ts';
import { type FaultKind, type FaultLog, type Faults, faultKinds, makeFaulty } from '../support/faults.ts';
import {
  bodies,
  type IssueBed,
  type IssueRoute,
  openIssues,
  outcome,
  report,
  textIn,
} from '../support/issues.ts';
import { applyProjection } from '../support/projections.ts';

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
afterAll(async () => bed[Symbol.asyncDispose]());

/** A core whose way to the store is unreliable; the table behind it is the bed's. */
const faultyCore = (faults: Faults): { core: Core; log: FaultLog } => {
  const client = bed.platform.newClient();
  const log = makeFaulty(client, faults);
  return { core: bed.platform.through(client), log };
};

interface Step {
  readonly action: IssueAction;
  readonly as: keyof IssueBed['people'];
  readonly body?: object;
}

const step = (action: Exclude<IssueAction, 'link'>, as: Step['as'], body: object = bodies[action]): Step => ({
  ...{ action, as, body },
});

/** Every command there is, in an order in which all of them are allowed. */
const fullLoop: readonly Step[] = [
  step('transfer', 'lead'),
  step('return', 'handler'),
  step('transfer', 'lead'),
  step('comment', 'lead'),
  step('return', 'handler'),
  step('arbitration', 'supervisor'),
  step('claim', 'handler'),
  step('extension', 'handler'),
  step('extension-decision', 'supervisor'),
  { action: 'link', as: 'lead' },
  step('resolution', 'handler'),
  step('attempt', 'handler'),
  step('contact', 'handler'),
  step('answer', 'handler'),
  step('follow-up', 'visitor', { ...bodies['follow-up'], solved: 'no', satisfaction: 2, reopen: true }),
  step('claim', 'handler'),
  step('resolution', 'handler'),
  step('answer', 'handler'),
  step('follow-up', 'visitor'),
  step('reopening', 'supervisor'),
];

const story = [
  ...[
    'registered',
    'transferred',
    'returned',
    'transferred',
    'commented',
    'returned',
    'arbitrated',
    'claimed',
  ],
  ...['extension-requested', 'extension-approved', 'duplicate-gained', 'resolved', 'attempt-recorded'],
  ...['answered', 'followed-up', 'reopened', 'claimed', 'resolved', 'answered', 'followed-up', 'reopened'],
];

const isWhole = async (reference: string): Promise<boolean> => {
  const links = await bed.deps.ledger.history(issueType.kind, reference);
  return verifyChain(issueType.kind, reference, links, await bed.read(reference)).whole;
};

/** Sends the same request until it is answered with anything but "busy", as a patient client does. */
const patiently = async (send: () => Promise<Answered>, onBusy: () => Promise<void>): Promise<Answered> => {
  for (let attempt = 1; attempt <= 40; attempt++) {
    const answer = await send();
    if (answer.status !== 503) return answer;
    expect(outcome(answer)).toBe('503 service.busy');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await onBusy();
  }
  throw new Error('forty times busy');
};

/** One issue through the full loop over an unreliable store; a second one is linked to it on the way. */
const goThrough = async (faults: Faults): Promise<{ reference: string; linked: string; log: FaultLog }> => {
  const { core, log } = faultyCore(faults);
  const api = bed.apiOn(core);
  const send = async (route: IssueRoute, as: string, call: object): Promise<Answered> => {
    const key = newKey();
    return patiently(
      () => callRow(api, issuesContract.routes[route], { ...call, key, cookie: as }),
      async () => undefined,
    );
  };
  const register = async (): Promise<string> => {
    const answer = await send('register', 'lead', { body: report });
    expect(outcome(answer)).toBe('201');
    return textIn(answer.body, 'reference') ?? '';
  };
  const reference = await register();
  const linked = await register();
  for (const { action, as, body } of fullLoop) {
    const [subject, sent] = action === 'link' ? [linked, { to: reference }] : [reference, body];
    const { version: ifMatch } = await bed.read(subject);
    const answer = await send(action, as, { params: { reference: subject }, body: sent, ifMatch });
    expect({ action, outcome: outcome(answer) }).toEqual({ action, outcome: '200' });
    expect(await isWhole(subject)).toBe(true);
  }
  return { reference, linked, log };
};

/** Says which seed it was, so that it can be run again. */
const withSeed = async <T>(seed: number, task: Promise<T>): Promise<T> => {
  try {
    return await task;
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
};

const seeds = Array.from({ length: 40 }, (_, n) => 20_261_122 + n);
const rateOf = (seed: number): number => [0.15, 0.35, 0.6][seed % 3] ?? 0;

describe('over an unreliable store', () => {
  test('every command has its effect exactly once, however often it had to be sent', async () => {
    expect(new Set(fullLoop.map(({ action }) => action))).toEqual(new Set(issueActions));
    const journeys = await Promise.all(
      seeds.map((seed) => withSeed(seed, goThrough({ seed, rate: rateOf(seed) }))),
    );
    const met = new Map<FaultKind, number>();
    for (const [index, { reference, linked, log }] of journeys.entries()) {
      const seed = seeds[index] ?? 0;
      await withSeed(
        seed,
        (async () => {
          expect(await bed.story(reference)).toEqual(story);
          expect((await bed.read(reference)).version).toBe(story.length);
          expect(await bed.story(linked)).toEqual(['registered', 'linked', 'resolved']);
          expect([await isWhole(reference), await isWhole(linked)]).toEqual([true, true]);
        })(),
      );
      for (const [kind, times] of log.met) met.set(kind, (met.get(kind) ?? 0) + times);
    }
    // Commands read strongly; what can be stale is read by lists and sweeps, below.
    for (const kind of faultKinds.filter((each) => each !== 'stale'))
      expect(met.get(kind)).toBeGreaterThan(20);
  });

  test('projections count everything exactly once', async () => {
    const references = await Promise.all([bed.issueIn('closed'), bed.issueIn('claimed'), bed.raise()]);
    const images = await Promise.all(
      references.map((reference) => bed.deps.store.get({ PK: `ISSUE#${reference}`, SK: 'STATE' })),
    );
    await Promise.all(
      seeds.slice(0, 12).map(async (seed) => {
        const { core } = faultyCore({ seed, rate: 0.4 });
        for (const image of [...images, ...images]) {
          // What fails stays in the stream and comes again.
          await applyProjection(core.store, issueProjector, image ?? {}, 'stream').catch(() => undefined);
        }
      }),
    );
    await bed.project(...references);
    const items = await bed.platform.everything();
    const projected = items.filter(({ SK, PK }) => SK === 'PROJECTED' && String(PK).startsWith('ISSUE#'));
    const counted = items.find(({ PK, SK }) => PK === 'COUNT#issues:370402' && SK === '2026-11');
    expect(counted).toMatchObject({ raised: projected.length, closed: 1 });
    const listed = items.filter(({ PK }) => PK === 'LIST#issues:370402:all');
    expect(listed.map(({ id }) => id).sort()).toEqual(references.toSorted());
  });

  test('sweeps mark each threshold once, also when an index answers with what was', async () => {
    const sweptIssues = await Promise.all([bed.issueIn('claimed'), bed.issueIn('claimed')]);
    const before = bed.platform.clock.now();
    bed.platform.clock.set('2026-12-09T08:00:00+08:00');
    const log = await Promise.all(
      seeds.slice(0, 4).map(async (seed) => {
        const { core, log } = faultyCore({ seed, rate: 0.4 });
        const deps = { ...core, calendars: createCalendars(core), nodes: createOrganisationNodes(core) };
        for (let run = 0; run < 3; run++) {
          await watchDeadlines(deps, bed.platform.clock.now()).catch(() => undefined);
        }
        return log;
      }),
    );
    await watchDeadlines(bed.deps, bed.platform.clock.now());
    for (const reference of sweptIssues) {
      const marked = (await bed.story(reference)).slice(3);
      expect(marked).toEqual(['warned', 'overdue', 'supervised', 'criticised']);
      expect(await isWhole(reference)).toBe(true);
    }
    expect(log.some(({ met }) => (met.get('stale') ?? 0) > 0)).toBe(true);
    bed.platform.clock.set(before);
  });

  test('a list may be late, and says as of when it was read', async () => {
    const { core } = faultyCore({ seed: 7, rate: 1, kinds: ['stale'] });
    const api = bed.apiOn(core);
    const list = () =>
      callRow(api, issuesContract.routes.list, {
        ...{ cookie: 'lead', query: { node: '370402/370402101', list: 'all' } },
      });
    const first = await list();
    await bed.project(await bed.raise());
    const late = await list();
    expect(late.body).toEqual(first.body);
    expect(textIn(late.body, 'asOf')).toBe(bed.platform.clock.now());
  });
});

describe('when tries run out', () => {
  const befores = faultKinds.filter((kind) => kind !== 'time-out after' && kind !== 'stale');

  test.each(befores)('%s: an honest 503, few tries, and nothing was changed', async (kind) => {
    const reference = await bed.issueIn('transferred');
    const { core, log } = faultyCore({ seed: 1, rate: 1, kinds: [kind] });
    const api = bed.apiOn(core);
    const before = await bed.read(reference);
    const call = { params: { reference }, body: {}, ifMatch: 2, cookie: 'handler' };
    const answer = await callRow(api, issuesContract.routes.claim, call);
    expect(outcome(answer)).toBe('503 service.busy');
    expect(answer.headers).toMatchObject({ 'retry-after': '2' });
    expect(log.met.get(kind)).toBe(5);
    expect(await bed.read(reference)).toEqual(before);
    const again = await bed.act('claim', reference);
    expect(outcome(again)).toBe('200');
  });

  test('a time-out after the commit: a 503 that promises nothing, and the repeat gets the answer', async () => {
    const reference = await bed.issueIn('transferred');
    const { core } = faultyCore({ seed: 1, rate: 1, kinds: ['time-out after'] });
    // Read over a good line, written over the bad one.
    const store = { ...bed.deps.store, transact: core.store.transact };
    const api = bed.apiOn({ ...bed.deps, store, ledger: createLedger(store) });
    const call = { params: { reference }, body: {}, ifMatch: 2, cookie: 'handler', key: newKey() };
    const busy = await callRow(api, issuesContract.routes.claim, call);
    expect(outcome(busy)).toBe('503 service.busy');
    expect(JSON.stringify(busy.body)).not.toMatch(/nothing was changed/i);
    expect(await bed.story(reference)).toEqual(['registered', 'transferred', 'claimed']);
    const answer = await callRow(bed.apiOn(bed.deps), issuesContract.routes.claim, call);
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"3"' }, body: { state: 'claimed' } });
    expect(await bed.story(reference)).toEqual(['registered', 'transferred', 'claimed']);
  });

  test('what is wrong with the request itself is not tried again', async () => {
    const { core, log } = faultyCore({ seed: 1, rate: 0 });
    const wrong = core.store.put({ PK: '', SK: 'x' });
    await expect(wrong).rejects.toThrow();
    expect(log.sent).toBe(1);
  });
});
