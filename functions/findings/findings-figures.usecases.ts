import { counterKey, countsOf, nowPeriod, type Reading } from '../platform/ledger/counters.ts';
import { type FiguresAsked, findingFigures } from './findings.presentation.ts';
import { findingsSubject } from './findings.store.ts';

/** What stands open at a node and what came and went in a month, to be read with others. */
export const findingFiguresOf = (
  node: string,
  asked: FiguresAsked,
): Reading<ReturnType<typeof findingFigures>> => {
  const subject = findingsSubject(node);
  const periods = [nowPeriod, asked.month];
  return {
    keys: periods.map((period) => counterKey(subject, period)),
    read: (found) =>
      findingFigures(
        new Map(periods.map((period) => [period, countsOf(found(counterKey(subject, period)))] as const)),
        asked,
      ),
  };
};
