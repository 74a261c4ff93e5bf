import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Freed,
  inFlight,
  type LineEntry,
  type Places,
  settle,
} from '../../functions/bookings/line.rules.ts';
import { instantFromEpochMilliseconds } from '../../functions/platform/runtime/time.ts';

const at = (milliseconds: number) => instantFromEpochMilliseconds(1_790_000_000_000 + milliseconds);
const entry = (n: number, places = 1, milliseconds = -10_000): LineEntry => ({
  n,
  enrolment: `E${n}`,
  places,
  at: at(milliseconds),
});
const counted = (change: Partial<Places> = {}): Places => ({
  ...{ capacity: 3, taken: 0, settled: 0, version: 7 },
  ...change,
});
const numbers = (entries: readonly LineEntry[]): number[] => entries.map(({ n }) => n);
const many = 24;

test('places go to the lowest numbers, and no further than there are places', () => {
  const line = [entry(1), entry(2), entry(3), entry(4)];
  const { placed, taken, settled, goesOn } = settle(counted(), [], line, at(0), many);
  expect(numbers(placed)).toEqual([1, 2, 3]);
  expect({ taken, settled, goesOn }).toEqual({ taken: 3, settled: 3, goesOn: false });
});

test('somebody whose number is missing is waited for as long as they may be on the way', () => {
  const young = [entry(1), entry(3, 1, 1 - inFlight)];
  expect(numbers(settle(counted(), [], young, at(0), many).placed)).toEqual([1]);
  const older = [entry(1), entry(3, 1, -inFlight)];
  expect(numbers(settle(counted(), [], older, at(0), many).placed)).toEqual([1, 3]);
});

test('a number that turns up after it was given up has its rank all the same', () => {
  const late = [entry(2, 1, 0), entry(5)];
  expect(numbers(settle(counted({ settled: 4, capacity: 1 }), [], late, at(0), many).placed)).toEqual([2]);
});

test('a party too large for what is free keeps its rank, and smaller ones behind it go in', () => {
  const line = [entry(1, 2), entry(2, 3), entry(3, 1), entry(4, 1)];
  const { placed, taken } = settle(counted(), [], line, at(0), many);
  expect(numbers(placed)).toEqual([1, 3]);
  expect(taken).toBe(3);
});

test('what was given back is counted before anybody is placed', () => {
  const freed: Freed[] = [
    { key: 'a', places: 1 },
    { key: 'b', places: 1 },
  ];
  const { placed, taken } = settle(counted({ taken: 3 }), freed, [entry(4), entry(5), entry(6)], at(0), many);
  expect(numbers(placed)).toEqual([4, 5]);
  expect(taken).toBe(3);
});

test('with nobody allowed to move up, what was given back is counted all the same', () => {
  const { placed, taken } = settle(counted({ taken: 3 }), [{ key: 'a', places: 2 }], [entry(4)], at(0), 0);
  expect({ placed, taken }).toEqual({ placed: [], taken: 1 });
});

test('the line is read on while a place is free and nobody read so far fits', () => {
  expect(settle(counted({ taken: 2 }), [], [entry(1, 2), entry(2, 2)], at(0), many).goesOn).toBe(true);
  expect(settle(counted({ taken: 3 }), [], [entry(1, 2)], at(0), many).goesOn).toBe(false);
});

// --- any interleaving -------------------------------------------------------------------------------------------

type State = 'on-the-way' | 'waiting' | 'placed' | 'gone';
interface Somebody {
  readonly n: number;
  places: number;
  state: State;
  at: number;
}

/** The table as the rules see it, with settlers that read at one time and commit at another. */
class Table {
  readonly people: Somebody[] = [];
  places: Places;
  freed: Freed[] = [];
  now = 0;
  private given = 0;
  /** What settlers have read and not committed yet. */
  plans: { before: Places; freed: readonly Freed[]; line: readonly LineEntry[]; at: number }[] = [];

  constructor(capacity: number) {
    this.places = { capacity, taken: 0, settled: 0, version: 0 };
  }

