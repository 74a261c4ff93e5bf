import type { NodeView, StaffRow } from '../access/access.views.ts';
import { readStaff } from '../access/staff.store.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import { isWithin } from '../platform/contract/roles.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import { dayLedgerId, noCounts, noonAfter, standing } from './day-ledgers.rules.ts';
import { readDays } from './day-ledgers.store.ts';
import { type DayLedgerDependencies, expectedDay, isExpected } from './day-ledgers.usecases.ts';
import type { DayLedgerRow, DayLedgers } from './day-ledgers.views.ts';

/** Every active lead of an organisation and below it. */
const leadsUnder = async (store: Store, node: string): Promise<StaffRow[]> =>
  (await readStaff(store, node)).filter(({ roles, status }) => status === 'active' && roles.includes('lead'));

const townOf = (village: string): string => parentOf(village) ?? village;

/** Who answers for a village: its own leads, or those of its town. */
const leadsOf = (village: string, leads: readonly StaffRow[]): string[] => {
  const of = (scope: string): string[] =>
    leads.filter((lead) => lead.scope === scope).map(({ name }) => name);
  const own = of(village);
  return own.length > 0 ? own : of(townOf(village));
};

const isVillageIn =
  (node: string) =>
  ({ kind, path, active }: NodeView): boolean =>
    kind === 'village' && active && isWithin(path, node);

/** The day of every village of an organisation; a village of its own is one row. */
export const readDayOfAll = async (
  deps: DayLedgerDependencies,
  node: string,
  day: LocalDate,
  now: Instant,
): Promise<DayLedgers> => {
  const villages = (await deps.nodes.tree(now)).nodes.filter(isVillageIn(node));
  const isOneVillage = villages.some(({ path }) => path === node);
  const [days, expected, leads] = await Promise.all([
    readDays(
      deps.store,
      villages.map(({ path: village }) => ({ village, day })),
    ),
    expectedDay(deps, day, now),
    leadsUnder(deps.store, isOneVillage ? townOf(node) : node),
  ]);
  const rows = villages.map(({ path: village, name }): DayLedgerRow => {
    const { stored, counts = noCounts } = days.get(dayLedgerId(village, day)) ?? {};
    const owed = isExpected(village, expected, counts.visits);
    const ledger = stored?.state;
    const handedIn = ledger?.state === 'handed-in' ? ledger : undefined;
    return {
      ...{ village, name, expected: owed, counts, leads: leadsOf(village, leads) },
      ...standing(ledger, day, owed, now),
      by: handedIn?.by,
      at: handedIn?.at,
      nothingToReport: handedIn?.nothingToReport ?? false,
      amendments: handedIn?.amendments.length ?? 0,
    };
  });
  const count = (holds: (row: DayLedgerRow) => boolean): number => rows.filter(holds).length;
  return {
    ...{ day, dueAt: noonAfter(day), rows, asOf: now },
    totals: {
      villages: rows.length,
      expected: count((row) => row.expected || row.state !== 'open'),
      handedIn: count(({ state }) => state === 'handed-in'),
      late: count(({ state, late }) => state === 'handed-in' && late),
      missing: count(({ state }) => state === 'missing'),
      visits: rows.reduce((sum, { counts }) => sum + counts.visits, 0),
      issues: rows.reduce((sum, { counts }) => sum + counts.issues, 0),
    },
  };
};
