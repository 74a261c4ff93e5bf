import type { Quantity } from '../../renovation/plan-checks.rules.ts';
import type { PriceLine } from '../../renovation/renovation.fields.ts';
import type { RenovationItem } from '../../renovation/renovation.words.ts';

const price = (
  item: RenovationItem,
  unit: PriceLine['unit'],
  fen: number,
  most: number,
  excludes: RenovationItem[] = [],
): PriceLine => ({ item, unit, price: fen, most, excludes, noRepeatYears: 5 });

/** Fen. */
export const pricesNow: readonly PriceLine[] = [
  price('toilet', 'set', 128_000, 1, []),
  price('shower-seat', 'piece', 26_000, 1),
  price('handrails', 'metre', 9_800, 20),
  price('ramp', 'square-metre', 42_000, 8, ['threshold']),
  price('threshold', 'piece', 18_000, 4, ['ramp']),
  price('doorbell-flash', 'set', 22_000, 2),
  price('light-switches', 'piece', 6_500, 10),
  price('stove', 'set', 115_000, 1),
  price('kitchen-sink', 'set', 98_000, 1),
];

const quantities: Partial<Record<RenovationItem, (n: number) => number>> = {
  handrails: (n) => 3 + (n % 5),
  ramp: (n) => 2 + (n % 3),
  threshold: (n) => 1 + (n % 3),
  'light-switches': (n) => 4 + (n % 3),
};

/** What a home of this year gets of what it asked for. */
export const linesNow = (wants: readonly RenovationItem[], n: number): Quantity[] =>
  wants.map((item) => ({ item, quantity: quantities[item]?.(n) ?? 1 }));

/** Fen: †520 homes of 2022 for 330,000 yuan, 280 of them at 600 yuan and 240 at 675. */
export const pricesThen: readonly PriceLine[] = [
  price('toilet', 'set', 30_000, 1),
  price('handrails', 'piece', 7_500, 5),
];
export const linesThen = (n: number): Quantity[] => [
  { item: 'toilet', quantity: 1 },
  { item: 'handrails', quantity: n < 280 ? 4 : 5 },
];

export const amountOf = (lines: readonly Quantity[], prices: readonly PriceLine[]): number =>
  lines.reduce(
    (sum, { item, quantity }) => sum + quantity * (prices.find((line) => line.item === item)?.price ?? 0),
    0,
  );

/** The steps of a home, each with the days after the one before at which somebody usually does it. */
export const steps = [
  { step: 'applied', days: 0 },
  { step: 'checked', days: 1 },
  { step: 'reviewed', days: 2 },
  { step: 'assessed', days: 7 },
  { step: 'planned', days: 3 },
  { step: 'agreed', days: 3 },
  { step: 'noticed', days: 2 },
  // Five working days, and the longest holiday of a year between them.
  { step: 'ready', days: 16 },
  { step: 'building', days: 2 },
  { step: 'shown', days: 4 },
  { step: 'finished', days: 10 },
  { step: 'accepted', days: 3 },
  { step: 'paid', days: 6 },
] as const;
export type DemoStep = (typeof steps)[number]['step'];

export type Turn =
  | 'appointed'
  | 'papers'
  | 'objection'
  | 'rework'
  | 'rejected'
  | 'appealed'
  | 'withdrawn'
  | 'queued'
  | 'followed-up';

/** Homes that stand where they stand since about as many days; what was given to a contractor, in one lot. */
export interface DemoGroup {
  readonly homes: number;
  readonly last: DemoStep;
  readonly daysAgo: number;
  readonly turn?: Turn;
  readonly lot?: string;
}

/** †This year's 300, in every state. */
export const groupsNow: readonly DemoGroup[] = [
  { homes: 11, last: 'applied', daysAgo: 0 },
  { homes: 3, last: 'applied', daysAgo: 8 },
  { homes: 10, last: 'checked', daysAgo: 1 },
  { homes: 6, last: 'applied', daysAgo: 4, turn: 'papers' },
  { homes: 6, last: 'reviewed', daysAgo: 1 },
  { homes: 16, last: 'reviewed', daysAgo: 5, turn: 'appointed' },
  { homes: 10, last: 'assessed', daysAgo: 2 },
  { homes: 20, last: 'planned', daysAgo: 3 },
  { homes: 12, last: 'agreed', daysAgo: 1 },
  { homes: 15, last: 'noticed', daysAgo: 3 },
  { homes: 3, last: 'noticed', daysAgo: 4, turn: 'objection' },
  { homes: 16, last: 'ready', daysAgo: 2 },
  { homes: 24, last: 'building', daysAgo: 5, lot: '今年第五批' },
  { homes: 10, last: 'shown', daysAgo: 16, lot: '今年第四批' },
  { homes: 2, last: 'finished', daysAgo: 8, turn: 'rework', lot: '今年第四批' },
  { homes: 14, last: 'finished', daysAgo: 3, lot: '今年第四批' },
  { homes: 4, last: 'shown', daysAgo: 40, lot: '今年第三批' },
  { homes: 24, last: 'accepted', daysAgo: 6, lot: '今年第三批' },
  { homes: 30, last: 'paid', daysAgo: 60, lot: '今年第二批' },
  { homes: 20, last: 'paid', daysAgo: 110, lot: '今年第一批', turn: 'followed-up' },
  { homes: 10, last: 'paid', daysAgo: 110, lot: '今年第一批' },
  { homes: 10, last: 'checked', daysAgo: 20, turn: 'rejected' },
  { homes: 3, last: 'checked', daysAgo: 9, turn: 'appealed' },
  { homes: 5, last: 'agreed', daysAgo: 12, turn: 'withdrawn' },
  { homes: 16, last: 'agreed', daysAgo: 2, turn: 'queued' },
];