  takeNumber(places: number): void {
    this.people.push({ n: this.people.length + 1, places, state: 'on-the-way', at: this.now });
  }
  pick(index: number, state: State): Somebody | undefined {
    const those = this.people.filter((one) => one.state === state);
    return those[index % Math.max(1, those.length)];
  }
  stand(index: number): void {
    const one = this.pick(index, 'on-the-way');
    if (one) one.state = 'waiting';
  }
  giveBack(places: number): void {
    this.given += 1;
    this.freed.push({ key: String(this.given), places });
  }
  leave(index: number, from: 'waiting' | 'placed'): void {
    const one = this.pick(index, from);
    if (!one) return;
    if (from === 'placed') this.giveBack(one.places);
    one.state = 'gone';
  }
  shrink(index: number, from: 'waiting' | 'placed'): void {
    const one = this.pick(index, from);
    if (!one || one.places === 1) return;
    if (from === 'placed') this.giveBack(one.places - 1);
    one.places = 1;
  }
  line(): LineEntry[] {
    return this.people
      .filter(({ state }) => state === 'waiting')
      .map(({ n, places, at: taken }) => entry(n, places, taken));
  }
  look(): void {
    this.plans.push({ before: this.places, freed: [...this.freed], line: this.line(), at: this.now });
  }
  /** The conditions of the transaction: the count as it was read, what was given back still there, nobody gone. */
  commit(index: number): void {
    const [plan] = this.plans.splice(index % Math.max(1, this.plans.length), 1);
    if (!plan) return;
    const freed = plan.freed.slice(0, many);
    const { placed, taken, settled } = settle(plan.before, freed, plan.line, at(plan.at), many);
    const isSame =
      this.places.version === plan.before.version &&
      freed.every((one) => this.freed.includes(one)) &&
      placed.every(({ n, places }) => {
        const one = this.people[n - 1];
        return one?.state === 'waiting' && one.places === places;
      });
    if (!isSame) return;
    this.expectOrder(plan.line, placed, taken);
    for (const { n } of placed) {
      const one = this.people[n - 1];
      if (one) one.state = 'placed';
    }
    this.freed = this.freed.filter((one) => !freed.includes(one));
    this.places = { ...this.places, taken, settled, version: plan.before.version + 1 };
  }
  /** Nobody who was in the line when it was read is passed over, unless they need more than is free. */
  expectOrder(line: readonly LineEntry[], placed: readonly LineEntry[], taken: number): void {
    const last = placed.at(-1)?.n ?? 0;
    const free = this.places.capacity - taken;
    for (const { n, places } of line) {
      if (n < last && !numbers(placed).includes(n)) expect(places).toBeGreaterThan(free);
    }
  }
  expectExact(): void {
    const held = this.people.reduce((sum, { state, places }) => sum + (state === 'placed' ? places : 0), 0);
    const back = this.freed.reduce((sum, { places }) => sum + places, 0);
    expect(this.places.taken).toBe(held + back);
    expect(this.places.taken).toBeLessThanOrEqual(this.places.capacity);
  }
}

const happenings = {
  number: (table, places) => table.takeNumber(1 + (places % 4)),
  stand: (table, by) => table.stand(by),
  look: (table) => table.look(),
  commit: (table, by) => table.commit(by),
  leave: (table, by) => table.leave(by, 'waiting'),
  cancel: (table, by) => table.leave(by, 'placed'),
  shrink: (table, by) => table.shrink(by, 'waiting'),
  give: (table, by) => table.shrink(by, 'placed'),
  wait: (table, by) => {
    table.now += by * 100;
  },
} as const satisfies Record<string, (table: Table, by: number) => void>;
type Happening = keyof typeof happenings;

const often = (weight: number, ...what: Happening[]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...what), by: fc.nat(40) }),
});
const act = fc.oneof(
  ...[often(4, 'number'), often(5, 'stand'), often(3, 'look'), often(4, 'commit')],
  ...[often(2, 'leave', 'cancel', 'shrink', 'give'), often(1, 'wait')],
);

test('whatever happens in whatever order, places taken are exactly those of people placed, never more than there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(act, { maxLength: 120 }), (capacity, acts) => {
      const table = new Table(capacity);
      for (const { do: what, by } of acts) {
        table.now += 1;
        happenings[what](table, by);
        table.expectExact();
      }
      // Once nobody is on the way any more, one settler after another finds everybody there is room for.
      table.now += 10_000;
      table.plans = [];
      for (let round = 0; round < 20; round++) {
        table.look();
        table.commit(0);
        table.expectExact();
      }
      const free = capacity - table.places.taken;
      for (const { places } of table.line()) expect(places).toBeGreaterThan(free);
    }),
    { numRuns: 400 },
  );
});
