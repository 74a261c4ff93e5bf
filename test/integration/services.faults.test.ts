import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { nowPeriod, readCounter } from '../../functions/platform/ledger/counters.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import type { CaseType, Fields, Stored } from '../../functions/platform/ledger/steps.ts';
import {
  attendanceProjector,
  centreProjector,
  membershipProjector,
} from '../../functions/services/centres.projector.ts';
import { membershipType } from '../../functions/services/centres.store.ts';
import { countedProjector } from '../../functions/services/counted.store.ts';
import { handoutProjector } from '../../functions/services/devices.projector.ts';
import { handoutType, stockType } from '../../functions/services/devices.store.ts';
import { receiptProjector } from '../../functions/services/donations.projector.ts';
import { batchType, receiptType } from '../../functions/services/donations.store.ts';
import { eventProjector } from '../../functions/services/events.store.ts';
import { helpProjector } from '../../functions/services/helps.store.ts';
import { servicesSubject } from '../../functions/services/services.lists.ts';
import { type Answered, newKey } from '../support/call.ts';
import { makeFaulty, randomFrom } from '../support/faults.ts';
import { recount, said, statesOf } from '../support/projections.ts';
import {
  fieldIn,
  newEvent,
  newHelp,
  openServices,
  outcome,
  personOf,
  places,
  type ServicesBed,
  type ServicesRoute,
  textIn,
} from '../support/services.ts';

let bed: ServicesBed;
beforeAll(async () => {
  bed = await openServices();
});
afterAll(async () => bed[Symbol.asyncDispose]());

/** Sends the same request until it is answered with anything but "busy", as a patient client does. */
const patiently = async (send: () => Promise<Answered>): Promise<Answered> => {
  for (let attempt = 1; attempt <= 60; attempt++) {
    const answer = await send();
    if (answer.status !== 503) return answer;
  }
  throw new Error('sixty times busy');
};

const all = async <S>(type: CaseType<S>): Promise<Stored<S>[]> =>
  statesOf(await bed.platform.everything(), type.kind).map((item) => parseStored(type, item));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);

/** What stands in the counters beside the records, and what the records add up to. */
const counted = async () => {
  const items = await bed.platform.everything();
  const besides = (kind: string, SK: string) =>
    Object.fromEntries(
      items
        .filter((item) => String(item['PK']).startsWith(`${kind}#`) && item['SK'] === SK)
        .map(({ PK, SK: _, ...counts }) => [String(PK).split('#')[1], counts]),
    );
  const handouts = await all(handoutType);
  const of = (stock: string, state: string) =>
    sum(
      handouts
        .filter(({ state: one }) => one.stock === stock && one.state === state)
        .map(({ state: one }) => one.quantity),
    );
  const back = (stock: string, condition: string) =>
    sum(
      handouts.flatMap(({ state: one }) =>
        one.stock === stock && one.state === 'returned' && one.returned.condition === condition
          ? [one.quantity]
          : [],
      ),
    );
  const stocks = (await all(stockType)).map(({ id, state }) => {
    const [given, lent] = [of(id, 'given'), of(id, 'lent')];
    const [repair, lost] = [back(id, 'repair'), back(id, 'lost')];
    const left = state.delivered + state.corrected - given - lent - repair - lost;
    return [id, { left, given, lent, repair, lost }] as const;
  });
  const receipts = (await all(receiptType)).filter(({ state }) => state.state === 'received');
  const batches = (await all(batchType)).map(({ id, state }) => {
    const out = receipts.filter(({ state: one }) => one.batch === id).map(({ state: one }) => one.quantity);
    return [id, { left: state.quantity - sum(out) }] as const;
  });
  return {
    stood: { ...besides('STOCK', 'LEFT'), ...besides('BATCH', 'LEFT') },
    recounted: Object.fromEntries<object>([...stocks, ...batches]),
  };
};

