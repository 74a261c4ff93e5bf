import { anyJudge } from '../findings/settling.usecases.ts';
import { issueJudge } from '../issues/issues.verdicts.ts';
import { renovationJudge } from '../renovation/renovation.verdicts.ts';
import { supervisionJudge } from '../supervision/supervision.verdicts.ts';
import { hoursWeekJudge } from '../venues/openings.verdicts.ts';
import { dayLedgerJudge } from '../visits/day-ledgers.verdicts.ts';

/** What the checks say of every kind of case that has a promise in it. */
export const judges = [
  anyJudge(issueJudge),
  anyJudge(dayLedgerJudge),
  anyJudge(hoursWeekJudge),
  anyJudge(renovationJudge),
  anyJudge(supervisionJudge),
];
