import { counterKey, countsOf, type Reading } from '../platform/ledger/counters.ts';

/** Day ledgers of an organisation, by the month of their day. */
export const dayLedgersSubject = (node: string): string => `day-ledgers:${node}`;

export interface DayLedgerFigures {
  /** Handed in by noon of the next day. */
  readonly inTime: number;
  /** All that were handed in or missing: the days that are over. */
  readonly owed: number;
}

/** The day ledgers of a place in some months, to be read with others. */
export const dayLedgerFigures = (node: string, months: readonly string[]): Reading<DayLedgerFigures> => {
  const keys = months.map((month) => counterKey(dayLedgersSubject(node), month));
  return {
    keys,
    read: (found) => {
      const counted = keys.map((key) => countsOf(found(key)));
      const sum = (field: string): number =>
        counted.reduce((total, counts) => total + (counts[field] ?? 0), 0);
      const inTime = sum('inTime');
      return { inTime, owed: inTime + sum('late') + sum('missing') };
    },
  };
};
