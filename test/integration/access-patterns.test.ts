import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSession, readSessions } from '../../functions/access/sessions.store.ts';
import { findByLoginName } from '../../functions/access/staff.store.ts';
import { casesOf } from '../../functions/insight/cases.store.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import type { Issue } from '../../functions/issues/issues.states.ts';
import { issueCounts, issuePage, issueType, listName } from '../../functions/issues/issues.store.ts';
import { issuesWatchSchedules } from '../../functions/issues/issues-watch.schedule.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';
import { caseKey, dueShards } from '../../functions/platform/ledger/case-keys.ts';
import { dueBy, pastRetention } from '../../functions/platform/ledger/due.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { scheduleFunction } from '../../functions/platform/runtime/schedule-function.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { callRow } from '../support/call.ts';
import { type Metered, meter } from '../support/core.meter.ts';
import { bodies, fieldIn, type IssueBed, openIssues, places } from '../support/issues.ts';

let bed: IssueBed;
let core: Core;
let api: ApiFunction;
let measured: (task: () => Promise<unknown>) => Promise<Metered[]>;
beforeAll(async () => {
  bed = await openIssues();
  const client = bed.platform.newClient();
  measured = meter(client);
  core = bed.platform.through(client);
  api = bed.apiOn(core);
  // Read once in the life of a process: no part of what a request costs.
  await core.keyring.mac('warm', 'up');
});
afterAll(async () => bed[Symbol.asyncDispose]());

const unitsOf = (calls: readonly Metered[]): number => calls.reduce((sum, { units }) => sum + units, 0);
const commandsOf = (calls: readonly Metered[]): string[] => calls.map(({ command }) => command);

/** So many new issues in the lists of the town. */
const fill = async (count: number): Promise<string[]> => {
  const references: string[] = [];
  for (let n = 0; n < count; n++) {
    bed.platform.clock.advance(1);
    references.push(await bed.raise());
  }
  await bed.project(...references);
  return references;
};

test('access pattern 1: one case by its id is one item read', async () => {
  const reference = await bed.issueIn('claimed');
  const calls = await measured(() => core.ledger.read(issueType, reference));
  // Strongly consistent, so one unit for each 4 kB begun.
  expect(calls).toEqual([{ command: 'GetItemCommand', units: 1, items: 1 }]);
});

test('access pattern 1: a case and what is decided on beside it come in one request', async () => {
  const [reference, other] = [await bed.raise(), await bed.issueIn('claimed')];
  const [key, otherKey] = [caseKey('ISSUE', reference, 'STATE'), caseKey('ISSUE', other, 'STATE')];
  const absent = caseKey('ISSUE', reference, 'NOTHING');
  let read: Awaited<ReturnType<typeof core.ledger.readBeside<Issue>>> | undefined;
  const calls = await measured(async () => {
    // Naming the case itself among the others is no harm.
    read = await core.ledger.readBeside(issueType, reference, [otherKey, key]);
  });
  expect(read?.stored).toMatchObject({ id: reference, version: 1, state: { state: 'registered' } });
  expect(read?.beside(otherKey)).toMatchObject({ id: other, state: { state: 'claimed' } });
  expect(read?.beside(key)).toMatchObject({ id: reference });
  expect(calls.map(({ command, units }) => ({ command, units }))).toEqual([
    { command: 'BatchGetItemCommand', units: 2 },
  ]);
  // By itself: engines differ in what they charge for an item that is not there.
  const lacking = await core.ledger.readBeside(issueType, reference, [absent]);
  expect(lacking.beside(absent)).toBeUndefined();
});

test('access pattern 2: the whole history of a case, in order, is one query of its own partition', async () => {
  const reference = await bed.issueIn('answered');
  let story: number[] = [];
  const calls = await measured(async () => {
    story = (await core.ledger.history(issueType.kind, reference)).map(({ n }) => n);
  });
  expect(story).toEqual([1, 2, 3, 4, 5]);
  expect(calls).toEqual([{ command: 'QueryCommand', units: 1, items: 5 }]);
});

test('access pattern 3: what is due costs the same however many issues are stored', async () => {
  const urgent = { body: { department: places.bureau, urgency: 'urgent' } };
  const due = [await bed.raise(), await bed.raise()];
  for (const reference of due) await bed.done('transfer', reference, urgent);
  const sweep = async () => {
    let found: string[] = [];
    const calls = await measured(async () => {
      found = (await dueBy(core.store, issueType, bed.platform.clock.now())).map(({ id }) => id);
    });
    // All shards are asked at once, so any may answer first.
    return { calls: calls.toSorted((one, other) => one.items - other.items), found: found.sort() };
  };
  const before = await sweep();
  expect(before.found).toEqual(due.toSorted());
  expect(commandsOf(before.calls)).toEqual(Array.from({ length: dueShards }, () => 'QueryCommand'));
  // Waiting, running and ended ones, none of them due.
  await fill(30);
  for (let n = 0; n < 5; n++) await bed.issueIn('transferred');
  for (let n = 0; n < 5; n++) await bed.issueIn('resolved');
  expect(await sweep()).toEqual(before);
});

