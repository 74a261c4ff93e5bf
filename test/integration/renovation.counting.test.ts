import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyChange } from '../../functions/platform/ledger/chain.ts';
import {
  type Renovation,
  type RenovationState,
  renovationSchema,
} from '../../functions/renovation/renovation.states.ts';
import { recount } from '../../functions/renovation/renovation-reserving.rules.ts';
import { watchRenovations } from '../../functions/renovation/renovation-watch.usecases.ts';
import { type Call, newKey } from '../support/call.ts';
import { outcome } from '../support/issues.ts';
import {
  openRenovation,
  type Person,
  planned,
  prices,
  type RenovationBed,
  renovationDay,
} from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
});
afterAll(async () => bed[Symbol.asyncDispose]());

type Route = Parameters<RenovationBed['staff']>[0];
type Step = readonly [route: Route, as: Person, body: object];

/** What people do with one home, or with the year's funds: each in the order in which they would. */
const doings = {
  approve: (year) => [['approval', 'district', { year }]],
  withdraw: () => [['withdrawal', 'community', { reason: 'moved', how: 'phone' }]],
  uphold: () => [
    ['objection', 'community', { text: '房子空着。', name: '赵全友', phone: '13812345678' }],
    ['objection-decision', 'reviewer', { no: 1, upheld: true, text: '经查属实' }],
  ],
  build: (_, metres) => [
    ['before', 'builder', { photos: ['photo1'] }],
    [
      ...(['completion', 'builder'] as const),
      { photos: ['photo2'], lines: [{ item: 'handrails', quantity: metres }] },
    ],
  ],
  sign: () => [
    ['signature', 'builder', { side: 'contractor' }],
    ['signature', 'community', { side: 'applicant', how: 'paper' }],
    ['signature', 'town', { side: 'federation' }],
  ],
  defect: () => [
    ['signature', 'builder', { side: 'contractor' }],
    ['defect', 'town', { side: 'federation', text: '扶手松动' }],
  ],
} as const satisfies Record<string, (year: number, metres: number) => readonly Step[]>;
type Doing = keyof typeof doings;

const wish = fc.record({
  home: fc.nat(3),
  metres: fc.integer({ min: 1, max: 4 }),
  doing: fc.constantFrom(
    ...Object.keys(doings),
    ...['assign', 'wait', 'pay', 'less money', 'more money', 'fewer homes'],
    // Most of what is done is what a home waits for; otherwise none would ever be built.
    ...Array.from({ length: 20 }, () => 'onward'),
  ),
});

/** What a home waits for. */
const onward: Partial<Record<RenovationState, string>> = {
  ...{ agreed: 'approve', queued: 'approve', ready: 'assign' },
  ...{ building: 'build', finished: 'sign', accepted: 'pay' },
};

/** One home in four that stands in public is objected to; what waits for nobody waits for time. */
const nextFor = (state: RenovationState, metres: number): string =>
  onward[state] ?? (state === 'noticed' && metres === 1 ? 'uphold' : 'wait');

const isDoing = (doing: string): doing is Doing => doing in doings;

/** An application from nothing but its history. */
const replayed = async (reference: string): Promise<Renovation> => {
  const links = await bed.deps.ledger.history('RENOVATION', reference);
  const state = links.reduce<Readonly<Record<string, unknown>>>(
    (fields, { change }) => applyChange(fields, change),
    {},
  );
  return v.parse(renovationSchema, state);
};

/** The counters of a year say what these applications say. */
const expectCounted = async (year: number, cases: readonly Renovation[]): Promise<void> => {
  const { towns, districts } = recount(cases);
  const [money, homes] = [await bed.left(bed.at('town', year)), await bed.left(bed.at('district', year))];
  expect({ reserved: money.reserved, spent: money.spent }).toEqual(
    towns.get(bed.at('town', year)) ?? { reserved: 0, spent: 0 },
  );
  expect({ reserved: homes.reserved, done: homes.spent }).toEqual(
    districts.get(bed.at('district', year)) ?? { reserved: 0, done: 0 },
  );
  expect(Math.min(money.left, homes.left)).toBeGreaterThanOrEqual(0);
};

interface Wish {
  readonly home: number;
  readonly metres: number;
  readonly doing: string;
}

