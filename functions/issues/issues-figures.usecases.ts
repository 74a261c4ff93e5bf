import { type Counts, counterKey, countsOf, nowPeriod, type Reading } from '../platform/ledger/counters.ts';
import { figuresSubject } from './issues.store.ts';

export interface IssueFigures {
  /** Of the issues raised in each month, by the month. */
  readonly months: Readonly<Record<string, Counts>>;
  /** How many stand in each list. */
  readonly now: Counts;
}

/** The figures of a place or department for some months, to be read with others. */
export const issueFigures = (node: string, months: readonly string[]): Reading<IssueFigures> => {
  const subject = figuresSubject(node);
  return {
    keys: [...months, nowPeriod].map((period) => counterKey(subject, period)),
    read: (found) => {
      const of = (period: string): Counts => countsOf(found(counterKey(subject, period)));
      return { months: Object.fromEntries(months.map((month) => [month, of(month)])), now: of(nowPeriod) };
    },
  };
};
