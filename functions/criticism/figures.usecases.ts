import { weekOf } from '../calendar/iso-weeks.rules.ts';
import type { Finding } from '../findings/findings.states.ts';
import { findingList } from '../findings/findings.store.ts';
import { type FindingRow, findingRowSchema } from '../findings/findings.views.ts';
import { type CheckName, checkNames } from '../findings/findings.words.ts';
import { issueFigures } from '../issues/issues-figures.usecases.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey } from '../platform/runtime/store.ts';
import {
  addDays,
  type Instant,
  type LocalDate,
  localDateOf,
  parseLocalDate,
  startOfDay,
} from '../platform/runtime/time.ts';
import { hoursFigures } from '../venues/hours.usecases.ts';
import { dayLedgerFigures } from '../visits/day-ledgers-figures.usecases.ts';
import { criticismProblem } from './criticism.problems.ts';
import { limits } from './criticism.words.ts';
import { checkCounts, isCriticisable, monthsOf } from './figures.rules.ts';
import type { FrozenFigures, Period } from './figures.states.ts';

/** After every instant there is. */
const whenever = '~';

const weeksOf = (from: LocalDate, to: LocalDate): string[] => {
  const weeks = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) weeks.add(weekOf(day));
  return [...weeks];
};

/** Both kinds of findings that may be criticised: what stands open, and what was cleared too late. */
const foundIn = async (
  store: Core['store'],
  node: string,
  period: Period,
  start: Instant,
): Promise<FindingRow[]> => {
  const rowsOf = (state: Finding['state']) =>
    readWholeList(store, findingRowSchema, {
      list: findingList(node, { state }),
      within: { from: start, before: whenever },
    });
  const rows = (await Promise.all([rowsOf('open'), rowsOf('cleared')])).flat();
  return rows
    .filter((row) => isCriticisable(row, node, period))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
};

/**
 * What an organisation may be criticised for in a period, and of how many cases: issues by the months they were raised
 * in, day ledgers by the days that are over, venues by the weeks they were to be open; of what nobody counts beforehand
 * there is only how much was found.
 * Two queries of lists and one read of counters; eventually consistent, as of `now`.
 * @throws Problem `criticism.period`, `criticism.too_many`.
 */
export const drawFigures = async (
  { store }: Pick<Core, 'store'>,
  { node, period }: { readonly node: string; readonly period: Period },
  now: Instant,
): Promise<FrozenFigures> => {
  const today = localDateOf(now);
  const months = monthsOf(period, today.slice(0, 7));
  if (!months) throw criticismProblem('criticism.period');
  const first = parseLocalDate(`${period.from}-01`);
  const nextMonth = parseLocalDate(`${addDays(parseLocalDate(`${period.to}-28`), 4).slice(0, 7)}-01`);
  const last = addDays(nextMonth, -1);
  const issues = issueFigures(node, months);
  const hours = weeksOf(first, last < today ? last : today).map((week) => hoursFigures(node, week));
  const ledgers = dayLedgerFigures(node, months);
  const [rows, counters] = await Promise.all([
    foundIn(store, node, period, startOfDay(first)),
    store.getMany([...issues.keys, ...ledgers.keys, ...hours.flatMap(({ keys }) => keys)], 'eventual'),
  ]);
  if (rows.length > limits.cases) throw criticismProblem('criticism.too_many');
  const counted = byKey(counters);
  const monthly = Object.values(issues.read(counted).months);
  const sum = (field: string): number => monthly.reduce((total, counts) => total + (counts[field] ?? 0), 0);
  const of: Partial<Record<CheckName, number>> = {
    'issue-deadline': sum('transferred'),
    'issue-unclaimed': sum('transferred'),
    'issue-unanswered': sum('resolved'),
    'ledger-noon': ledgers.read(counted).owed,
    'venue-hours': Math.max(0, ...hours.map(({ read }) => read(counted).venues)),
  };
  return {
    checks: checkCounts(checkNames, rows, of),
    cases: rows.map(({ finding, check, record, node: at, since, facts }) => ({
      ...{ finding, check, record, node: at, since, facts },
    })),
    asOf: now,
  };
};