test('access pattern 3: what is most overdue comes first', async () => {
  const first = await bed.raise();
  await bed.done('transfer', first, { body: { department: places.bureau, urgency: 'urgent' } });
  bed.platform.clock.advance(5);
  const second = await bed.raise();
  await bed.done('transfer', second, { body: { department: places.bureau, urgency: 'urgent' } });
  const order = (await dueBy(core.store, issueType, bed.platform.clock.now())).map(({ id }) => id);
  expect(order.indexOf(first)).toBeGreaterThanOrEqual(0);
  expect(order.indexOf(second)).toBeGreaterThan(order.indexOf(first));
});

test('access pattern 4: the cases of a month are one query that reads keys alone', async () => {
  const keys: string[] = [];
  const calls = await measured(async () => {
    for await (const page of casesOf(core.store, 'ISSUE', '2026-11')) keys.push(...page.map(({ PK }) => PK));
  });
  const all = (await bed.platform.everything()).filter(
    ({ PK, SK }) => String(PK).startsWith('ISSUE#') && SK === 'STATE',
  );
  expect(keys.toSorted()).toEqual(all.map(({ PK }) => PK).toSorted());
  expect(commandsOf(calls)).toEqual(['QueryCommand']);
  const empty = await measured(async () => {
    for await (const page of casesOf(core.store, 'ISSUE', '2026-10')) expect(page).toEqual([]);
  });
  expect(commandsOf(empty)).toEqual(['QueryCommand']);
});

describe('access pattern 5: a page of a list', () => {
  const query = { node: places.village, list: 'registered' };

  test('is one query of fifty rows, the same with sixty and with more entries stored', async () => {
    await fill(60);
    const page = () =>
      measured(() =>
        issuePage(core.store, listName(places.village, 'registered'), 'oldest first', undefined),
      );
    const [before] = await page();
    await fill(30);
    expect(await page()).toEqual([before]);
    expect(before).toMatchObject({ command: 'QueryCommand', items: 50 });
  });

  test('shows every entry once, in the order of the list, from page to page', async () => {
    const seen: unknown[] = [];
    let cursor: unknown;
    do {
      const calls = await measured(async () => {
        const answer = await callRow(api, issuesContract.routes.list, {
          cookie: 'lead',
          query: { ...query, ...(typeof cursor === 'string' ? { cursor } : {}) },
        });
        const rows = fieldIn(answer.body, 'rows');
        if (Array.isArray(rows)) seen.push(...rows);
        cursor = fieldIn(answer.body, 'next');
      });
      expect(commandsOf(calls)).toEqual(['QueryCommand']);
    } while (cursor !== undefined);
    const raised = seen.map((row) => fieldIn(row, 'raisedAt'));
    expect(raised).toEqual(raised.toSorted());
    const references = new Set(seen.map((row) => fieldIn(row, 'reference')));
    expect(references.size).toBe(seen.length);
    const waiting = (await bed.platform.everything()).filter(
      ({ PK }) => PK === `LIST#${listName(places.village, 'registered')}`,
    );
    expect(seen).toHaveLength(waiting.length);
  });
});

test('access pattern 6: the figures of a node over months and of now are one query', async () => {
  let counts: unknown;
  const calls = await measured(async () => {
    counts = await issueCounts(core.store, places.village, '2026-01', '2026-12');
  });
  expect(commandsOf(calls)).toEqual(['QueryCommand']);
  const listed = (await bed.platform.everything()).filter(
    ({ PK }) => PK === `LIST#${listName(places.village, 'all')}`,
  );
  expect(counts).toMatchObject({ months: { raised: listed.length }, now: { all: listed.length } });
  expect(await issueCounts(core.store, places.village, '2025-01', '2025-12')).toMatchObject({ months: {} });
});

test('access pattern 7: the sessions of an account are one query', async () => {
  const { staffId, sessionId } = bed.people.lead;
  let digests: string[] = [];
  const calls = await measured(async () => {
    digests = (await readSessions(core.store, staffId)).map(({ digest }) => digest);
  });
  expect(digests).toEqual([sessionId]);
  expect(calls).toEqual([{ command: 'QueryCommand', units: 1, items: 1 }]);
});

