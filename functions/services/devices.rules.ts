import type { Accepted, Decision } from '../platform/ledger/change.ts';
import {
  addDays,
  type LocalDate,
  localDateOf,
  minutesBetween,
  startOfDay,
} from '../platform/runtime/time.ts';
import type {
  Delivery,
  Extension,
  Mending,
  NewHandout,
  NewStock,
  Return,
  StockCorrection,
} from './devices.fields.ts';
import type { Handout, Left, Stock } from './devices.states.ts';
import type { Act } from './people.rules.ts';
import type { Consent, ShownPerson } from './people.states.ts';
import type { ServicesRefusal } from './services.problems.ts';
import { limits } from './services.words.ts';

type HandoutDecision = Decision<Handout, ServicesRefusal>;

/** What a command adds to each count of a stock. */
export type Moves = Partial<Record<keyof Left, number>>;

export const emptyLeft: Left = { left: 0, given: 0, lent: 0, repair: 0, lost: 0 };

const noted = (note: string, { by, now }: Act): Stock['last'] => ({ at: now, by, note });

export const beginStock = ({ node, kind, quantity, note }: NewStock, act: Act): Accepted<Stock> => ({
  next: {
    ...{ node, kind, delivered: quantity, corrected: 0, scrapped: 0 },
    last: noted(note, act),
    createdAt: act.now,
  },
  events: [{ type: 'delivered', data: { quantity, note } }],
});

export const deliver = (stock: Stock, { quantity, note }: Delivery, act: Act): Accepted<Stock> => ({
  next: { ...stock, delivered: stock.delivered + quantity, last: noted(note, act) },
  events: [{ type: 'delivered', data: { quantity, note } }],
});

export const correctStock = (stock: Stock, { by, reason }: StockCorrection, act: Act): Accepted<Stock> => ({
  next: { ...stock, corrected: stock.corrected + by, last: noted(reason, act) },
  events: [{ type: 'corrected', data: { by, reason } }],
});

export const mend = (stock: Stock, { quantity, result, note }: Mending, act: Act): Accepted<Stock> => ({
  next: {
    ...stock,
    scrapped: stock.scrapped + (result === 'scrapped' ? quantity : 0),
    last: noted(note, act),
  },
  events: [{ type: result === 'good' ? 'repaired' : 'scrapped', data: { quantity, note } }],
});

/** A loan ends on a day that is not over yet, and not in the far future. */
const isLoanDay = (until: LocalDate, today: LocalDate): boolean =>
  until >= today && until <= addDays(today, limits.loanDays);

interface HandingOut {
  readonly fields: Pick<NewHandout, 'stock' | 'quantity' | 'until' | 'note'>;
  readonly stock: Stock;
  readonly shown: { readonly person: ShownPerson; readonly consent: Consent };
  readonly data: Readonly<Record<string, unknown>>;
}

export const handOut = ({ fields, stock, shown, data }: HandingOut, { by, now }: Act): HandoutDecision => {
  const { until, note, quantity } = fields;
  if (until !== undefined && !isLoanDay(until, localDateOf(now))) {
    return { refusal: 'service.day_not_possible' };
  }
  const common = {
    ...{ stock: fields.stock, node: stock.node, kind: stock.kind, quantity },
    ...shown,
    ...(note === undefined ? {} : { note }),
    ...{ at: now, by },
  };
  return {
    next:
      until === undefined
        ? { state: 'given', ...common }
        : { state: 'lent', ...common, until, extensions: [] },
    events: [{ type: until === undefined ? 'given' : 'lent', data: { ...data, quantity, until } }],
  };
};

export const extend = (handout: Handout, { until, reason }: Extension, { by, now }: Act): HandoutDecision => {
  if (handout.state === 'returned') return { refusal: 'device.returned' };
  if (handout.state === 'given') return { refusal: 'device.not_lent' };
  if (until <= handout.until) return { refusal: 'device.not_later' };
  if (!isLoanDay(until, localDateOf(now))) return { refusal: 'service.day_not_possible' };
  const extension = { at: now, by, from: handout.until, reason };
  return {
    next: { ...handout, until, extensions: [...handout.extensions, extension] },
    events: [{ type: 'extended', data: { from: handout.until, until, reason } }],
  };
};

export const giveBack = (
  handout: Handout,
  { condition, note }: Return,
  { by, now }: Act,
): HandoutDecision => {
  if (handout.state === 'returned') return { refusal: 'device.returned' };
  return {
    next: {
      ...handout,
      state: 'returned',
      extensions: handout.state === 'lent' ? handout.extensions : [],
      returned: { at: now, by, condition, ...(note === undefined ? {} : { note }) },
    },
    events: [{ type: 'returned', data: { condition, note } }],
  };
};

const held = (handout: Pick<Handout, 'state'>): 'given' | 'lent' =>
  handout.state === 'given' ? 'given' : 'lent';

export const movesOfHandout = (handout: Handout): Moves => ({
  left: -handout.quantity,
  [held(handout)]: handout.quantity,
});

/** @param handout as it was before it came back. */
export const movesOfReturn = (handout: Handout, { condition }: Pick<Return, 'condition'>): Moves => ({
  [held(handout)]: -handout.quantity,
  [condition === 'good' ? 'left' : condition]: handout.quantity,
});

export const movesOfMending = ({ quantity, result }: Mending): Moves => ({
  repair: -quantity,
  ...(result === 'good' ? { left: quantity } : {}),
});

const minutesPerDay = 24 * 60;

/** How many days a loan is late; undefined while it is not. It is to be back by the end of its day. */
export const daysLateOf = (until: LocalDate | undefined, today: LocalDate): number | undefined =>
  until === undefined || until >= today
    ? undefined
    : Math.round(minutesBetween(startOfDay(until), startOfDay(today)) / minutesPerDay);
