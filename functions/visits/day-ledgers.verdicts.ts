import { judgeOf } from '../findings/judge.ts';
import { dayLedgerType } from './day-ledgers.store.ts';

/** A village's day that the noon check found missing, until it is handed in. */
export const dayLedgerJudge = judgeOf(dayLedgerType, ['ledger-noon'], (ledger) =>
  ledger.state === 'missing'
    ? [
        {
          check: 'ledger-noon',
          node: ledger.village,
          answers: { node: ledger.village },
          severity: 'late',
          since: ledger.since,
          facts: { day: ledger.day },
        },
      ]
    : [],
);