test('access pattern 8: who calls is one item read', async () => {
  const { staffId, sessionId, name } = bed.people.lead;
  const calls = await measured(async () =>
    expect(await readSession(core.store, staffId, sessionId)).toMatchObject({ name, scope: places.town }),
  );
  expect(calls).toEqual([{ command: 'GetItemCommand', units: 1, items: 1 }]);
});

test('access pattern 9: an account by its login name is one item read', async () => {
  const calls = await measured(async () =>
    expect(await findByLoginName(core.store, 'lead.one')).toBe(bed.people.lead.staffId),
  );
  expect(calls).toEqual([{ command: 'GetItemCommand', units: expect.any(Number), items: 1 }]);
  expect(unitsOf(calls)).toBeLessThanOrEqual(1);
});

test('access pattern 10: the latest runs of a schedule are one query, the newest first', async () => {
  const watch = scheduleFunction(bed.deps, [issuesWatchSchedules[0]], {
    'issue-deadline': async () => ({ examined: 3, found: 0, failed: 0 }),
  });
  const times: string[] = [];
  for (let n = 0; n < 3; n++) {
    bed.platform.clock.advance(15);
    times.push(bed.platform.clock.now());
    await watch({ schedule: 'issue-deadline', scheduledAt: bed.platform.clock.now() });
  }
  let runs: unknown[] = [];
  const calls = await measured(async () => {
    const { items } = await core.store.query({
      KeyConditionExpression: 'PK = :schedule',
      ExpressionAttributeValues: { ':schedule': 'RUN#issue-deadline' },
      ScanIndexForward: false,
      Limit: 2,
    });
    runs = items;
  });
  expect(runs).toMatchObject([
    { SK: times[2], examined: 3, found: 0, failed: 0 },
    { SK: times[1], examined: 3, found: 0, failed: 0 },
  ]);
  expect(commandsOf(calls)).toEqual(['QueryCommand']);
});

test('access pattern 21: ended cases past their period, the oldest first, apart from those with a clock', async () => {
  const open = await bed.issueIn('claimed');
  const ended: string[] = [];
  for (let n = 0; n < 3; n++) {
    bed.platform.clock.advance(24 * 60);
    ended.push(await bed.issueIn('closed'));
  }
  const now = parseInstant('2035-01-01T00:00:00+08:00');
  let past: string[] = [];
  const calls = await measured(async () => {
    past = (await pastRetention(core.store, issueType.kind, now)).map(({ id }) => id);
  });
  expect(commandsOf(calls)).toEqual(Array.from({ length: dueShards }, () => 'QueryCommand'));
  expect(past.filter((id) => ended.includes(id))).toEqual(ended);
  expect(past).not.toContain(open);
  const clocked = (await dueBy(core.store, issueType, now)).map(({ id }) => id);
  expect(clocked).toContain(open);
  expect(clocked.filter((id) => ended.includes(id))).toEqual([]);
  expect(await pastRetention(core.store, issueType.kind, bed.platform.clock.now())).toEqual([]);
});

describe('what a command costs', () => {
  const once = ['GetItemCommand', 'TransactWriteItemsCommand'];
  const cost = async (route: keyof typeof bodies, as: keyof IssueBed['people'], reference: string) => {
    const { version } = await bed.read(reference);
    return commandsOf(
      await measured(async () => {
        const row = issuesContract.routes[route];
        const call = { params: { reference }, body: bodies[route], ifMatch: version, cookie: as };
        expect(await callRow(api, row, call)).toMatchObject({ status: 200 });
      }),
    );
  };

  test('each step of the loop is one read and one transaction', async () => {
    const reference = await bed.raise();
    // The first command of a process also reads the calendar and the department, which it then keeps.
    const warm = await bed.raise();
    await cost('transfer', 'lead', warm);
    expect({
      transfer: await cost('transfer', 'lead', reference),
      claim: await cost('claim', 'handler', reference),
      extension: await cost('extension', 'handler', reference),
      decision: await cost('extension-decision', 'supervisor', reference),
      resolution: await cost('resolution', 'handler', reference),
      answer: await cost('answer', 'handler', reference),
      followUp: await cost('follow-up', 'visitor', reference),
      reopening: await cost('reopening', 'supervisor', reference),
    }).toEqual({
      ...{ transfer: once, claim: once, extension: once, decision: once },
      ...{ resolution: once, answer: once, followUp: once, reopening: once },
    });
  });

  test('registering an issue is one transaction and no read', async () => {
    const register = () =>
      callRow(api, issuesContract.routes.register, {
        cookie: 'lead',
        body: {
          category: 'roads',
          what: '路灯坏了',
          place: { path: places.village, text: '3号楼' },
          reporter: { name: '王小明', phone: '13812345678' },
          source: 'phone',
          consent: true,
        },
      });
    await register();
    expect(commandsOf(await measured(register))).toEqual(['TransactWriteItemsCommand']);
  });
});
