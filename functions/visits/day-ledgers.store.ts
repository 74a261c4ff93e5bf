import { caseKey } from '../platform/ledger/case-keys.ts';
import { readCounters } from '../platform/ledger/counters.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { countKey } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import { byKey, type ItemKey, type Store } from '../platform/runtime/store.ts';
import { endOfDay, type LocalDate, parseLocalDate } from '../platform/runtime/time.ts';
import { dayLedgerId, noCounts } from './day-ledgers.rules.ts';
import { type DayCounts, type DayLedger, dayLedgerSchema } from './day-ledgers.states.ts';
import { dayFigures } from './day-ledgers.words.ts';

export const dayLedgerType: CaseType<DayLedger> = {
  kind: 'DAYLEDGER',
  schema: dayLedgerSchema,
  raisedAt: ({ day }) => endOfDay(day),
  dueAt: () => undefined,
};

/** Counts of an organisation, or of a member of staff by their id, by day. */
export const visitsSubject = (node: string): string => `visits/${node}`;

const countsKey = (node: string, day: LocalDate): ItemKey => ({ PK: countKey(visitsSubject(node)), SK: day });

const dayCounts = (counted: Readonly<Record<string, unknown>> | undefined): DayCounts => {
  const counts: Record<keyof DayCounts, number> = { ...noCounts };
  for (const figure of dayFigures) {
    const count = counted?.[figure];
    if (typeof count === 'number') counts[figure] = count;
  }
  return counts;
};

export interface VillageDay {
  readonly village: string;
  readonly day: LocalDate;
}

/** The day ledgers there are, by their id; fifty villages' days with their counts are one call. */
export const readDays = async (
  store: Store,
  days: readonly VillageDay[],
): Promise<
  ReadonlyMap<string, { readonly stored: Stored<DayLedger> | undefined; readonly counts: DayCounts }>
> => {
  const stateKey = ({ village, day }: VillageDay): ItemKey =>
    caseKey(dayLedgerType.kind, dayLedgerId(village, day), 'STATE');
  const found = byKey(
    await store.getMany(days.flatMap((each) => [stateKey(each), countsKey(each.village, each.day)])),
  );
  return new Map(
    days.map((each) => {
      const item = found(stateKey(each));
      const counts = dayCounts(found(countsKey(each.village, each.day)));
      return [
        dayLedgerId(each.village, each.day),
        { stored: item && parseStored(dayLedgerType, item), counts },
      ] as const;
    }),
  );
};

/** Access pattern 6: what was counted on each day, days without anything left out. One query. */
export const countsByDay = async (
  store: Store,
  node: string,
  from: LocalDate,
  to: LocalDate,
): Promise<{ readonly day: LocalDate; readonly counts: DayCounts }[]> => {
  const days = await readCounters(store, visitsSubject(node), { from, through: to });
  return [...days].map(([day, counts]) => ({ day: parseLocalDate(day), counts: dayCounts(counts) }));
};
