import { trailOf } from '../platform/contract/node-path.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { DayLedger } from './day-ledgers.states.ts';
import { dayLedgerType } from './day-ledgers.store.ts';
import { dayLedgersSubject } from './day-ledgers-figures.usecases.ts';

/** What a day was, of the month it was in: handed in by noon of the next, later, or not at all. */
const shareOf = (ledger: DayLedger): 'inTime' | 'late' | 'missing' => {
  if (ledger.state === 'missing') return 'missing';
  return ledger.late ? 'late' : 'inTime';
};

/** Figures of day ledgers, for the village and everything above it. */
export const dayLedgerProjector: Projector<DayLedger> = {
  type: dayLedgerType,
  project: ({ state: ledger }) => ({
    entries: [],
    counts: trailOf(ledger.village).map(
      (node): Count => ({
        ...{ subject: dayLedgersSubject(node), period: ledger.day.slice(0, 7) },
        ...{ field: shareOf(ledger), by: 1 },
      }),
    ),
  }),
};
