import type { RouteRow } from '../../functions/platform/contract/route.ts';
import type { Metered } from '../support/core.meter.ts';
import type { Row } from './report.ts';

/** How often a request called the table, by what for; a query counts as a read. */
interface Calls {
  readonly reads: number;
  /** Of one item. */
  readonly writes: number;
  readonly transactions: number;
}

const kinds = {
  reads: /^(Get|BatchGet|Query)/,
  writes: /^(Put|Update|Delete)/,
  transactions: /^Transact/,
} as const satisfies Readonly<Record<keyof Calls, RegExp>>;

const callsOf = (calls: readonly Metered[]): Calls => {
  const count = (pattern: RegExp): number => calls.filter(({ command }) => pattern.test(command)).length;
  return {
    reads: count(kinds.reads),
    writes: count(kinds.writes),
    transactions: count(kinds.transactions),
  };
};

/**
 * The commands that need more, each by its nature. They are held to exactly this, so that one that comes to need
 * less leaves the list.
 */
const byNature: Readonly<Record<string, Calls>> = {
  // Only the login name tells which account to read. The tries of the address and of the name are counted before
  // the password is looked at, and the right one gives the address's back.
  'POST /api/session': { reads: 2, writes: 3, transactions: 1 },
  // A try is taken before the present password is looked at.
  'POST /api/password': { reads: 1, writes: 1, transactions: 1 },
  // Whoever needs no account is counted by address before anything is done for them; who looks an issue up, also
  // by the reference that is tried.
  'POST /api/public/issues': { reads: 0, writes: 1, transactions: 1 },
  'POST /api/public/issue-progress': { reads: 1, writes: 2, transactions: 0 },
  'POST /api/public/photos': { reads: 0, writes: 2, transactions: 0 },
  // The campaigns, then every counter in one; the organisations are remembered.
  'GET /api/desk': { reads: 2, writes: 0, transactions: 0 },
  // What waits for the end of its period, by kind of record and shard: asked by an administrator now and then, and the
  // cost of having no counter that changes with time alone; and the last runs.
  'GET /api/retention': { reads: 65, writes: 0, transactions: 0 },
  // Whether the household may be seen is in its record, what happened there in a list.
  'GET /api/households/{household}/timeline': { reads: 2, writes: 0, transactions: 0 },
  // Who holds the ID number is one item, who they are another; that somebody looked is written down.
  'POST /api/household-look-ups': { reads: 2, writes: 1, transactions: 0 },
  // The import, who holds the doors and persons of the rows, and each head's phone.
  'POST /api/household-imports/{import}/check': { reads: 3, writes: 0, transactions: 0 },
  // Households go first, several to a transaction; how far the import has come follows in one of its own.
  'POST /api/household-imports/{import}/rows': { reads: 2, writes: 0, transactions: 2 },
  // A page of the list, the records it names, and who took them.
  'POST /api/household-exports': { reads: 2, writes: 1, transactions: 0 },
  // The register, what is assigned of it, and the people with what they have elsewhere: a village is looked at whole.
  'POST /api/campaigns/{campaign}/plan-preview': { reads: 5, writes: 0, transactions: 0 },
  // The same; then the plan is begun, households are given out forty to a transaction, and it is said to be done.
  'POST /api/campaigns/{campaign}/plan': { reads: 8, writes: 0, transactions: 3 },
  'POST /api/campaigns/{campaign}/reassignments': { reads: 5, writes: 0, transactions: 1 },
  // Every village is looked at whole, here one.
  'POST /api/campaigns/{campaign}/proof': { reads: 7, writes: 0, transactions: 1 },
  // Only the visit tells which household of the plan a void one is taken out of.
  'POST /api/visits/{visit}/settlement': { reads: 2, writes: 0, transactions: 1 },
  // The days and counts of all villages, and who leads them.
  'GET /api/day-ledgers': { reads: 2, writes: 0, transactions: 0 },
  // The day, and its visits, which may have grown since.
  'POST /api/day-ledgers/{village}/{day}/amendments': { reads: 2, writes: 0, transactions: 1 },
  // Rows and their totals; the totals are counters, so that they need no row.
  'GET /api/venue-hours': { reads: 2, writes: 0, transactions: 0 },
  'GET /api/upgrades': { reads: 2, writes: 0, transactions: 0 },
  // Kept for a minute by each process, whoever asks: the same for everybody, and the largest answers there are.
  'GET /api/public/venues': { reads: 0, writes: 0, transactions: 0 },
  'GET /api/public/whats-on.ics': { reads: 0, writes: 0, transactions: 0 },
  // What took place and what was built are counted apart.
  'GET /api/programme-figures': { reads: 2, writes: 0, transactions: 0 },
  // A list, what is counted of each noun something is aimed at for, here of every one, and the money of the towns.
  'GET /api/targets': { reads: 10, writes: 0, transactions: 0 },
  // A page, and the year's totals.
  'GET /api/publicity': { reads: 2, writes: 0, transactions: 0 },
  // The offer with its places, its counts, and the page.
  'GET /api/rosters/{offer}': { reads: 3, writes: 0, transactions: 0 },
  // What stands in the way in one read, and what else this person has booked; a number, the commit, and a look at the
  // places. Here one is free: the line and the places are looked at, whoever is first is read and placed, and both are
  // looked at again, because somebody may have come meanwhile.
  'POST /api/enrolments': { reads: 9, writes: 1, transactions: 2 },
  'POST /api/public/enrolments': { reads: 9, writes: 2, transactions: 2 },
  // Which offer it is of stands in the enrolment; what it gives back is counted and given on by a settler.
  'POST /api/enrolments/{reference}/cancellation': { reads: 6, writes: 0, transactions: 2 },
  'POST /api/public/bookings/{reference}/cancellation': { reads: 6, writes: 2, transactions: 2 },
  'POST /api/public/bookings/{reference}/places': { reads: 6, writes: 2, transactions: 2 },
  'POST /api/public/bookings/{reference}/acceptance': { reads: 2, writes: 2, transactions: 1 },
  'POST /api/public/booking-progress': { reads: 2, writes: 2, transactions: 0 },
  'POST /api/public/booking-calendar': { reads: 2, writes: 2, transactions: 0 },
  'POST /api/check-ins': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/rosters/{session}/attendance': { reads: 3, writes: 0, transactions: 1 },
  // Whose venue it is, and what is on there. Here nobody is expected; otherwise a roster for each offer, the people in
  // one read, and a record of each opening.
  'POST /api/call-lists': { reads: 2, writes: 0, transactions: 0 },
  // Whether its issues and its bookings may be seen is in the venue's record.
  'GET /api/venues/{venue}/issues': { reads: 2, writes: 0, transactions: 0 },
  'GET /api/closed-rooms': { reads: 2, writes: 0, transactions: 0 },
  'GET /api/room-bookings': { reads: 2, writes: 0, transactions: 0 },
  // The venue with its hours, and who has which slot.
  'GET /api/public/venues/{venue}/rooms/{room}/slots': { reads: 2, writes: 0, transactions: 0 },
  'POST /api/public/room-bookings': { reads: 1, writes: 1, transactions: 1 },
  // Who is named is an account of its own.
  'POST /api/renovations/{reference}/appointment': { reads: 2, writes: 0, transactions: 1 },
  // Only the application tells which town pays and what its home had; those are read with it as it is then.
  'POST /api/renovations/{reference}/plan': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/renovations/{reference}/approval': { reads: 2, writes: 0, transactions: 1 },
  // How many have objected stands in the application.
  'POST /api/renovations/{reference}/disclosure': { reads: 2, writes: 1, transactions: 0 },
  // What is left of a fund is read after its change: others take from it meanwhile.
  'POST /api/renovation-funds/{fund}/change': { reads: 2, writes: 0, transactions: 1 },
  // The contractor, whether the same was asked before, the homes, and the homes as they are then.
  'POST /api/renovation-lots': { reads: 4, writes: 0, transactions: 1 },
  'POST /api/renovation-lots/{lot}/payment': { reads: 3, writes: 0, transactions: 1 },
  // Counted by address, and by the reference that is tried.
  'POST /api/public/renovation-drafts': { reads: 0, writes: 1, transactions: 1 },
  'POST /api/public/renovation-drafts/open': { reads: 1, writes: 2, transactions: 0 },
  'POST /api/public/renovation-drafts/{reference}': { reads: 1, writes: 3, transactions: 1 },
  'POST /api/public/renovations': { reads: 1, writes: 1, transactions: 1 },
  'POST /api/public/renovation-progress': { reads: 1, writes: 2, transactions: 0 },
  // The code is checked on the application before anything is said of it; the change reads it as it is then.
  'POST /api/public/renovations/{reference}/papers': { reads: 2, writes: 2, transactions: 1 },
  'POST /api/public/renovations/{reference}/agreement': { reads: 2, writes: 2, transactions: 1 },
  'POST /api/public/renovations/{reference}/signature': { reads: 2, writes: 2, transactions: 1 },
  'POST /api/public/renovations/{reference}/rating': { reads: 2, writes: 2, transactions: 1 },
  'POST /api/public/renovations/{reference}/appeal': { reads: 2, writes: 2, transactions: 1 },
  'POST /api/public/renovations/{reference}/withdrawal': { reads: 2, writes: 2, transactions: 1 },
  // The notice leads to its application.
  'POST /api/public/renovation-notices/{notice}/objections': { reads: 2, writes: 1, transactions: 1 },
  // What is left, or how many members there are, stands beside a record and changes without it.
  'GET /api/services/device-stocks': { reads: 2, writes: 0, transactions: 0 },
  'POST /api/services/device-stocks/{stock}/deliveries': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/services/device-stocks/{stock}/correction': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/services/device-stocks/{stock}/mending': { reads: 2, writes: 0, transactions: 1 },
  'GET /api/services/day-centres': { reads: 2, writes: 0, transactions: 0 },
  'POST /api/services/day-centres/{centre}/details': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/services/day-centres/{centre}/capacity': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/services/day-centres/{centre}/closure': { reads: 2, writes: 0, transactions: 1 },
  'GET /api/services/donation-batches': { reads: 2, writes: 0, transactions: 0 },
  'POST /api/services/donation-batches/{batch}/correction': { reads: 2, writes: 0, transactions: 1 },
  // Whether the centre or the donation may be seen is in its record.
  'GET /api/services/day-centres/{centre}/members': { reads: 2, writes: 0, transactions: 0 },
  'GET /api/services/day-centres/{centre}/attendance': { reads: 2, writes: 0, transactions: 0 },
  'GET /api/services/donation-batches/{batch}/receipts': { reads: 2, writes: 0, transactions: 0 },
  // What is open and what was cleared too late are two lists; of how many, counters say.
  'GET /api/criticism-figures': { reads: 3, writes: 0, transactions: 0 },
  'POST /api/exemplary-sites': { reads: 3, writes: 0, transactions: 1 },
  // The same; then what has become of each case, as with every answer that shows a notice.
  'POST /api/criticisms': { reads: 4, writes: 0, transactions: 1 },
  'POST /api/criticisms/{criticism}/reply': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/criticisms/{criticism}/publication': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/criticisms/{criticism}/withdrawal': { reads: 2, writes: 0, transactions: 1 },
  // Only the register tells which household the year counts once.
  'POST /api/services/donation-batches/{batch}/receipts': { reads: 2, writes: 0, transactions: 1 },
  'POST /api/services/donation-receipts/{receipt}/taking-back': { reads: 2, writes: 0, transactions: 1 },
  // The year, how it stands now, and whom the programme counted.
  'GET /api/services/figures': { reads: 3, writes: 0, transactions: 0 },
  // Which places lie below, and the counters of all of them.
  'GET /api/services/figures/below': { reads: 2, writes: 0, transactions: 0 },
};