const expectWhole = async <S extends Fields>(type: CaseType<S>): Promise<void> => {
  for (const stored of await all(type)) {
    const links = await bed.core.ledger.history(type.kind, stored.id);
    expect(verifyChain(type.kind, stored.id, links, stored).whole).toBe(true);
  }
};

test('devices where every third answer is a conflict or never arrives: each request once, the stock exact', async () => {
  const stock = await bed.stock({ kind: 'cane', quantity: 25 });
  const client = bed.platform.newClient();
  const log = makeFaulty(client, {
    ...{ seed: 7, rate: 0.4, kinds: ['conflict', 'in-progress', 'time-out after'] },
  });
  const core = bed.platform.through(client);
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, n) => {
      const body = { stock, ...personOf(300 + n) };
      const key = newKey();
      return patiently(() => bed.call('handOut', 'disability', { body, key }, core));
    }),
  );
  for (const kind of ['conflict', 'time-out after'] as const) expect(log.met.get(kind)).toBeGreaterThan(0);
  expect(sum([...log.met.values()])).toBeGreaterThan(10);
  const handedOut = outcomes.filter(({ status }) => status === 201);
  expect(handedOut).toHaveLength(25);
  expect(new Set(handedOut.map(({ body }) => textIn(body, 'handout'))).size).toBe(25);
  expect(new Set(outcomes.map(outcome))).toEqual(new Set(['201', '409 device.none_left']));
  const { stood, recounted } = await counted();
  expect(stood).toEqual(recounted);
  expect(stood[stock]).toMatchObject({ left: 0, given: 25 });
});