/** A year of its own with little money, and four homes that want it. */
const openYear = async (nth: number) => {
  const year = 2030 + nth;
  bed.platform.clock.set(renovationDay);
  await bed.fund(year, 3, 2 * planned + 100_000);
  const homes = await Promise.all([1, 2, 3, 4].map((n) => bed.agreedAtOnce(nth * 4 + n)));
  const answers: string[] = [];
  const done: { route: Route; as: Person; call: Call }[] = [];

  const send = async (route: Route, as: Person, call: Call): Promise<void> => {
    const once = { ...call, key: newKey() };
    const answer = await bed.staff(route, as, once);
    expect(answer.status).toBeLessThan(500);
    answers.push(`${route} ${outcome(answer)}`);
    // What was refused once may be possible later; what was done is not done again.
    if (answer.status < 300) done.push({ route, as, call: once });
  };
  const changeFund = async (kind: 'town' | 'district', by: number): Promise<void> => {
    const stored = await bed.deps.store.get({ PK: `FUND#${bed.at(kind, year)}`, SK: 'STATE' });
    const { version } = v.parse(v.object({ version: v.number() }), stored);
    const fund =
      kind === 'town'
        ? { kind, amount: 2 * planned + 100_000 + by, ceiling: 600_000 }
        : { kind, homes: 3 + by, prices };
    const body = { fund, reason: '区里调剂' };
    await send('changeFund', 'district', { params: { fund: bed.at(kind, year) }, body, ifMatch: version });
  };
  const besides: Readonly<Record<string, (reference: string) => Promise<void>>> = {
    wait: async () => {
      bed.platform.clock.advance(8 * 24 * 60);
      await watchRenovations(bed.deps, bed.platform.clock.now());
    },
    assign: async (reference) => {
      const contractor = bed.people.builder.staffId;
      const body = { name: '第一批', node: '370402/370402101', contractor, renovations: [reference] };
      await send('assign', 'town', { body });
    },
    pay: async (reference) => {
      const { state } = await bed.read(reference);
      const lot = 'job' in state ? state.job?.lot : undefined;
      const body = { renovations: [reference], note: 'ZF' };
      if (lot) await send('pay', 'town', { params: { lot }, body, ifMatch: 1 });
    },
    'less money': () => changeFund('town', -planned),
    'more money': () => changeFund('town', planned),
    'fewer homes': () => changeFund('district', -2),
  };

  const grant = async ({ home, metres, doing }: Wish): Promise<void> => {
    const reference = homes[home] ?? '';
    const wanted = doing === 'onward' ? nextFor((await bed.read(reference)).state.state, metres) : doing;
    if (!isDoing(wanted)) {
      await besides[wanted]?.(reference);
      return;
    }
    for (const [route, as, body] of doings[wanted](year, metres)) {
      const { version } = await bed.read(reference);
      await send(route, as, { params: { reference }, body, ifMatch: version });
    }
  };
  const states = async () => Promise.all(homes.map(async (one) => (await bed.read(one)).state));
  /** Nobody of this year's stands before those of the next. */
  const close = async (): Promise<void> => {
    for (const [index, { state }] of (await states()).entries()) {
      if (state !== 'queued') continue;
      await bed.does('community', 'withdrawal', homes[index] ?? '', { reason: 'moved', how: 'phone' });
    }
  };
  return { year, homes, answers, done, grant, states, close };
};

test('whatever is done with homes and funds, in whatever order and twice: the counters are what the homes say', async () => {
  const met = new Set<string>();
  let years = 0;
  const live = async (wishes: readonly Wish[]): Promise<void> => {
    const { year, homes, answers, done, grant, states, close } = await openYear(years);
    years += 1;
    for (const wish of wishes) await grant(wish);
    const then = await states();
    await expectCounted(year, then);
    await expectCounted(year, await Promise.all(homes.map(replayed)));
    for (const { route, as, call } of done) await bed.staff(route, as, call);
    expect(await states()).toEqual(then);
    await expectCounted(year, then);
    await close();
    for (const answer of answers) met.add(answer);
  };
  await fc.assert(fc.asyncProperty(fc.array(wish, { minLength: 20, maxLength: 45, size: 'max' }), live), {
    numRuns: 5,
    seed: 20_261_123,
    endOnFailure: true,
  });
  // Otherwise it would have said little.
  const said = ['approval', 'withdrawal', 'objection-decision', 'defect', 'signature', 'pay', 'changeFund'];
  expect([...met]).toEqual(expect.arrayContaining(said.map((route) => `${route} 200`)));
}, 90_000);