const inBudgetWords = ({ reads, writes, transactions }: Calls): string =>
  [
    ...(reads > 0 ? [`${reads} read`] : []),
    ...(writes > 0 ? [`${writes} write`] : []),
    ...(transactions > 0 ? [`${transactions} transaction`] : []),
  ].join(' + ') || 'nothing';

const budgetOfCommand = (name: string, made: Calls): Pick<Row, 'budget' | 'isMet'> => {
  const exception = byNature[name];
  if (exception) {
    const { reads, writes, transactions } = exception;
    const isMet = made.reads === reads && made.writes === writes && made.transactions === transactions;
    return { budget: `by nature ${inBudgetWords(exception)}`, isMet };
  }
  // What changes a case is one transaction and no write beside it; what leaves only a record is one write.
  const isLedger = made.transactions > 0;
  const isMet = made.reads <= 1 && made.writes + made.transactions <= 1;
  return { budget: isLedger ? '1 read + 1 transaction' : '1 read + 1 write', isMet };
};

/** A page of a list is one query; a command one read at most and one transaction; other reads have no budget. */
export const budgetOf = (row: RouteRow, calls: readonly Metered[]): Pick<Row, 'budget' | 'isMet'> => {
  const made = callsOf(calls);
  const name = `${row.method} ${row.path}`;
  if (row.method !== 'GET' || byNature[name]) return budgetOfCommand(name, made);
  const isList = row.query !== undefined;
  return isList
    ? { budget: '1 query', isMet: made.reads === 1 && made.writes + made.transactions === 0 }
    : {};
};