test('a year of whatever happens, in any order: counters, figures and histories are those of the records', async () => {
  const random = randomFrom(2026);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const stocks = [
    await bed.stock({ kind: 'wheelchair', quantity: 4 }),
    await bed.stock({ node: places.village, kind: 'crutches', quantity: 6 }),
  ];
  const centres = [
    await bed.centre({ capacity: 3 }),
    await bed.centre({ node: places.secondVillage, capacity: 2 }),
  ];
  const batches = [await bed.batch({ quantity: 9 }), await bed.batch({ node: places.village, quantity: 5 })];
  const made: Record<string, [id: string, version: number][]> = {};
  const remember = (what: string, answer: Answered, id: string): string => {
    if (answer.status === 201) made[what] = [...(made[what] ?? []), [textIn(answer.body, id) ?? '', 1]];
    return outcome(answer);
  };
  const change = async (what: string, name: string, route: ServicesRoute, body: object): Promise<string> => {
    const one = pick(made[what] ?? []);
    if (!one) return 'nothing';
    const answer = await bed.call(route, 'disability', {
      ...{ params: { [name]: one[0] }, body, ifMatch: one[1] },
    });
    if (answer.status === 200) one[1] = Number(fieldIn(answer.body, 'version'));
    return outcome(answer);
  };
  const call = (route: ServicesRoute, body: object, params: Record<string, string> = {}) =>
    bed.call(route, 'disability', { params, body });
  const somebody = () => personOf(500 + Math.floor(random() * 12));
  const day = '2026-11-20';
  const steps: readonly (() => Promise<string>)[] = [
    async () => {
      const until = random() < 0.5 ? { until: '2026-12-31' } : {};
      const body = { stock: pick(stocks), ...somebody(), quantity: 1 + Math.floor(random() * 2), ...until };
      return remember('handouts', await call('handOut', body), 'handout');
    },
    () =>
      change('handouts', 'handout', 'returnDevice', {
        condition: pick(['good', 'repair', 'lost']),
      }),
    async () => {
      const params = { centre: pick(centres) ?? '' };
      return remember(
        'members',
        await call('join', { ...somebody(), from: '2026-01-05' }, params),
        'membership',
      );
    },
    () => change('members', 'membership', 'leave', { day, reason: 'moved' }),
    () => change('members', 'membership', 'employment', { day, employer: '服装厂' }),
    async () => {
      const again = random() < 0.2 ? { again: '火灾' } : {};
      const body = { ...somebody(), quantity: 1 + Math.floor(random() * 2), signed: 'signed', ...again };
      return remember('receipts', await call('receive', body, { batch: pick(batches) ?? '' }), 'receipt');
    },
    () => change('receipts', 'receipt', 'takeBack', { reason: '退回' }),
    async () => {
      const kind = pick(['hearing', 'speech']);
      const node = pick([places.village, places.secondVillage]);
      return remember(
        'helps',
        await call('help', newHelp(500 + Math.floor(random() * 5), { kind, node })),
        'help',
      );
    },
    () => change('helps', 'help', 'completeHelp', { day, outcome: 'better' }),
    async () => remember('events', await call('recordEvent', newEvent()), 'event'),
    () => change('events', 'event', 'withdrawEvent', { reason: '重复' }),
  ];
  const outcomes = new Map<string, number>();
  for (let n = 0; n < 300; n++) {
    const came = (await pick(steps)?.()) ?? '';
    outcomes.set(came, (outcomes.get(came) ?? 0) + 1);
    if (n % 100 === 0) await bed.project();
  }
  // What the run met: enough of each to mean something.
  for (const met of ['201', '200', '409 device.none_left', '409 centre.full', '409 donation.received_before'])
    expect([met, (outcomes.get(met) ?? 0) > 0]).toEqual([met, true]);

  const { stood, recounted } = await counted();
  expect(stood).toEqual(recounted);
  const members = (await all(membershipType)).filter(({ state }) => state.state === 'current');
  for (const centre of centres) {
    const now = await bed.done('readCentre', { params: { centre } });
    expect(fieldIn(now, 'members')).toBe(members.filter(({ state }) => state.centre === centre).length);
  }
  await expectWhole(handoutType);
  await expectWhole(membershipType);
  await expectWhole(receiptType);

  await bed.project();
  const items = await bed.platform.everything();
  const parts = [
    recount(handoutProjector, statesOf(items, 'HANDOUT')),
    recount(centreProjector, statesOf(items, 'CENTRE')),
    recount(membershipProjector, statesOf(items, 'MEMBERSHIP')),
    recount(attendanceProjector, statesOf(items, 'ATTENDANCE')),
    recount(receiptProjector, statesOf(items, 'RECEIPT')),
    recount(helpProjector, statesOf(items, 'HELP')),
    recount(eventProjector, statesOf(items, 'ASSISTANCE')),
    recount(countedProjector, statesOf(items, 'COUNTED')),
  ];
  const total: Record<string, number> = {};
  for (const { counts } of parts)
    for (const [key, by] of Object.entries(counts)) total[key] = (total[key] ?? 0) + by;
  expect(said(items, ['services/']).counts).toEqual(total);

  // Whom a year counts once, counted anew from the records themselves.
  const received = (await all(receiptType)).filter(({ state }) => state.state === 'received');
  const year = await readCounter(bed.core.store, servicesSubject(places.town), '2026');
  const persons = new Set(received.map(({ state }) => state.person.number));
  expect(year['households'] ?? 0).toBe(persons.size);
  const now = await readCounter(bed.core.store, servicesSubject(places.district), nowPeriod);
  expect(now['members'] ?? 0).toBe(members.length);
}, 120_000);

test('access pattern 19: who opened a person is one query, the latest first', async () => {
  const stock = await bed.stock({ kind: 'white-cane', quantity: 1 });
  const record = await bed.made('handOut', 'handout', { body: { stock, ...personOf(900) } });
  const params = { ledger: 'handouts', record };
  for (const reason of ['第一次', '第二次']) {
    await bed.done('openPerson', { params, body: { reason } });
    bed.platform.clock.advance(1);
  }
  const { body } = await bed.call('openings', 'auditor', { params });
  expect(body).toMatchObject({ openings: [{ reason: '第二次' }, { reason: '第一次' }] });
});
